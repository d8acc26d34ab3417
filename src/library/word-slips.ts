import { distance } from 'fastest-levenshtein'

/** How many slips of the hand are forgiven in a word of so many letters: short words are too much like each other. */
export const slipsForgiven = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : 2)

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
export const slipsTo = (typed: string, word: string, most: number): number => {
  if (word.length < typed.length - most) return most + 1
  if (isSwapped(typed, word)) return 1
  let least = most + 1
  for (let length = typed.length - 1; length <= typed.length + 1; length += 1)
    least = Math.min(least, distance(typed, word.slice(0, length)))
  return least
}
