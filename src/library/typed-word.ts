import { distance } from 'fastest-levenshtein'
import { lacksMore, lettersOf, type NameEntry, type NameIndex, positions } from './name-index.ts'

/** How many typos are allowed in a word of this length: short words are too much alike. */
const maxTypos = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2)

/** Whether `typed` is the beginning of `word` but for two swapped neighbouring letters. */
const isSwapped = (typed: string, word: string): boolean => {
  let at = 0
  while (at < typed.length && typed[at] === word[at]) at += 1
  return (
    at + 1 < typed.length &&
    typed[at] === word[at + 1] &&
    typed[at + 1] === word[at] &&
    word.startsWith(typed.slice(at + 2), at + 2)
  )
}

/**
 * The number of typos in `typed` as `word` or its beginning, since a person is still typing: a letter added, missing or
 * changed, or once two neighbours swapped. More than `max` counts as `max + 1`.
 */
const countTypos = (typed: string, word: string, max: number): number => {
  if (word.length < typed.length - max) return max + 1
  if (isSwapped(typed, word)) return 1
  let fewest = max + 1
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1)
    fewest = Math.min(fewest, distance(typed, word.slice(0, length)))
  return fewest
}

/** How a word of a source matches a typed one. */
type MatchKind = 'two-typos' | 'one-typo' | 'inside' | 'prefix' | 'whole'

export type OnWord = (entry: NameEntry, kind: MatchKind) => void

/** The minimum length of a word inside another: nearly every word contains a given letter. */
const minInside = 2

/** The position of the first entry whose word is not before `wanted`. */
const positionOf = ({ entries }: NameIndex, wanted: string): number => {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.word ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the index has the word `typed`. */
export const isWord = (index: NameIndex, typed: string): boolean =>
  index.entries[positionOf(index, typed)]?.word === typed

/** Whether the index has a word that begins with `typed`. */
export const isPrefix = (index: NameIndex, typed: string): boolean =>
  index.entries[positionOf(index, typed)]?.word.startsWith(typed) ?? false

/** Finds words of an index, calling `turn` between pieces of work. */
export type FindWords = (index: NameIndex, typed: string, onWord: OnWord, turn: () => Promise<void>) => Promise<void>

/** Entries compared between two turns. */
const batch = 1000

/** Finds the words that begin with `typed`. */
export const findByPrefix: FindWords = async (index, typed, onWord, turn) => {
  const from = positionOf(index, typed)
  for (let place = from; place < index.entries.length; place += 1) {
    const entry = index.entries[place]
    if (!entry?.word.startsWith(typed)) return
    onWord(entry, entry.word === typed ? 'whole' : 'prefix')
    if ((place - from) % batch === 0) await turn()
  }
}

/** Finds the words that contain `typed`, or match it with a few typos, as well; compares every word. */
export const findSimilar: FindWords = async ({ entries }, typed, onWord, turn) => {
  const wanted = lettersOf(typed)
  const max = maxTypos(typed.length)
  for (const [place, entry] of entries.entries()) {
    if (place % batch === 0) await turn()
    const { word, letters } = entry
    if (lacksMore(wanted, letters, max)) continue
    if (word.startsWith(typed)) onWord(entry, word === typed ? 'whole' : 'prefix')
    else if (typed.length >= minInside && word.includes(typed)) onWord(entry, 'inside')
    else if (max > 0) {
      const typos = countTypos(typed, word, max)
      if (typos <= max) onWord(entry, typos === 1 ? 'one-typo' : 'two-typos')
    }
  }
}

/**
 * @param kind how a word of a source matches a typed one
 * @param position where the source has the word
 * @returns the score of the match, from 1
 */
export const scoreOf = (kind: MatchKind, position: number): number => {
  switch (kind) {
    case 'two-typos':
      return 1
    case 'one-typo':
      return 2
    case 'inside':
      return 3
    case 'prefix':
      return 4 + 2 * position
    case 'whole':
      return 5 + 2 * position
  }
}

/**
 * Groups scores that are close enough for how often a source is used to decide: by the number of typos, and by whether
 * the match is in the name.
 * @param score as `scoreOf` returns it
 * @returns 0 to 3
 */
export const levelOf = (score: number): number =>
  score < scoreOf('prefix', positions.outsideName)
    ? score === 1
      ? 0
      : 1
    : score < scoreOf('prefix', positions.inName)
      ? 2
      : 3
