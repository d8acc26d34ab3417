import { inverseFrequency } from '../index/bm25.ts'
import type { Objection } from './objections.ts'
import type { PassageFeatures } from './passage-features.ts'
import type { Concept, Query } from './query.ts'
import type { Candidate, Proposed, Ranked, RankedSentence } from './rank.ts'
import type { SentenceFeatures } from './sentence-features.ts'
import { type Weights, weightedSum } from './weights.ts'

/** The signals that the confidence is computed from; each is about 0 to 1. */
export const signalNames = [
  'bias',
  'cohesion',
  'evenness',
  'passage-score',
  'passage-chance',
  'index-share',
  'coverage',
  'coverage-with-context',
  'nearby-coverage',
  'passage-likeness',
  'passage-nearness',
  'three-sentences',
  'passage-theme',
  'passage-pairs',
  'word-run',
  'same-forms',
  'words-in-common',
  'passage-length',
  'sentence-with-context',
  'sentence-nearness',
  'sentence-likeness',
  'sentence-pairs',
  'sentence-theme',
  'missing-names',
  'missing-numbers',
  'missing-verbs',
  'answer-type-missing',
  'near-type',
  'unknown',
  'unknown-names',
  'unknown-words',
  'asked-words',
  'found-weight',
  'found-words',
  'library-size',
  'chance',
  'lead',
  'meaning-of-passage',
  'meaning-of-sentence',
  'meaning-of-best-sentence',
  'meaning-lead',
] as const
export type SignalName = (typeof signalNames)[number]
export type Signals = { readonly [K in SignalName]: number }

/** What is known of a question and the library before a search. Shares are of the question's weight, 0 to 1. */
export type QuestionFacts = {
  /** The share that no source has; the part of it in names and numbers; the number of such words / 5. */
  readonly unknown: number
  readonly unknownNames: number
  readonly unknownWords: number
  /** The number of words / 6. */
  readonly words: number
  /** The weight of the words that sources have / 30; and the same in units of the rarest word / 6. */
  readonly weight: number
  readonly rareWords: number
  /** The logarithm of the number of passages / 10. */
  readonly size: number
}

/** What the signals use of a candidate. */
export type Seen = {
  readonly features: SentenceFeatures
  readonly passage: { readonly features: PassageFeatures; readonly indexShare: number; readonly score: number }
  readonly chance: number
}

/** The total weight of concepts. */
const sumOf = (concepts: readonly Concept[]): number => concepts.reduce((sum, { weight }) => sum + weight, 0)

/** The size of the smallest libraries learned from; in smaller ones, a word's rarity tells next to nothing. */
const minPassages = 40

/** @param passages how many the library has */
export const questionFactsOf = ({ concepts }: Query, passages: number): QuestionFacts => {
  const all = sumOf(concepts)
  const unknown = concepts.filter(({ isUnknown }) => isUnknown)
  const share = (some: readonly Concept[]): number => (all === 0 ? 0 : sumOf(some) / all)
  const rarest = inverseFrequency(1, Math.max(1, passages))
  const size = Math.max(minPassages, passages)
  // In units of the rarest word of a library.
  const rareWords = (all - sumOf(unknown)) / rarest
  return {
    unknown: share(unknown),
    unknownNames: share(unknown.filter(({ isName, isNumber }) => isName || isNumber)),
    unknownWords: Math.min(1, unknown.length / 5),
    words: Math.min(1, concepts.length / 6),
    weight: Math.min(1, (rareWords * inverseFrequency(1, size)) / 30),
    rareWords: Math.min(1, rareWords / 6),
    size: Math.log(1 + size) / 10,
  }
}

