import type { Hit, Passage, Ranking } from '../domain/passage.ts'
import { readable } from '../domain/readable.ts'
import { compareIds, paragraphPlace, type Source, type SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { WordVectors } from '../language/word-vectors.ts'
import type { Likeness } from '../meaning/port.ts'
import type { Found } from './by-meaning.ts'
import { type Matcher, matcherOf, matchPassage, type PassageMatch } from './match.ts'
import { type Opening, openingsFor } from './opening.ts'
import { type PassageFeatures, passageFeatureNames, passageFeaturesOf } from './passage-features.ts'
import type { Query } from './query.ts'
import { factsOf, type SentenceFacts } from './sentence-facts.ts'
import { type SentenceFeatures, sentenceFeatureNames, sentenceFeaturesOf } from './sentence-features.ts'
import { type Weights, weightedSum } from './weights.ts'

/** Hits that are compared for what they have in common. */
const cohesionDepth = 10

/** What the hits have in common, each 0 to 1. */
export type Proposed = {
  /**
   * How far they are about one thing: the share of the weight of the best hits after the first that is in sources with
   * the first one's title. A library that knows a subject has more than one passage about it.
   */
  readonly cohesion: number
  /** The score of the tenth hit as a share of the first one's: where nothing answers, many are as good as the best. */
  readonly evenness: number
}

/** What the hits of `ranking` have in common. */
export const proposedIn = (ranking: Ranking, sources: ReadonlyMap<SourceId, Source>): Proposed => {
  const workOf = ({ passage: { source } }: Hit): string => sources.get(source)?.record.title ?? source
  // Those that only meaning found share no words that could be compared.
  const byWords = ranking.filter(({ score }) => score > 0)
  const [first, ...rest] = byWords.slice(0, cohesionDepth)
  const weigh = (hits: Ranking): number => hits.reduce((sum, { score }) => sum + score * score, 0)
  if (first === undefined || rest.length === 0) return { cohesion: 0, evenness: 0 }
  return {
    cohesion: weigh(rest.filter((hit) => workOf(hit) === workOf(first))) / weigh(rest),
    evenness: (byWords[cohesionDepth - 1]?.score ?? 0) / first.score,
  }
}

/** A sentence of a passage that may answer. */
export type RankedSentence = {
  readonly span: Span
  readonly text: string
  /** Whether it is a question of an interview. */
  readonly isAsked: boolean
  /** How it introduces what follows, without which it does not answer, or not fully. */
  readonly opening: Opening
  readonly facts: SentenceFacts
}

/** A passage that may answer, rescored by the second stage. */
export type RankedPassage = {
  readonly source: Source
  readonly passage: Passage
  readonly match: PassageMatch
  /** How like the question it is in meaning; null when words decide alone. */
  readonly likeness: Likeness | null
  readonly sentences: readonly RankedSentence[]
  /** Its index score as a share of the highest that the question's words could give. */
  readonly indexShare: number
  readonly features: PassageFeatures
  readonly score: number
}

/** A sentence that may answer, among those of the best passages. */
export type Candidate = {
  readonly source: Source
  readonly passage: RankedPassage
  /** Index among the passage's sentences. */
  readonly at: number
  readonly span: Span
  readonly features: SentenceFeatures
  readonly score: number
  /** The probability that it answers if one of the candidates does, 0 to 1. */
  readonly chance: number
}

/** The second stage's ranking of what the index found. */
export type Ranked = {
  readonly passages: readonly RankedPassage[]
  readonly candidates: readonly Candidate[]
  readonly proposed: Proposed
}

/** Passages whose sentences compete. */
export const competingPassages = 10

type Scored = { readonly score: number; readonly source: Source }

const better = (a: Scored & { readonly start: number }, b: Scored & { readonly start: number }): number =>
  b.score - a.score || compareIds(a.source.id, b.source.id) || a.start - b.start

/** The highest BM25 saturation of a term. */
const maxSaturation = 1.9

/** Log-softmax: the logarithm of each score's share. */
export const logShares = (scores: readonly number[]): readonly number[] => {
  const top = Math.max(...scores)
  const all = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0)) + top
  return scores.map((score) => score - all)
}

