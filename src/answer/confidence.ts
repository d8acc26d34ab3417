import { inverseFrequency } from '../index/bm25.ts'
import type { PassageFeatures } from './passage-features.ts'
import type { Concept, Query } from './query.ts'
import type { Candidate, Proposed, Ranked, RankedSentence } from './rank.ts'
import type { SentenceFeatures } from './sentence-features.ts'

import { type Weights, weighed } from './weights.ts'

/** What the confidence is made of; each is about 0 to 1. */
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
] as const
export type SignalName = (typeof signalNames)[number]
export type Signals = { readonly [K in SignalName]: number }

/** What a question tells of itself, before anything is found. Shares are of its weight, 0 to 1. */
export type QuestionFacts = {
  /** What no source has; that of names and numbers; how many words, by fives. */
  readonly unknown: number
  readonly unknownNames: number
  readonly unknownWords: number
  /** How many words it asks with, by sixes. */
  readonly words: number
  /** The sum of the weights that sources have, by thirties; and in words that one passage alone has, by sixes. */
  readonly weight: number
  readonly rareWords: number
  /** The logarithm of the number of passages, by tens. */
  readonly size: number
}

/** A candidate as far as the signals see it. */
export type Seen = {
  readonly features: SentenceFeatures
  readonly passage: { readonly features: PassageFeatures; readonly indexShare: number; readonly score: number }
  readonly chance: number
}

/** What concepts weigh together. */
const sumOf = (concepts: readonly Concept[]): number => concepts.reduce((sum, { weight }) => sum + weight, 0)

/** Passages of the smallest libraries that weights were learned in; in fewer, a word's rarity tells next to nothing. */
const fewestPassages = 40

/** `passages` is how many the library has. */
export const askedOf = ({ concepts }: Query, passages: number): QuestionFacts => {
  const all = sumOf(concepts)
  const unknown = concepts.filter(({ isUnknown }) => isUnknown)
  const share = (some: readonly Concept[]): number => (all === 0 ? 0 : sumOf(some) / all)
  const rarest = inverseFrequency(1, Math.max(1, passages))
  const size = Math.max(fewestPassages, passages)
  // In units of the rarest word of a library, as large as the smallest ones learned from.
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

/** Signals that the library answers, told from the best candidate and the next one; `proposed` is what competes has in common. */
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
  }
}

/** What it takes from the log-odds that a library knows no more than the names; set by hand, see `isMostlyUnknown`. */
const mostlyUnknownPenalty = 5

/**
 * Whether the library lacks several of the words that say what is asked, and the sentence has fewer of them: then it
 * knows no more than the names. What is asked decides, not whom it is asked of.
 */
const isMostlyUnknown = ({ concepts }: Query, { passage, at }: Candidate): boolean => {
  const { counts } = (passage.sentences[at] as RankedSentence).facts.match
  const held = concepts.filter(({ isName }, i) => !isName && (counts[i] as number) > 0).length
  const unknown = concepts.filter(({ isName, isUnknown }) => !isName && isUnknown).length
  return unknown >= 2 && unknown > held
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value))

/** However sure it is that a library answers, its first sentence is not always the one. */
export const mostConfident = 0.95

/** What speaks for an answer and against it. */
export type Evidence = {
  readonly signals: Signals
  /** What is taken from the log-odds where the library knows no more than the names. */
  readonly penalty: number
}

/** The evidence that the best candidates give; null when there is none. `passages` is how many the library has. */
export const evidenceOf = (
  query: Query,
  { candidates: [first, second], proposed, passages }: Pick<Ranked, 'candidates' | 'proposed'> & { passages: number },
): Evidence | null =>
  first === undefined
    ? null
    : {
        signals: signalsOf(askedOf(query, passages), proposed, first, second),
        penalty: isMostlyUnknown(query, first) ? mostlyUnknownPenalty : 0,
      }

/**
 * 0 to 1: how likely it is that the first quote answers; 0 when there is none. The signals tell how likely it is that the
 * library answers at all; `calibration` makes of that the share of first quotes that were right.
 */
export const confidenceOf = (
  evidence: Evidence | null,
  { confidence, calibration: { slope, offset } }: Weights,
): number => {
  if (evidence === null) return 0
  const odds = weighed(signalNames, confidence, evidence.signals) - evidence.penalty
  return mostConfident * logistic(slope * odds + offset)
}
