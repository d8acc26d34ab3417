import type { PassageKey } from '../domain/passage.ts'
import { compareIds } from '../domain/source.ts'
import type { Comparison, Meaning } from './port.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/**
 * Several meaning indexes as one.
 * @param parts with different sources
 * @returns the only part itself, if there is one
 */
export const unionMeaning = (parts: readonly Meaning[]): Meaning => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  return {
    compare: async (question, options) => {
      const compared = await Promise.all(parts.map((part) => part.compare(question, options)))
      const comparisons = compared.filter((each): each is Comparison => each !== null)
      if (comparisons.length === 0) return null
      const likenessOf: Comparison['likenessOf'] = (passage) => {
        for (const comparison of comparisons) {
          const likeness = comparison.likenessOf(passage)
          if (likeness !== undefined) return likeness
        }
        return undefined
      }
      const byLikeness = (a: PassageKey, b: PassageKey): number =>
        (likenessOf(b)?.passage ?? 0) - (likenessOf(a)?.passage ?? 0) ||
        compareIds(a.source, b.source) ||
        a.ordinal - b.ordinal
      const nearest = comparisons.flatMap((comparison) => comparison.nearest).sort(byLikeness)
      return { nearest: nearest.slice(0, options.limit), likenessOf }
    },
    encoded: () => sum(parts.map((part) => part.encoded())),
    leftOut: () => sum(parts.map((part) => part.leftOut())),
  }
}
