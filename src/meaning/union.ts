import type { PassageKey } from '../domain/passage.ts'
import { compareIds } from '../domain/source.ts'
import type { Comparison, Meaning } from './port.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

const byPlace = (a: PassageKey, b: PassageKey): number => compareIds(a.source, b.source) || a.ordinal - b.ordinal

/** The nearest passages of all, each once, whichever parts have it. */
const nearestOf = (comparisons: readonly Comparison[], limit: number): readonly PassageKey[] => {
  const near = comparisons.flatMap(({ nearest, likenessOf }) =>
    nearest.map((passage) => ({ passage, cosine: likenessOf(passage)?.passage ?? 0 })),
  )
  const keyOf = ({ source, version, ordinal }: PassageKey): string => [source, version, ordinal].join('\n')
  return [...new Map(near.map((each) => [keyOf(each.passage), each])).values()]
    .sort((a, b) => b.cosine - a.cosine || byPlace(a.passage, b.passage))
    .slice(0, limit)
    .map(({ passage }) => passage)
}

/**
 * Several meanings as one. What a part that cannot compare yet has counts as not encoded yet. Of many passages, each
 * part looks closely at as many as one index would at those of all, so that it may find more.
 * @param parts with one encoder, which had better remember questions
 * @returns the only part itself, if there is one
 */
export const unionMeaning = (parts: readonly Meaning[]): Meaning => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only

  const isLeftOut = (passage: PassageKey): boolean => parts.some((part) => part.isLeftOut(passage))
  return {
    compare: async (question, options) => {
      const compared = await Promise.all(parts.map((part) => part.compare(question, options)))
      const comparisons = compared.filter((each) => each !== null)
      if (comparisons.length === 0) return null
      return {
        nearest: nearestOf(comparisons, options.limit),
        likenessOf: (passage) => {
          for (const { likenessOf } of comparisons) {
            const likeness = likenessOf(passage)
            if (likeness !== undefined) return likeness
          }
          // A part that has nothing but such passages compares nothing.
          return isLeftOut(passage) ? null : undefined
        },
      }
    },
    isLeftOut,
    encoded: () => sum(parts.map((part) => part.encoded())),
    leftOut: () => sum(parts.map((part) => part.leftOut())),
  }
}
