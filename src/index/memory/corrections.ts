import type { Correction } from '../port.ts'
import type { Dictionary } from './dictionary.ts'
import { type DocumentFrequencies, grown } from './document-frequencies.ts'

/**
 * The optimal string alignment distance of two words: inserted, missing or wrong letters, or swapped neighbours. More
 * than `maxSlips` counts as `maxSlips + 1`; the cost grows with `maxSlips` and the words' length.
 */
export const editDistance = (a: string, b: string, maxSlips: number): number => {
  const tooMany = maxSlips + 1
  if (Math.abs(a.length - b.length) > maxSlips) return tooMany
  const unknown = (): number[] => new Array<number>(b.length + 2).fill(tooMany)
  // Each row has the distance of a prefix of `a` to every prefix of `b` that is not much longer or shorter.
  let beforeLast = unknown()
  let last = unknown()
  let row = unknown()
  for (let j = 0; j <= Math.min(maxSlips, b.length); j++) last[j] = j
  for (let i = 1; i <= a.length; i++) {
    const from = Math.max(1, i - maxSlips)
    const to = Math.min(b.length, i + maxSlips)
    row[from - 1] = from === 1 ? Math.min(tooMany, i) : tooMany
    row[to + 1] = tooMany
    let least = row[from - 1] as number
    const letter = a.charCodeAt(i - 1)
    for (let j = from; j <= to; j++) {
      const other = b.charCodeAt(j - 1)
      let slips = (last[j - 1] as number) + (letter === other ? 0 : 1)
      slips = Math.min(slips, (last[j] as number) + 1, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other)
        slips = Math.min(slips, (beforeLast[j - 2] as number) + 1)
      row[j] = slips
      least = Math.min(least, slips)
    }
    if (least > maxSlips) return tooMany
    const spare = beforeLast
    beforeLast = last
    last = row
    row = spare
  }
  return Math.min(tooMany, last[b.length] as number)
}

/** Letters that a word must have to be corrected by one typo, or by two. */
const minLettersForOne = 4
const minLettersForTwo = 8

/** A typo in a number makes another number. */
const hasDigit = /\p{N}/u

/**
 * Bit sets of the letters that a word has at all, and more than once: a typo changes at most two bits of both together.
 */
type Letters = { readonly once: number; readonly again: number }

const lettersOf = (word: string): Letters => {
  let once = 0
  let again = 0
  for (let i = 0; i < word.length; i++) {
    const letter = 1 << (word.charCodeAt(i) & 31)
    again |= once & letter
    once |= letter
  }
  return { once, again }
}

const bitsIn = (number: number): number => {
  let rest = number - ((number >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * Finds the words that are one or two typos away from a given one, in no particular order. All words are compared, at
 * first only by their letters: 200,000 take about a millisecond, and no index of similar words has to be kept.
 */
export const createNearWords = (
  { words, terms, termOfWord }: Dictionary,
  counts: DocumentFrequencies,
): ((folded: string) => readonly Correction[]) => {
  let once = new Uint32Array(0)
  let again = new Uint32Array(0)
  let known = 0
  /** Dictionaries only grow, so what was computed stays right. */
  const learnNew = (): void => {
    once = grown(once, words.length)
    again = grown(again, words.length)
    for (; known < words.length; known++) {
      const letters = lettersOf(words[known] as string)
      once[known] = letters.once
      again[known] = letters.again
    }
  }

  return (folded) => {
    if (folded.length < minLettersForOne || hasDigit.test(folded)) return []
    learnNew()
    const maxSlips = folded.length >= minLettersForTwo ? 2 : 1
    const letters = lettersOf(folded)
    const near: Correction[] = []
    for (let word = 0; word < known; word++) {
      const changed = bitsIn((once[word] as number) ^ letters.once) + bitsIn((again[word] as number) ^ letters.again)
      if (changed > 2 * maxSlips) continue
      const form = words[word] as string
      const passages = counts.ofWord(word)
      if (passages === 0 || form.length < minLettersForOne || Math.abs(form.length - folded.length) > maxSlips) continue
      const slips = editDistance(folded, form, maxSlips)
      if (slips > maxSlips || slips === 0 || hasDigit.test(form)) continue
      near.push({ form, term: terms[termOfWord(word)] as string, passages, slips })
    }
    return near
  }
}

/** Maximum number of corrections of a word. */
const maxCorrections = 3

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The likeliest of the words near a folded one: fewest slips, then the same first letter, then the commonest. */
export const likeliest = (near: readonly Correction[], folded: string): readonly Correction[] => {
  const startsDifferently = ({ form }: Correction): number => Number(form[0] !== folded[0])
  return near
    .toSorted(
      (a, b) =>
        a.slips - b.slips ||
        startsDifferently(a) - startsDifferently(b) ||
        b.passages - a.passages ||
        compareTexts(a.form, b.form) ||
        compareTexts(a.term, b.term),
    )
    .slice(0, maxCorrections)
}
