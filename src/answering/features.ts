import { saturation } from '../search/bm25.ts'
import type { IndexStatistics } from '../search/port.ts'
import type { AnalysedPassage, AnalysedSentence } from './analysed-passage.ts'
import { showsType } from './answer-type.ts'
import type { Concept, Query } from './query.ts'

/** What the score of a sentence is made of; each is about 0 to 2. */
export const featureNames = [
  'passage-bm25',
  'passage-coverage',
  'sentence-bm25',
  'sentence-coverage',
  'with-context-coverage',
  'neighbour-coverage',
  'nearby-coverage',
  'word-pairs',
  'term-pairs',
  'closeness',
  'answer-type',
  'answer-type-missing',
  'opens-passage',
  'brevity',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = { readonly [K in FeatureName]: number }

/** How often a concept stands in a bag of terms, in any of its ways; a way of several terms counts as its rarest one. */
const occurrencesOf = ({ alternatives }: Concept, count: (term: string) => number): number => {
  let sum = 0
  for (const terms of alternatives) {
    let fewest = Number.POSITIVE_INFINITY
    for (const term of terms) fewest = Math.min(fewest, count(term))
    sum += fewest
  }
  return sum
}

const countIn = (terms: AnalysedSentence['terms']): ((term: string) => number) => {
  const counts = new Map<string, number>()
  for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => counts.get(term) ?? 0
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Neighbouring pairs of `a` that are neighbouring in `b` as well. */
const sharedPairs = (a: readonly string[], b: readonly string[]): number => {
  const pairs = new Set(b.slice(1).map((word, i) => `${b[i]} ${word}`))
  return share(a.slice(1).filter((word, i) => pairs.has(`${a[i]} ${word}`)).length, a.length - 1)
}

/** Where concepts stand in a sentence: `concept` is a position in the query. */
const placesOf = ({ concepts }: Query, { terms }: AnalysedSentence): readonly { concept: number; at: number }[] => {
  const ofTerm = new Map<string, number>()
  for (const [i, { alternatives }] of concepts.entries())
    for (const option of alternatives) for (const term of option) if (!ofTerm.has(term)) ofTerm.set(term, i)
  return terms.flatMap(({ term, at }) => {
    const concept = ofTerm.get(term)
    return concept === undefined ? [] : [{ concept, at }]
  })
}

/** How close together the sentence has the concepts that it has: 1 side by side, towards 0 far apart; 0 for fewer than two. */
const closenessOf = (query: Query, sentence: AnalysedSentence): number => {
  const places = placesOf(query, sentence)
  const wanted = new Set(places.map(({ concept }) => concept)).size
  if (wanted < 2) return 0
  const seen = new Map<number, number>()
  let [from, best] = [0, Number.POSITIVE_INFINITY]
  for (const { concept, at } of places) {
    seen.set(concept, (seen.get(concept) ?? 0) + 1)
    while (seen.size === wanted) {
      const first = places[from]
      if (first === undefined) break
      best = Math.min(best, at - first.at + 1)
      const left = (seen.get(first.concept) ?? 1) - 1
      if (left === 0) seen.delete(first.concept)
      else seen.set(first.concept, left)
      from++
    }
  }
  return wanted / Math.max(wanted, best)
}

/** Terms of a usual sentence. */
const usualLength = 12

/** What a passage as a whole shows, reckoned once for its sentences. */
export type PassageView = {
  readonly total: number
  readonly bm25: number
  readonly coverage: number
  /** By sentence, then by the position of the concept in the query. */
  readonly inSentence: readonly (readonly boolean[])[]
  /** By the position of the concept: stands in the passage or its context. */
  readonly inPassage: readonly boolean[]
  readonly inContext: readonly boolean[]
  /** Stands in the passage, its context, or the paragraphs around. */
  readonly nearby: readonly boolean[]
}

/** How `passage` meets `query`. */
export const viewOf = (query: Query, passage: AnalysedPassage, statistics: IndexStatistics): PassageView => {
  const { concepts } = query
  const total = concepts.reduce((sum, { weight }) => sum + weight, 0)
  const weigh = (has: (concept: Concept) => boolean): number =>
    share(
      concepts.reduce((sum, c) => sum + (has(c) ? c.weight : 0), 0),
      total,
    )
  const inPassage = (c: Concept): boolean => occurrencesOf(c, (term) => passage.occurrences.get(term) ?? 0) > 0
  const inContext = (c: Concept): boolean => occurrencesOf(c, (term) => (passage.context.has(term) ? 1 : 0)) > 0
  return {
    total,
    bm25: share(
      concepts.reduce(
        (sum, c) =>
          sum +
          c.weight *
            saturation(
              occurrencesOf(c, (term) => passage.occurrences.get(term) ?? 0),
              passage.length,
              statistics,
            ),
        0,
      ),
      total,
    ),
    coverage: weigh(inPassage),
    inSentence: passage.sentences.map(({ terms }) => {
      const count = countIn(terms)
      return concepts.map((c) => occurrencesOf(c, count) > 0)
    }),
    inPassage: concepts.map((c) => inPassage(c) || inContext(c)),
    inContext: concepts.map(inContext),
    nearby: concepts.map(
      (c) => inPassage(c) || inContext(c) || occurrencesOf(c, (term) => (passage.nearby.has(term) ? 1 : 0)) > 0,
    ),
  }
}

/** The features of sentence `at` of `passage`. */
export const featuresOf = (query: Query, passage: AnalysedPassage, view: PassageView, at: number): Features => {
  const sentence = passage.sentences[at] as AnalysedSentence
  const { concepts } = query
  const has = view.inSentence[at] ?? []
  const weigh = (stands: (i: number) => boolean): number =>
    share(
      concepts.reduce((sum, { weight }, i) => sum + (stands(i) ? weight : 0), 0),
      view.total,
    )
  const coverage = weigh((i) => has[i] === true)
  const count = countIn(sentence.terms)
  // A sentence is measured against one of a dozen terms, so that a long one needs more to score alike.
  const bm25 = share(
    concepts.reduce(
      (sum, c) =>
        sum +
        c.weight *
          saturation(Math.min(2, occurrencesOf(c, count)), sentence.terms.length, {
            passages: 0,
            meanLength: usualLength,
          }),
      0,
    ),
    view.total,
  )
  const beside = (i: number): boolean => view.inSentence[at - 1]?.[i] === true || view.inSentence[at + 1]?.[i] === true
  const typed = query.expects === null ? 0 : showsType(sentence.text, query.expects, new Set(query.words))
  return {
    'passage-bm25': view.bm25,
    'passage-coverage': view.coverage,
    'sentence-bm25': bm25,
    'sentence-coverage': coverage,
    'with-context-coverage': weigh((i) => has[i] === true || view.inContext[i] === true),
    'neighbour-coverage': weigh((i) => has[i] !== true && beside(i)),
    'nearby-coverage': weigh((i) => view.nearby[i] === true),
    'word-pairs': sharedPairs(query.words, sentence.words),
    'term-pairs': sharedPairs(
      query.concepts.map(({ alternatives }) => alternatives[0]?.[0] ?? ''),
      sentence.terms.map(({ term }) => term),
    ),
    closeness: closenessOf(query, sentence) * coverage,
    'answer-type': typed,
    'answer-type-missing': query.expects !== null && typed === 0 ? 1 : 0,
    'opens-passage': at === 0 ? 1 : 0,
    brevity: 1 / (1 + sentence.words.length / 10),
  }
}
