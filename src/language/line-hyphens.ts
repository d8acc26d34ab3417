import type { BrokenWord } from '../domain/readable.ts'
import { isKnownWord } from './english/wink.ts'
import { ending, linksSuspended } from './english/word-parts.ts'
import { readAs } from './languages.ts'

/** How a hyphen at the end of a line is read: the line break put it there, it belongs to the word, or it is left open. */
export type HyphenReading = 'joined' | 'kept' | 'suspended'

/** What the rest of the text says of a word: in which ways it stands there undivided. */
export type Undivided = { readonly joined: boolean; readonly hyphenated: boolean }

/** What French joins to a word with a hyphen of its own. */
const frenchTail = /^(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ci|là|moi|toi|lui|leur|leurs|même|mêmes|y|en|t)$/

/** French words of several parts, by their first: `peut-être`, `au-dessus`, `rendez-vous`. */
const frenchWords: readonly (readonly [first: RegExp, second: RegExp])[] = [
  [/^peut$/, /^être$/],
  [/^(?:au|par|ci|là|en)$/, /^(?:dess(?:us|ous)|delà|devant|derrière|dedans|dehors|bas|haut|après|contre)$/],
  [/^(?:quelques?|chacune?)$/, /^une?s?$/],
  [/^(?:avant|après)$/, /^(?:hier|demain|midi|guerre|vente)$/],
]

const isCapitals = (half: string): boolean => half.length > 1 && half === half.toUpperCase()

/** Shorter halves are parts of words that the lexicon happens to have. */
const minHalf = 3

/**
 * Decides by what the text has elsewhere, then by the English lexicon, then by the form of the halves.
 * @param first the half before the hyphen, as written
 * @param second the half in the next line
 * @param undivided how the word stands elsewhere in the text
 * @param language of the text, as a tag; English if unknown
 */
export const readLineHyphen = (
  first: string,
  second: string,
  undivided: Undivided,
  language: string | null,
): HyphenReading => {
  if (linksSuspended.test(second)) return 'suspended'
  const inCapitals = isCapitals(first) && isCapitals(second)
  if (!(inCapitals || /^\p{Ll}/u.test(second)) || !/\p{L}$/u.test(first)) return 'kept'
  // `X-⏎ray`, `T-⏎shirt`
  if (/^\p{Lu}$/u.test(first)) return 'kept'
  if (undivided.joined !== undivided.hyphenated) return undivided.joined ? 'joined' : 'kept'
  const [low, high] = [first.toLowerCase(), second.toLowerCase()]
  const spoken = readAs(language)
  const isFrenchWord = frenchTail.test(high) || frenchWords.some(([head, tail]) => head.test(low) && tail.test(high))
  if (spoken === 'fr' && isFrenchWord) return 'kept'
  if (spoken !== 'en') return 'joined'
  if (isKnownWord(low + high)) return 'joined'
  // `London-⏎based`: a name is not in the lexicon.
  const isWord = isKnownWord(low) || (/^\p{Lu}/u.test(first) && low.length > minHalf)
  return isWord && isKnownWord(high) && high.length >= minHalf && !ending.test(high) ? 'kept' : 'joined'
}

/**
 * @param word a word that a line break divides
 * @returns its words as they would stand were it read the other way, to be found by; null if nobody would write it so
 */
export const otherReading = ({ first, second, isJoined }: BrokenWord): string | null => {
  if (first === '' || second === '') return null
  if (!isJoined) return first + second
  const halves = [first.toLowerCase(), second.toLowerCase()]
  const areWords = halves.every((half) => half.length >= minHalf && isKnownWord(half) && !ending.test(half))
  return areWords ? `${first} ${second}` : null
}
