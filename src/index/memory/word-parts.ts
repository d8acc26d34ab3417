import { grown } from './document-frequencies.ts'

/** Letters of the parts by which words are found. */
const partLength = 3
/** The parts are told apart by so many bits: German has some ten thousand. */
const buckets = 1 << 16
/** The end of a chain. */
const none = 0xffff_ffff
/** Words that are taken in at a time: some milliseconds. */
const maxTakenIn = 5000

/** Finds words by letters that they have in them. */
export type WordParts = {
  /**
   * The numbers of words that may have `letters` in them: all that do are among them, each once or more often.
   * @param letters three or more
   */
  mayHave(letters: string): Iterable<number>
}

/**
 * Finds words by every three letters in a row. Words are taken in when something is looked for, some at a time, so that
 * a library without compounds pays nothing; those that are not yet are all returned.
 * @param words a list that only grows
 */
export const createWordParts = (words: readonly string[]): WordParts => {
  const newest = new Uint32Array(buckets).fill(none)
  const sizes = new Uint32Array(buckets)
  // The words of one bucket are chained, newest first.
  let entryWords = new Uint32Array(0)
  let older = new Uint32Array(0)
  let entries = 0
  let taken = 0

  const bucketOf = (text: string, at: number): number => {
    const part = (text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2)) | 0
    return Math.imul(part, 0x9e3779b1) >>> 16
  }
  const takeIn = (number: number): void => {
    const word = words[number] as string
    for (let at = 0; at + partLength <= word.length; at++) {
      const bucket = bucketOf(word, at)
      // The same three letters again, as in `Papapa`.
      const last = newest[bucket] as number
      if (last !== none && entryWords[last] === number) continue
      entryWords = grown(entryWords, entries + 1)
      older = grown(older, entries + 1)
      entryWords[entries] = number
      older[entries] = last
      newest[bucket] = entries++
      sizes[bucket] = (sizes[bucket] as number) + 1
    }
  }
  const rarestIn = (letters: string): number => {
    let rarest = bucketOf(letters, 0)
    for (let at = 1; at + partLength <= letters.length; at++) {
      const bucket = bucketOf(letters, at)
      if ((sizes[bucket] as number) < (sizes[rarest] as number)) rarest = bucket
    }
    return rarest
  }

  return {
    mayHave: function* (letters) {
      for (const end = Math.min(words.length, taken + maxTakenIn); taken < end; taken++) takeIn(taken)
      for (let entry = newest[rarestIn(letters)] as number; entry !== none; entry = older[entry] as number)
        yield entryWords[entry] as number
      for (let number = taken; number < words.length; number++) yield number
    },
  }
}