const sentencesOf = (
  matcher: Matcher,
  openingOf: ReturnType<typeof openingsFor>,
  source: Source,
  passage: Passage,
  { sentences, inContext }: PassageMatch,
): readonly RankedSentence[] =>
  passage.sentences.flatMap((span, at) => {
    const match = sentences[at]
    if (match === undefined) return []
    const text = readable(source, span)
    const isAsked = source.paragraphs[paragraphPlace(source, span.start)]?.role === 'question'
    const facts = factsOf(matcher, match, text, inContext)
    return [{ span, text, isAsked, opening: openingOf(text, match.reading), facts }]
  })

/** Matches and scores the passages that were found, best first. */
export const rankPassages = (
  matcher: Matcher,
  { ranking, readings, likenesses }: Found,
  sources: ReadonlyMap<SourceId, Source>,
  weights: Weights,
): readonly RankedPassage[] => {
  const openingOf = openingsFor(matcher.query)
  const top = ranking[0]?.score || 1
  const maxScore = maxSaturation * matcher.query.concepts.reduce((sum, { weight }) => sum + weight, 0)
  return ranking
    .flatMap((hit, i): readonly RankedPassage[] => {
      const { passage } = hit
      const source = sources.get(passage.source)
      const reading = readings[i]
      // The source was removed, or has changed since it was indexed.
      if (source === undefined || reading === undefined || source.version !== passage.version) return []
      const match = matchPassage(matcher, reading)
      const sentences = sentencesOf(matcher, openingOf, source, passage, match)
      const facts = sentences.map((sentence) => sentence.facts)
      const likeness = likenesses?.[i] ?? null
      const features = passageFeaturesOf(matcher, match, facts, { score: hit.score, lead: hit.score / top }, likeness)
      const score = weightedSum(passageFeatureNames, weights.passage, features)
      return [
        {
          source,
          passage,
          match,
          likeness,
          sentences,
          indexShare: maxScore === 0 ? 0 : hit.score / maxScore,
          features,
          score,
        },
      ]
    })
    .sort((a, b) => better({ ...a, start: a.passage.start }, { ...b, start: b.passage.start }))
}

/** Whether the sentence of a candidate has a concept of the question, or may answer by its meaning. */
export const holdsAny = ({ passage, at }: Pick<Candidate, 'passage' | 'at'>): boolean =>
  passage.likeness !== null || passage.match.sentences[at]?.counts.some((count) => count > 0) === true

const rankSentences = (
  matcher: Matcher,
  passages: readonly RankedPassage[],
  weights: Weights,
): readonly Candidate[] => {
  const shares = logShares(passages.map(({ score }) => score))
  const scored = passages.slice(0, competingPassages).flatMap((passage, rank) => {
    const facts = passage.sentences.map((sentence) => sentence.facts)
    return passage.sentences.flatMap(({ span, text, isAsked }, at) => {
      if (isAsked) return []
      const features = sentenceFeaturesOf(matcher, facts, at, text, shares[rank] as number, passage.likeness)
      const score = weightedSum(sentenceFeatureNames, weights.sentence, features)
      return [{ source: passage.source, passage, at, span, start: span.start, features, score }]
    })
  })
  const chances = logShares(scored.map(({ score }) => score))
  const sorted = scored
    .map(({ start, ...candidate }, i) => ({ ...candidate, start, chance: Math.exp(chances[i] as number) }))
    .sort(better)
  // A sentence without a word of the question may continue one with some; on its own it does not answer.
  return [...sorted.filter(holdsAny), ...sorted.filter((candidate) => !holdsAny(candidate))]
}

/**
 * Rescores the passages that were found and the sentences of the best of them, best first; while words decide alone,
 * sentences without any word of the question come last. Ties are broken by source id, then by offset.
 */
export const rank = (
  query: Query,
  found: Found,
  sources: ReadonlyMap<SourceId, Source>,
  { vectors, weights }: { readonly vectors: WordVectors; readonly weights: Weights },
): Ranked => {
  const matcher = matcherOf(query, vectors)
  const passages = rankPassages(matcher, found, sources, weights)
  return {
    passages,
    candidates: rankSentences(matcher, passages, weights),
    proposed: proposedIn(found.ranking, sources),
  }
}
