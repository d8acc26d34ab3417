import type { Passage, Ranking } from '../domain/passage.ts'
import type { PassageReading, PassageSearch, WeightedTerm } from '../index/port.ts'
import type { Comparison, Likeness } from '../meaning/port.ts'

/** Passages that may answer, and their words. */
export type ReadRanking = { readonly ranking: Ranking; readonly readings: readonly (PassageReading | undefined)[] }

/**
 * The same with how like the question each is in meaning: null for one in a language that the encoder does not know, and
 * null for all when it is not known yet of one of them.
 */
export type Found = ReadRanking & { readonly likenesses: readonly (Likeness | null)[] | null }

/** Which passages a question allows, by their words. */
export type Allows = (passage: Passage, reading: PassageReading) => boolean

/** Which passages meaning may add, and the terms that each is scored by, as those that words found were. */
type Sought = { readonly terms: readonly WeightedTerm[]; readonly allows: Allows }

/**
 * Adds to what words found what only meaning finds. When a passage that words found has no vector yet, words decide
 * alone: it could not be compared with the others. One that never gets a vector stays, and has words alone in its favour.
 * @param comparison the question compared with the library; null while nothing can be
 */
export const withMeaning = async (
  found: ReadRanking,
  comparison: Comparison | null,
  { terms, allows }: Sought,
  index: Pick<PassageSearch, 'passages' | 'read' | 'search'>,
): Promise<Found> => {
  const likenesses = comparison === null ? [] : found.ranking.map(({ passage }) => comparison.likenessOf(passage))
  if (comparison === null || !likenesses.every((likeness) => likeness !== undefined))
    return { ...found, likenesses: null }
  const keyOf = ({ source, ordinal }: Pick<Passage, 'source' | 'ordinal'>): string => `${source}\n${ordinal}`
  const known = new Set(found.ranking.map(({ passage }) => keyOf(passage)))
  const among = comparison.nearest.filter((key) => !known.has(keyOf(key)))
  const passages = (await index.passages(among)).filter((passage) => passage !== undefined)
  const readings = await index.read(passages)
  const byWords = await index.search(terms, { limit: among.length, among })
  const scores = new Map(byWords.map(({ passage, score }) => [keyOf(passage), score]))
  const added = passages.flatMap((passage, at) => {
    const reading = readings[at]
    const likeness = comparison.likenessOf(passage)
    if (reading === undefined || likeness === undefined || !allows(passage, reading)) return []
    return [{ hit: { passage, score: scores.get(keyOf(passage)) ?? 0 }, reading, likeness }]
  })
  return {
    ranking: [...found.ranking, ...added.map(({ hit }) => hit)],
    readings: [...found.readings, ...added.map(({ reading }) => reading)],
    likenesses: [...likenesses, ...added.map(({ likeness }) => likeness)],
  }
}
