import { distance } from 'fastest-levenshtein'
import { comparedSkeleton, skeletonHash } from '../../language/english/spelling.ts'
import { familyOf } from '../../language/english/word-families.ts'
import type { TermKnowledge, Token } from '../port.ts'
import { createCorrector } from './corrections.ts'
import type { Dictionary } from './dictionary.ts'
import type { DocumentFrequencies } from './document-frequencies.ts'

/** Shorter words have too many neighbours to guess a spelling from. */
const minVariantLength = 4

/** Letters that may differ: one, or more where the words end alike, as spellings of a name do and `hello` and `Halle` do not. */
const slipsAllowed = (a: string, b: string): number => {
  if (a.replace(/s$/, '').at(-1) !== b.replace(/s$/, '').at(-1)) return 1
  return Math.max(a.length, b.length) >= 7 ? 3 : 2
}

/**
 * Two spellings of one word: the same skeleton, nearly the same length, and at least one of them no word of the language
 * that `isKnownWord` knows. `police` and `palace` share a skeleton too, but both are words.
 */
const areVariants = (a: string, b: string, isKnownWord: (word: string) => boolean): boolean =>
  a !== b &&
  !/\p{N}/u.test(a + b) &&
  Math.min(a.length, b.length) >= minVariantLength &&
  distance(a, b) <= slipsAllowed(a, b) &&
  !(isKnownWord(a) && isKnownWord(b))

/** Words that may share a skeleton and still be compared: what so many share tells nothing. */
const maxAlike = 50

/** What an index knows of a word of a question. */
type Vocabulary = { lookUp(token: Token): TermKnowledge }

/** @param isKnownWord whether a folded word is in the language's lexicon */
export const createVocabulary = (
  dictionary: Dictionary,
  counts: DocumentFrequencies,
  isKnownWord: (word: string) => boolean,
): Vocabulary => {
  const correct = createCorrector(dictionary, counts)

  /** The terms of words, each once and in one order. */
  const termsOf = (words: readonly number[], but: string): readonly string[] =>
    [...new Set(words.map((word) => dictionary.terms[dictionary.termOfWord(word)] as string))]
      .filter((term) => term !== but)
      .sort()

  const variantsOf = ({ folded, term }: Token): readonly string[] => {
    const skeleton = comparedSkeleton(folded)
    const alike: number[] = []
    for (const word of dictionary.alike(skeletonHash(folded))) {
      if (counts.ofWord(word) === 0 || comparedSkeleton(dictionary.words[word] as string) !== skeleton) continue
      alike.push(word)
      // A source may write a hundred thousand words of one skeleton.
      if (alike.length > maxAlike) return []
    }
    const variants = alike.filter((word) => areVariants(folded, dictionary.words[word] as string, isKnownWord))
    return termsOf(variants, term)
  }

  const relativesOf = ({ folded, term }: Token): readonly string[] => {
    const held = familyOf(folded).flatMap((word) => dictionary.wordNumber(word) ?? [])
    return termsOf(
      held.filter((word) => counts.ofWord(word) > 0),
      term,
    )
  }

  return {
    lookUp: (token) => {
      const passages = counts.ofTerm(dictionary.termNumber(token.term) ?? -1)
      const variants = variantsOf(token)
      // A word that the library has is what the asker means; only for want of it, its family or another word will do.
      if (passages > 0) return { passages, variants, relatives: [], corrections: [] }
      const corrections = isKnownWord(token.folded) ? [] : correct(token.folded)
      return { passages, variants, relatives: variants.length > 0 ? [] : relativesOf(token), corrections }
    },
  }
}
