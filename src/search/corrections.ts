import type { Counts } from './counts.ts'
import type { Dictionary } from './dictionary.ts'
import { editDistance } from './edit-distance.ts'
import { grown } from './growing.ts'
import type { Correction } from './port.ts'
import { noTerm } from './segment.ts'

/** Letters that a word needs for one slip to be told from another word, and for two. */
const lettersForOne = 4
const lettersForTwo = 8
/** Corrections of one word at most. */
const mostCorrections = 3

/** A slip in a number makes another number. */
const hasDigit = /\p{N}/u

/** Which letters a word has, a bit each: a slip changes two of the bits at most. */
const lettersOf = (word: string): number => {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

const bitsIn = (number: number): number => {
  let rest = number - ((number >>> 1) & 0x55555555)
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333)
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/**
 * Finds words that a slip or two of the hand make of a given one. All words are looked at, by their letters alone at
 * first: 200,000 take about a millisecond, and no index of near words has to be kept.
 */
export const createCorrector = (
  { words, terms, termOfWord }: Dictionary,
  counts: Counts,
): ((folded: string) => readonly Correction[]) => {
  let letters = new Uint32Array(0)
  let known = 0
  /** Dictionaries only grow, so what was reckoned stays right. */
  const learnNew = (): void => {
    letters = grown(letters, words.length)
    for (; known < words.length; known++) letters[known] = lettersOf(words[known] as string)
  }

  return (folded) => {
    if (folded.length < lettersForOne || hasDigit.test(folded)) return []
    learnNew()
    const most = folded.length >= lettersForTwo ? 2 : 1
    const own = lettersOf(folded)
    const near: (Correction & { readonly isOtherwiseBegun: boolean })[] = []
    for (let word = 0; word < known; word++) {
      if (bitsIn((letters[word] as number) ^ own) > 2 * most) continue
      const form = words[word] as string
      const passages = counts.ofWord(word)
      if (passages === 0 || form.length < lettersForOne || termOfWord(word) === noTerm || hasDigit.test(form)) continue
      const slips = editDistance(folded, form, most)
      if (slips > most || slips === 0) continue
      const term = terms[termOfWord(word)] as string
      near.push({ form, term, passages, slips, isOtherwiseBegun: form[0] !== folded[0] })
    }
    return near
      .sort(
        (a, b) =>
          a.slips - b.slips ||
          Number(a.isOtherwiseBegun) - Number(b.isOtherwiseBegun) ||
          b.passages - a.passages ||
          (a.form < b.form ? -1 : 1),
      )
      .slice(0, mostCorrections)
      .map(({ form, term, passages, slips }) => ({ form, term, passages, slips }))
  }
}
