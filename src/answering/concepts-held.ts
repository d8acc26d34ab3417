import { saturation } from '../search/bm25.ts'
import type { IndexStatistics } from '../search/port.ts'
import type { Concept } from './query.ts'

/** Tells how often a term stands in a text. */
export type Count = (term: string) => number

/** How often a concept stands in a text, in any of its ways; a way of several terms counts as its rarest one. */
export const occurrencesOf = ({ alternatives }: Concept, count: Count): number => {
  let sum = 0
  for (const terms of alternatives) {
    let fewest = Number.POSITIVE_INFINITY
    for (const term of terms) fewest = Math.min(fewest, count(term))
    sum += fewest
  }
  return sum
}

/** Counts the terms of a sentence. */
export const countIn = (terms: readonly { readonly term: string }[]): Count => {
  const counts = new Map<string, number>()
  for (const { term } of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => counts.get(term) ?? 0
}

/** A part of a whole, from 0 to 1; 0 of nothing. */
export const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** How much of the concepts' weight those have for which `stands` says so, by their position: 0 to 1. */
export const coverageOf = (concepts: readonly Concept[], stands: (at: number) => boolean): number =>
  ratio(
    concepts.reduce((sum, { weight }, at) => sum + (stands(at) ? weight : 0), 0),
    concepts.reduce((sum, { weight }) => sum + weight, 0),
  )

/** BM25 of a text of `length` terms for the concepts, as a share of their weight; at most `most` occurrences of one count. */
export const bm25Of = (
  concepts: readonly Concept[],
  count: Count,
  length: number,
  statistics: IndexStatistics,
  most = Number.POSITIVE_INFINITY,
): number =>
  ratio(
    concepts.reduce(
      (sum, concept) =>
        sum + concept.weight * saturation(Math.min(most, occurrencesOf(concept, count)), length, statistics),
      0,
    ),
    concepts.reduce((sum, { weight }) => sum + weight, 0),
  )
