import type { Hit, Passage, Ranking } from '../domain/passage.ts'
import { compareIds, paragraphPlace, type Source, type SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { PassageReading } from '../index/port.ts'
import type { WordVectors } from '../language/word-vectors.ts'
import { type Matcher, matcherOf, matchPassage, type PassageMatch } from './match.ts'
import { type Opening, openingsFor } from './opening.ts'
import { type PassageFeatures, passageFeatureNames, passageFeaturesOf } from './passage-features.ts'
import type { Query } from './query.ts'
import { factsOf, type SentenceFacts } from './sentence-facts.ts'
import { type SentenceFeatures, sentenceFeatureNames, sentenceFeaturesOf } from './sentence-features.ts'
import { type Weights, weighed } from './weights.ts'

/** Hits that are looked at for what they have in common. */
const cohering = 10

/** What the hits have in common, each 0 to 1. */
export type Proposed = {
  /**
   * How far they are about one thing: the part of the weight of those behind the first, best ones alone, that is of sources
   * with the first one's title. A library that knows a subject has more than one passage about it.
   */
  readonly cohesion: number
  /** The score of the tenth as a share of the first one's: where nothing answers, much is as good as the best. */
  readonly evenness: number
}

/** What the hits of `ranking` have in common. */
export const proposedIn = (ranking: Ranking, sources: ReadonlyMap<SourceId, Source>): Proposed => {
  const work = ({ passage: { source } }: Hit): string => sources.get(source)?.record.title ?? source
  const [first, ...rest] = ranking.slice(0, cohering)
  const weigh = (hits: Ranking): number => hits.reduce((sum, { score }) => sum + score * score, 0)
  if (first === undefined || rest.length === 0) return { cohesion: 0, evenness: 0 }
  return {
    cohesion: weigh(rest.filter((hit) => work(hit) === work(first))) / weigh(rest),
    evenness: (ranking[cohering - 1]?.score ?? 0) / first.score,
  }
}

/** A sentence of a passage that may answer. */
export type RankedSentence = {
  readonly span: Span
  readonly text: string
  /** Whether it asks rather than answers: a question of an interview. */
  readonly isAsked: boolean
  /** How it opens what is said behind it, without which it answers nobody, or not to the end. */
  readonly opening: Opening
  readonly facts: SentenceFacts
}

/** A passage that may answer, rescored. */
export type RankedPassage = {
  readonly source: Source
  readonly passage: Passage
  readonly match: PassageMatch
  readonly sentences: readonly RankedSentence[]
  /** The index's score as a share of what the question's words could score. */
  readonly indexShare: number
  readonly features: PassageFeatures
  readonly score: number
}

/** A sentence that may answer, among those of the best passages. */
export type Candidate = {
  readonly source: Source
  readonly passage: RankedPassage
  /** Position among the passage's sentences. */
  readonly at: number
  readonly span: Span
  readonly features: SentenceFeatures
  readonly score: number
  /** 0 to 1: its share among all candidates, were one of them to answer. */
  readonly chance: number
}

/** What the second stage makes of what the index proposed. */
export type Ranked = {
  readonly passages: readonly RankedPassage[]
  readonly candidates: readonly Candidate[]
  readonly proposed: Proposed
}

/** Passages whose sentences compete. */
export const competing = 10

type Scored = { readonly score: number; readonly source: Source }

const better = (a: Scored & { readonly start: number }, b: Scored & { readonly start: number }): number =>
  b.score - a.score || compareIds(a.source.id, b.source.id) || a.start - b.start

/** What a term that stands often in a passage comes to count. */
const mostSaturated = 1.9

/** The logarithm of each score's share, as softmax gives it. */
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
    const text = source.text.slice(span.start, span.end)
    const isAsked = source.paragraphs[paragraphPlace(source, span.start)]?.role === 'question'
    const facts = factsOf(matcher, match, text, inContext)
    return [{ span, text, isAsked, opening: openingOf(text, match.reading), facts }]
  })

/** The passages of `ranking`, which `readings` read, matched and scored, best first. */
export const rankPassages = (
  matcher: Matcher,
  ranking: Ranking,
  readings: readonly (PassageReading | undefined)[],
  sources: ReadonlyMap<SourceId, Source>,
  weights: Weights,
): readonly RankedPassage[] => {
  const openingOf = openingsFor(matcher.query)
  const top = ranking[0]?.score ?? 1
  const most = mostSaturated * matcher.query.concepts.reduce((sum, { weight }) => sum + weight, 0)
  return ranking
    .flatMap((hit, place): readonly RankedPassage[] => {
      const { passage } = hit
      const source = sources.get(passage.source)
      const reading = readings[place]
      // A passage of a source that is gone, or has changed since it was indexed, gives none.
      if (source === undefined || reading === undefined || source.version !== passage.version) return []
      const match = matchPassage(matcher, reading)
      const sentences = sentencesOf(matcher, openingOf, source, passage, match)
      const facts = sentences.map((sentence) => sentence.facts)
      const features = passageFeaturesOf(matcher, match, facts, hit.score / top)
      const score = weighed(passageFeatureNames, weights.passage, features)
      return [{ source, passage, match, sentences, indexShare: most === 0 ? 0 : hit.score / most, features, score }]
    })
    .sort((a, b) => better({ ...a, start: a.passage.start }, { ...b, start: b.passage.start }))
}

/** Whether the sentence of a candidate holds a concept of the question. */
export const holdsAny = ({ passage, at }: Pick<Candidate, 'passage' | 'at'>): boolean =>
  passage.match.sentences[at]?.counts.some((count) => count > 0) === true

const rankSentences = (
  matcher: Matcher,
  passages: readonly RankedPassage[],
  weights: Weights,
): readonly Candidate[] => {
  const shares = logShares(passages.map(({ score }) => score))
  const scored = passages.slice(0, competing).flatMap((passage, place) => {
    const facts = passage.sentences.map((sentence) => sentence.facts)
    return passage.sentences.flatMap(({ span, text, isAsked }, at) => {
      if (isAsked) return []
      const features = sentenceFeaturesOf(matcher, facts, at, text, shares[place] as number)
      const score = weighed(sentenceFeatureNames, weights.sentence, features)
      return [{ source: passage.source, passage, at, span, start: span.start, features, score }]
    })
  })
  const chances = logShares(scored.map(({ score }) => score))
  const sorted = scored
    .map(({ start, ...candidate }, i) => ({ ...candidate, start, chance: Math.exp(chances[i] as number) }))
    .sort(better)
  // A sentence without a word of the question may go on where one with some left off; by itself it answers nobody.
  return [...sorted.filter(holdsAny), ...sorted.filter((candidate) => !holdsAny(candidate))]
}

/**
 * Rescores the passages of `ranking`, which `readings` read, and the sentences of the best of them, best first, those without
 * any word of the question last; ties stand by source id, then by place.
 */
export const rank = (
  query: Query,
  ranking: Ranking,
  readings: readonly (PassageReading | undefined)[],
  sources: ReadonlyMap<SourceId, Source>,
  { vectors, weights }: { readonly vectors: WordVectors; readonly weights: Weights },
): Ranked => {
  const matcher = matcherOf(query, vectors)
  const passages = rankPassages(matcher, ranking, readings, sources, weights)
  return {
    passages,
    candidates: rankSentences(matcher, passages, weights),
    proposed: proposedIn(ranking, sources),
  }
}
