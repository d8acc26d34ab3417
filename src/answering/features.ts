import type { AnalysedSentence } from './analysed-passage.ts'
import { showsType } from './answer-type.ts'
import { bm25Of, countIn, coverageOf, ratio } from './concepts-held.ts'
import type { PassageView } from './passage-view.ts'
import type { Query } from './query.ts'

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
  'is-question',
] as const
export type FeatureName = (typeof featureNames)[number]
export type Features = { readonly [K in FeatureName]: number }

/** Neighbouring pairs of `a` that are neighbouring in `b` as well. */
const sharedPairs = (a: readonly string[], b: readonly string[]): number => {
  const pairs = new Set(b.slice(1).map((word, i) => `${b[i]} ${word}`))
  return ratio(a.slice(1).filter((word, i) => pairs.has(`${a[i]} ${word}`)).length, a.length - 1)
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

/** Occurrences of one concept that count in a sentence: saying it again tells little more. */
const mostOccurrences = 2

/** The features of the sentence that stands `at` that place among those of a passage that meets `query` as `view` says. */
export const featuresOf = (query: Query, sentence: AnalysedSentence, view: PassageView, at: number): Features => {
  const { concepts } = query
  const has = view.inSentence[at] ?? []
  const beside = (i: number): boolean => view.inSentence[at - 1]?.[i] === true || view.inSentence[at + 1]?.[i] === true
  const coverage = coverageOf(concepts, (i) => has[i] === true)
  const typed = query.expects === null ? 0 : showsType(sentence.text, query.expects, new Set(query.words))
  // A sentence is measured against one of a dozen terms, so that a long one needs more to score alike.
  const usual = { passages: 0, meanLength: usualLength }
  return {
    'passage-bm25': view.bm25,
    'passage-coverage': view.coverage,
    'sentence-bm25': bm25Of(concepts, countIn(sentence.terms), sentence.terms.length, usual, mostOccurrences),
    'sentence-coverage': coverage,
    'with-context-coverage': coverageOf(concepts, (i) => has[i] === true || view.inContext[i] === true),
    'neighbour-coverage': coverageOf(concepts, (i) => has[i] !== true && beside(i)),
    'nearby-coverage': coverageOf(concepts, (i) => view.nearby[i] === true),
    'word-pairs': sharedPairs(query.words, sentence.words),
    'term-pairs': sharedPairs(
      concepts.map(({ alternatives }) => alternatives[0]?.[0] ?? ''),
      sentence.terms.map(({ term }) => term),
    ),
    closeness: closenessOf(query, sentence) * coverage,
    'answer-type': typed,
    'answer-type-missing': query.expects !== null && typed === 0 ? 1 : 0,
    'opens-passage': at === 0 ? 1 : 0,
    brevity: 1 / (1 + sentence.words.length / 10),
    'is-question': /\?["'”’)\]]{0,3}$/.test(sentence.text) ? 1 : 0,
  }
}
