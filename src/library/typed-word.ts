import { distance } from 'fastest-levenshtein'
import { lacksMore, lettersOf, type NameEntry, type NameIndex, places } from './name-index.ts'

/** How many slips of the hand are forgiven in a word of so many letters: short words are too much like each other. */
const slipsForgiven = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2)

/** Whether two neighbouring letters of `typed` stand in each other's place in the beginning of `word`, and nothing else differs. */
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
 * How many slips lead from `typed` to `word` or to its beginning, since a person is still typing: a letter more, less or
 * other, or once two neighbours in each other's place. More than `most` counts as `most + 1`.
 */
const slipsTo = (typed: string, word: string, most: number): number => {
  if (word.length < typed.length - most) return most + 1
  if (isSwapped(typed, word)) return 1
  let least = most + 1
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1)
    least = Math.min(least, distance(typed, word.slice(0, length)))
  return least
}

/** How a word of a source fits a typed one. */
type Closeness = 'two-slips' | 'one-slip' | 'inside' | 'begins' | 'whole'

export type OnWord = (entry: NameEntry, closeness: Closeness) => void

/** Letters of which a word inside another must have at least: a single one is in nearly all of them. */
const fewestInside = 2

/** The place of the first word that does not stand before `wanted`. */
const placeOf = ({ entries }: NameIndex, wanted: string): number => {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.word ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a word of the index is `typed`. */
export const isWord = (index: NameIndex, typed: string): boolean => index.entries[placeOf(index, typed)]?.word === typed

/** Whether a word of the index is `typed`, or begins with it. */
export const isBeginning = (index: NameIndex, typed: string): boolean =>
  index.entries[placeOf(index, typed)]?.word.startsWith(typed) ?? false

/** Finds words of an index; `turn` is called between pieces of work. */
export type FindWords = (index: NameIndex, typed: string, onWord: OnWord, turn: () => Promise<void>) => Promise<void>

/** Entries that are looked at between two turns. */
const piece = 1000

/** Finds the words that are `typed` or begin with it. */
export const findAsTyped: FindWords = async (index, typed, onWord, turn) => {
  const from = placeOf(index, typed)
  for (let place = from; place < index.entries.length; place += 1) {
    const entry = index.entries[place]
    if (!entry?.word.startsWith(typed)) return
    onWord(entry, entry.word === typed ? 'whole' : 'begins')
    if ((place - from) % piece === 0) await turn()
  }
}

/** Finds the words that hold `typed`, or differ from it by few slips, as well: looks at every word there is. */
export const findAlike: FindWords = async ({ entries }, typed, onWord, turn) => {
  const wanted = lettersOf(typed)
  const most = slipsForgiven(typed.length)
  for (const [place, entry] of entries.entries()) {
    if (place % piece === 0) await turn()
    const { word, letters } = entry
    if (lacksMore(wanted, letters, most)) continue
    if (word.startsWith(typed)) onWord(entry, word === typed ? 'whole' : 'begins')
    else if (typed.length >= fewestInside && word.includes(typed)) onWord(entry, 'inside')
    else if (most > 0) {
      const slips = slipsTo(typed, word, most)
      if (slips <= most) onWord(entry, slips === 1 ? 'one-slip' : 'two-slips')
    }
  }
}

/** How much it says for a source that a word of it fits a typed one, from 1, by closeness and by the word's place in it. */
export const fitnessOf = (closeness: Closeness, place: number): number => {
  switch (closeness) {
    case 'two-slips':
      return 1
    case 'one-slip':
      return 2
    case 'inside':
      return 3
    case 'begins':
      return 4 + 2 * place
    case 'whole':
      return 5 + 2 * place
  }
}

/**
 * Which fitness is near enough to another for use to decide between their sources: how far apart the letters are, and
 * whether it is the source's name that fits, or what stands beside it.
 */
export const levelOf = (fitness: number): number =>
  fitness < fitnessOf('begins', places.beside)
    ? fitness === 1
      ? 0
      : 1
    : fitness < fitnessOf('begins', places.inName)
      ? 2
      : 3