/** The signals for an answer. @param first the best candidate @param second the next one */
export const signalsOf = (asked: QuestionFacts, proposed: Proposed, first: Seen, second: Seen | undefined): Signals => {
  const { features, chance } = first
  const passage = first.passage.features
  return {
    bias: 1,
    cohesion: proposed.cohesion,
    evenness: proposed.evenness,
    'passage-score': first.passage.score / 10,
    'passage-chance': Math.exp(features.passage),
    'index-share': first.passage.indexShare,
    coverage: passage.coverage,
    'coverage-with-context': passage['coverage-with-context'],
    'nearby-coverage': passage['nearby-coverage'],
    'passage-likeness': passage.likeness,
    'passage-nearness': passage.nearness,
    'three-sentences': passage['three-sentences'],
    'passage-theme': passage.theme,
    'passage-pairs': passage['word-pairs'],
    'word-run': passage['word-run'],
    'same-forms': passage['same-forms'],
    'words-in-common': passage['words-in-common'],
    'passage-length': passage.length,
    'sentence-with-context': features['coverage-with-context'],
    'sentence-nearness': features.nearness,
    'sentence-likeness': features.likeness,
    'sentence-pairs': features['word-pairs'],
    'sentence-theme': features.theme,
    'missing-names': features['missing-names'],
    'missing-numbers': features['missing-numbers'],
    'missing-verbs': features['missing-verbs'],
    'answer-type-missing': features['answer-type-missing'],
    'near-type': features['near-type'],
    unknown: asked.unknown,
    'unknown-names': asked.unknownNames,
    'unknown-words': asked.unknownWords,
    'asked-words': asked.words,
    'found-weight': asked.weight * passage['coverage-with-context'],
    'found-words': asked.rareWords * passage['coverage-with-context'],
    'library-size': asked.size,
    chance,
    lead: chance - (second?.chance ?? 0),
    'meaning-of-passage': passage.meaning,
    'meaning-of-sentence': features.meaning,
    'meaning-of-best-sentence': passage['meaning-of-sentence'],
    'meaning-lead': features.meaning - (second?.features.meaning ?? 0),
  }
}

/** Taken from the log-odds if `isMostlyUnknown`; set by hand. */
const mostlyUnknownPenalty = 5

/**
 * Whether the library lacks several words besides names, and the sentence has fewer than that: then it knows little
 * more than the names.
 */
const isMostlyUnknown = ({ concepts }: Query, { passage, at }: Candidate): boolean => {
  const { counts } = (passage.sentences[at] as RankedSentence).facts.match
  const held = concepts.filter(({ isName }, i) => !isName && (counts[i] as number) > 0).length
  const unknown = concepts.filter(({ isName, isUnknown }) => !isName && isUnknown).length
  return unknown >= 2 && unknown > held
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** Even where a library surely answers, the first quote is not always the right one. */
export const maxConfidence = 0.95

/** The evidence for and against an answer. */
export type Evidence = {
  readonly signals: Signals
  /** Taken from the log-odds if the library knows little more than the names. */
  readonly penalty: number
  /** Taken from them for what speaks against the best candidate. */
  readonly objected?: number
}

/** The evidence from the best candidates; null if there are none. `passages` is how many the library has. */
export const evidenceOf = (
  query: Query,
  {
    candidates: [first, second],
    proposed,
    passages,
    objection,
  }: Pick<Ranked, 'candidates' | 'proposed'> & { passages: number; objection?: Objection | null },
): Evidence | null =>
  first === undefined
    ? null
    : {
        signals: signalsOf(questionFactsOf(query, passages), proposed, first, second),
        penalty: first.passage.likeness === null && isMostlyUnknown(query, first) ? mostlyUnknownPenalty : 0,
        ...(objection ? { objected: objection.penalty } : {}),
      }

/**
 * The probability that the first quote answers, 0 to 1. The signals give the log-odds that the library answers at all;
 * `calibration` maps them to the share of first quotes that were right.
 */
export const confidenceOf = (
  evidence: Evidence | null,
  { confidence, calibration: { slope, offset } }: Weights,
): number => {
  if (evidence === null) return 0
  const odds = weightedSum(signalNames, confidence, evidence.signals) - evidence.penalty - (evidence.objected ?? 0)
  return maxConfidence * logistic(slope * odds + offset)
}
