import { distance } from 'fastest-levenshtein'
import { familyOf } from '../../language/english/word-families.ts'
import { rulesOf } from '../../language/languages.ts'
import type { Correction, IndexedWord, TermKnowledge, Token, Vocabulary } from '../port.ts'
import { compoundsIn } from './compounds.ts'
import { likeliest } from './corrections.ts'

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

/** The distinct terms of words, sorted. */
const termsOf = (words: readonly IndexedWord[], except: string): readonly string[] =>
  [...new Set(words.map(({ term }) => term))].filter((term) => term !== except).sort()

/** The terms of the same word in other languages, or written with other accents. */
const homographsOf = ({ folded, term }: Token, vocabulary: Vocabulary): readonly string[] =>
  termsOf(vocabulary.wordsOf(folded), term)

const relativesOf = ({ folded, term }: Token, vocabulary: Vocabulary): readonly string[] =>
  termsOf(
    familyOf(folded).flatMap((word) => vocabulary.wordsOf(word)),
    term,
  )

const correctionsOf = (folded: string, vocabulary: Vocabulary): readonly Correction[] =>
  likeliest(vocabulary.near(folded), folded)

/** Where no lexicon tells which words exist, only the slightest slip in a long word is one. */
const slightCorrectionsOf = (folded: string, vocabulary: Vocabulary): readonly Correction[] =>
  folded.length < minLettersToCorrect
    ? []
    : correctionsOf(folded, vocabulary).filter(({ form, slips }) => slips === 1 && form[0] === folded[0])

/** Looks up a word of a question. @param language of the token; English if null */
type LookUp = (token: Token, language: string | null, vocabulary: Vocabulary) => TermKnowledge

/**
 * @param isKnownWord whether a folded word is in the language's lexicon
 * @param termOfCompound the term of a folded word in German, the one language here that has compounds
 */
export const createLookUp = (
  isKnownWord: (word: string) => boolean,
  termOfCompound: (folded: string) => string | null,
): LookUp => {
  const variantsOf = ({ folded, term }: Token, vocabulary: Vocabulary): readonly string[] => {
    // A hostile source may have a hundred thousand words with one skeleton.
    const alike = vocabulary.alike(folded, maxAlike + 1)
    if (alike.length > maxAlike) return []
    return termsOf(
      alike.filter(({ form }) => areVariants(folded, form, isKnownWord)),
      term,
    )
  }

  return (token, language, vocabulary) => {
    const passages = vocabulary.passagesWith(token.term)
    const rules = rulesOf(language)
    const others = homographsOf(token, vocabulary)
    if (rules !== null) {
      const known = passages > 0 || others.length > 0
      const compounds = compoundsIn(vocabulary, termOfCompound)
      return {
        passages,
        variants: others,
        relatives: [],
        corrections: known ? [] : slightCorrectionsOf(token.folded, vocabulary),
        compounds: rules.hasCompounds ? compounds.having(token) : [],
        parts: rules.hasCompounds && !known ? compounds.partsOf(token) : [],
      }
    }
    const variants = [...new Set([...others, ...variantsOf(token, vocabulary)])]
    // A word that the library has is what the asker means; only otherwise its family or another word will do.
    if (passages > 0) return { passages, variants, relatives: [], corrections: [], ...noCompounds }
    return {
      passages,
      variants,
      relatives: variants.length > 0 ? [] : relativesOf(token, vocabulary),
      corrections: isKnownWord(token.folded) ? [] : correctionsOf(token.folded, vocabulary),
      ...noCompounds,
    }
  }
}
