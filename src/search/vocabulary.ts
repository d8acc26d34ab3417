import { distance } from 'fastest-levenshtein'
import type { IndexStatistics, TermKnowledge, Token } from './port.ts'
import { skeletonOf } from './spelling.ts'

/** Shorter words have too many neighbours to guess a spelling from. */
const shortestVariant = 4

/** The words of an index: in how many passages each term stands, and which are spellings of one another. */
export type Vocabulary = {
  /** Counts a passage of `length` terms in. */
  learn(tokens: readonly Token[], length: number): void
  /** Counts a passage out that was counted in. */
  forget(tokens: readonly Token[], length: number): void
  frequency(term: string): number
  lookUp(token: Token): TermKnowledge
  statistics(): IndexStatistics
}

/**
 * Two spellings of one word: the same skeleton, nearly the same length, and at least one of them no word of the language
 * that `isKnownWord` knows; `police` and `palace` share a skeleton too, but both are words.
 */
const areVariants = (a: string, b: string, isKnownWord: (word: string) => boolean): boolean =>
  a !== b &&
  Math.min(a.length, b.length) >= shortestVariant &&
  distance(a, b) <= (Math.max(a.length, b.length) >= 7 ? 3 : 2) &&
  !(isKnownWord(a) && isKnownWord(b))

/** @param isKnownWord whether a folded word is in the language's lexicon */
export const createVocabulary = (isKnownWord: (word: string) => boolean): Vocabulary => {
  const byTerm = new Map<string, number>()
  const byForm = new Map<string, { readonly term: string; passages: number }>()
  const bySkeleton = new Map<string, Set<string>>()
  let passages = 0
  let length = 0

  const key = (folded: string): string => skeletonOf(folded.replace(/s$/, ''))

  const count = (tokens: readonly Token[], step: 1 | -1): void => {
    for (const term of new Set(tokens.map((token) => token.term))) {
      const left = (byTerm.get(term) ?? 0) + step
      if (left > 0) byTerm.set(term, left)
      else byTerm.delete(term)
    }
    for (const [folded, { term }] of new Map(tokens.map((token) => [token.folded, token]))) {
      const form = byForm.get(folded) ?? { term, passages: 0 }
      form.passages += step
      const alike = bySkeleton.get(key(folded)) ?? new Set()
      if (form.passages > 0) {
        byForm.set(folded, form)
        bySkeleton.set(key(folded), alike.add(folded))
      } else {
        byForm.delete(folded)
        alike.delete(folded)
        if (alike.size === 0) bySkeleton.delete(key(folded))
      }
    }
  }

  return {
    learn: (tokens, passageLength) => {
      passages++
      length += passageLength
      count(tokens, 1)
    },
    forget: (tokens, passageLength) => {
      passages--
      length -= passageLength
      count(tokens, -1)
    },
    frequency: (term) => byTerm.get(term) ?? 0,
    lookUp: ({ term, folded }) => {
      const variants = [...(bySkeleton.get(key(folded)) ?? [])]
        .filter((form) => areVariants(folded, form, isKnownWord))
        .flatMap((form) => byForm.get(form)?.term ?? [])
        .filter((other) => other !== term)
      return { passages: byTerm.get(term) ?? 0, variants: [...new Set(variants)].sort() }
    },
    statistics: () => ({ passages, meanLength: passages === 0 ? 0 : length / passages }),
  }
}
