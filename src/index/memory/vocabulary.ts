import { distance } from 'fastest-levenshtein'
import { comparedSkeleton, skeletonHash } from '../../language/english/spelling.ts'
import { familyOf } from '../../language/english/word-families.ts'
import { rulesOf } from '../../language/languages.ts'
import type { Correction, TermKnowledge, Token } from '../port.ts'
import { createCompounds } from './compounds.ts'
import { createCorrector } from './corrections.ts'
import type { Dictionary } from './dictionary.ts'
import type { DocumentFrequencies } from './document-frequencies.ts'
import { noTerm } from './segment.ts'

/** Shorter words have too many neighbours for guessing a spelling. */
const minVariantLength = 4

/**
 * Letters that may differ: one, or more if the words end alike, as spellings of a name do and `hello` and `Halle` do
 * not.
 */
const maxDifferences = (a: string, b: string): number => {
  if (a.replace(/s$/, '').at(-1) !== b.replace(/s$/, '').at(-1)) return 1
  return Math.max(a.length, b.length) >= 7 ? 3 : 2
}

/**
 * Whether two words with the same skeleton are spellings of one word: they differ in few letters, and at least one is
 * not a known word. `police` and `palace` share a skeleton too, but both are known words.
 */
const areVariants = (a: string, b: string, isKnownWord: (word: string) => boolean): boolean =>
  a !== b &&
  !/\p{N}/u.test(a + b) &&
  Math.min(a.length, b.length) >= minVariantLength &&
  distance(a, b) <= maxDifferences(a, b) &&
  !(isKnownWord(a) && isKnownWord(b))

/** Letters that a word must have to be corrected in a language without a lexicon. */
const minLettersToCorrect = 7

const noCompounds = { compounds: [], parts: [] }

/** Words with the same skeleton that are compared: if more share it, it tells nothing. */
const maxAlike = 50

/** Looks up words of questions. */
type Vocabulary = { lookUp(token: Token, language: string | null): TermKnowledge }

/**
 * @param isKnownWord whether a folded word is in the language's lexicon
 * @param termOfCompound the term of a folded word in German, the one language here that has compounds
 */
export const createVocabulary = (
  dictionary: Dictionary,
  counts: DocumentFrequencies,
  isKnownWord: (word: string) => boolean,
  termOfCompound: (folded: string) => string | null,
): Vocabulary => {
  const correct = createCorrector(dictionary, counts)
  const compounds = createCompounds(dictionary, counts, termOfCompound)

  /** The distinct terms of words, sorted. */
  const termsOf = (words: readonly number[], except: string): readonly string[] =>
    [...new Set(words.map((word) => dictionary.terms[dictionary.termOfWord(word)] as string))]
      .filter((term) => term !== except)
      .sort()

  const variantsOf = ({ folded, term }: Token): readonly string[] => {
    const skeleton = comparedSkeleton(folded)
    const alike: number[] = []
    for (const word of dictionary.alike(skeletonHash(folded))) {
      if (counts.ofWord(word) === 0 || comparedSkeleton(dictionary.words[word] as string) !== skeleton) continue
      alike.push(word)
      // A hostile source may have a hundred thousand words with one skeleton.
      if (alike.length > maxAlike) return []
    }
    const variants = alike.filter((word) => areVariants(folded, dictionary.words[word] as string, isKnownWord))
    return termsOf(variants, term)
  }

  const relativesOf = ({ folded, term }: Token): readonly string[] => {
    const known = familyOf(folded).flatMap((word) => dictionary.wordNumbers(word))
    return termsOf(
      known.filter((word) => counts.ofWord(word) > 0),
      term,
    )
  }

  /** Where no lexicon tells which words exist, only the slightest slip in a long word is one. */
  const correctionsOf = (folded: string): readonly Correction[] =>
    folded.length < minLettersToCorrect
      ? []
      : correct(folded).filter(({ form, slips }) => slips === 1 && form[0] === folded[0])

  /** The terms of the same word in other languages, or written with other accents. */
  const homographsOf = ({ folded, term }: Token): readonly string[] =>
    termsOf(
      dictionary
        .wordNumbers(folded)
        .filter((word) => dictionary.termOfWord(word) !== noTerm && counts.ofWord(word) > 0),
      term,
    )

  return {
    lookUp: (token, language) => {
      const passages = counts.ofTerm(dictionary.termNumber(token.term) ?? -1)
      const rules = rulesOf(language)
      const others = homographsOf(token)
      if (rules !== null) {
        const known = passages > 0 || others.length > 0
        return {
          passages,
          variants: others,
          relatives: [],
          corrections: known ? [] : correctionsOf(token.folded),
          compounds: rules.hasCompounds ? compounds.having(token) : [],
          parts: rules.hasCompounds && !known ? compounds.partsOf(token) : [],
        }
      }
      const variants = others.length === 0 ? variantsOf(token) : [...new Set([...others, ...variantsOf(token)])].sort()
      // A word that the library has is what the asker means; only otherwise its family or another word will do.
      if (passages > 0) return { passages, variants, relatives: [], corrections: [], ...noCompounds }
      const corrections = isKnownWord(token.folded) ? [] : correct(token.folded)
      return {
        passages,
        variants,
        relatives: variants.length > 0 ? [] : relativesOf(token),
        corrections,
        ...noCompounds,
      }
    },
  }
}
