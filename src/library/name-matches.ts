import { createTurns } from '../concurrency/turns.ts'
import { type NameIndex, placeAt, sourceAt } from './name-index.ts'
import type { SourceName } from './port.ts'
import { type FindWords, findAlike, findAsTyped, fitnessOf, isBeginning, isWord, type OnWord } from './typed-word.ts'

/** How typed words fit the sources of an index, by their numbers there. */
export type NameMatches = {
  /** How many of the typed letters stand in words that fit, and how many there are. */
  readonly letters: Uint16Array
  readonly of: number
  /** The fitness of the typed word that fits least well of those that fit, and of all of them together. */
  readonly least: Uint8Array
  readonly sum: Uint16Array
}

const matchesOf = async (index: NameIndex, typed: readonly string[], find: FindWords): Promise<NameMatches> => {
  const turn = createTurns()
  const { length } = index.sources
  const letters = new Uint16Array(length)
  const least = new Uint8Array(length).fill(255)
  const sum = new Uint16Array(length)
  const best = new Uint8Array(length)
  for (const word of typed) {
    best.fill(0)
    const take: OnWord = ({ postings }, closeness) => {
      for (const posting of postings) {
        const fitness = fitnessOf(closeness, placeAt(posting))
        const source = sourceAt(posting)
        if (fitness > (best[source] ?? 0)) best[source] = fitness
      }
    }
    await find(index, word, take, turn)
    for (let source = 0; source < length; source += 1) {
      const fitness = best[source] ?? 0
      if (fitness === 0) continue
      letters[source] = (letters[source] ?? 0) + word.length
      least[source] = Math.min(least[source] ?? 0, fitness)
      sum[source] = (sum[source] ?? 0) + fitness
    }
    await turn()
  }
  return { letters, of: typed.reduce((count, word) => count + word.length, 0), least, sum }
}

const hasAll = ({ letters, of }: NameMatches): boolean => letters.includes(of)

/** How many ways to set the spaces otherwise are tried at most. */
const mostSpacings = 8

/** The typed words with one space less or one more, where that gives words of the index. */
const spacings = (index: NameIndex, typed: readonly string[]): readonly (readonly string[])[] => {
  const joined = typed.slice(1).flatMap((word, at) => {
    const both = `${typed[at]}${word}`
    return isBeginning(index, both) ? [typed.toSpliced(at, 2, both)] : []
  })
  const split = typed.flatMap((word, at) =>
    Array.from({ length: word.length }, (_, length) => [word.slice(0, length), word.slice(length)] as const)
      .filter(([head, rest]) => isWord(index, head) && isBeginning(index, rest))
      .map((parts) => typed.toSpliced(at, 1, ...parts)),
  )
  return [...joined, ...split].slice(0, mostSpacings)
}

/**
 * How the sources fit: as the words are typed where a source has all of them so, or else with the spaces set otherwise, or
 * else with slips forgiven. Only what fits worse takes longer to find.
 */
export const matchNames = async (index: NameIndex, typed: readonly string[]): Promise<NameMatches> => {
  const asTyped = await matchesOf(index, typed, findAsTyped)
  if (hasAll(asTyped)) return asTyped
  for (const spacing of spacings(index, typed)) {
    const spaced = await matchesOf(index, spacing, findAsTyped)
    if (hasAll(spaced)) return spaced
  }
  return matchesOf(index, typed, findAlike)
}

/** The sources that have all the words, whole. */
export const wholeMatches = async (index: NameIndex, words: readonly string[]): Promise<readonly SourceName[]> => {
  const findWhole: FindWords = (of, typed, onWord, turn) =>
    findAsTyped(of, typed, (entry, closeness) => closeness === 'whole' && onWord(entry, closeness), turn)
  const { letters, of } = await matchesOf(index, words, findWhole)
  return index.sources.flatMap((source, number) => (source !== undefined && letters[number] === of ? [source] : []))
}
