import { createTurns } from '../concurrency/turns.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import { compareIds, isSourceKey, type SourceId, sourceKey } from '../domain/source.ts'
import { createNameReader, folded, type NameIndex, namesOf, placeAt, sourceAt, wordsOf } from './name-index.ts'
import type { Library, SourceName } from './port.ts'
import {
  type FindWords,
  findAlike,
  findAsTyped,
  fitnessOf,
  isBeginning,
  isWord,
  levelOf,
  type OnWord,
} from './typed-word.ts'

/** How typed words fit the sources of an index, by their numbers there. */
type NameMatches = {
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
const matchNames = async (index: NameIndex, typed: readonly string[]): Promise<NameMatches> => {
  const asTyped = await matchesOf(index, typed, findAsTyped)
  if (hasAll(asTyped)) return asTyped
  for (const spacing of spacings(index, typed)) {
    const spaced = await matchesOf(index, spacing, findAsTyped)
    if (hasAll(spaced)) return spaced
  }
  return matchesOf(index, typed, findAlike)
}

/** The sources that have all the words, whole. */
const wholeMatches = async (index: NameIndex, words: readonly string[]): Promise<readonly SourceName[]> => {
  const findWhole: FindWords = (of, typed, onWord, turn) =>
    findAsTyped(of, typed, (entry, closeness) => closeness === 'whole' && onWord(entry, closeness), turn)
  const { letters, of } = await matchesOf(index, words, findWhole)
  return index.sources.flatMap((source, number) => (source !== undefined && letters[number] === of ? [source] : []))
}

/** Finds the sources of a library that people name. */
type SourceFinder = {
  /**
   * The sources that what a person typed so far may name, best first, at most `limit`; all of them for nothing typed. Of
   * those that fit about as well, the ones used most come first, then by title.
   * @param uses how often each source was used; none where it is not there
   */
  suggest(typed: string, limit: number, uses?: ReadonlyMap<SourceId, number>): Promise<readonly SourceName[]>
  /**
   * The source that a person names by id, by its key, by its file's name or by title, whatever the capitals.
   * @throws QuothError `unknown-source` with the ids that may have been meant, or that share the title
   */
  find(name: string): Promise<SourceName>
}

/** Typed words that are looked up: more than anybody types. */
const mostWords = 16
/** How many names a "did you mean" offers. */
const mostOffered = 3
/** How much of what was typed is said again. */
const longestShown = 80
/** Of the typed letters, the share that must stand in words that fit. */
const leastShare = 0.5
/** Of the name itself: above each `levelOf`. */
const itselfLevel = 4

type Candidate = { readonly source: SourceName; readonly level: number; readonly uses: number; readonly sum: number }

/** Which of two candidates comes first, below zero for `a`. */
const createOrder = (): ((a: Candidate, b: Candidate) => number) => {
  const { compare } = new Intl.Collator('en')
  return (a, b) =>
    b.level - a.level ||
    b.uses - a.uses ||
    b.sum - a.sum ||
    compare(a.source.titleShown, b.source.titleShown) ||
    compareIds(a.source.id, b.source.id)
}

/** The first `limit` of `candidates`, in order. */
const firstOf = async (candidates: Iterable<Candidate>, limit: number): Promise<readonly SourceName[]> => {
  const turn = createTurns()
  const order = createOrder()
  const best: Candidate[] = []
  for (const candidate of candidates) {
    const last = best.at(-1)
    if (best.length < limit || (last !== undefined && order(candidate, last) < 0)) {
      const place = best.findIndex((other) => order(candidate, other) < 0)
      best.splice(place < 0 ? best.length : place, 0, candidate)
      if (best.length > limit) best.pop()
    }
    await turn()
  }
  return best.map(({ source }) => source)
}

/** The sources of that key; mostly one. */
const ofKey = async ({ names }: NameIndex, key: string): Promise<readonly SourceName[]> => {
  const turn = createTurns()
  const found: SourceName[] = []
  for (const source of names) {
    if (sourceKey(source.id) === key) found.push(source)
    await turn()
  }
  return found
}

/** The sources that are called so. */
const calledSo = async (index: NameIndex, name: string): Promise<readonly SourceName[]> => {
  if (isSourceKey(name)) return ofKey(index, name)
  const turn = createTurns()
  const words = wordsOf(name).slice(0, mostWords)
  const found: SourceName[] = []
  for (const source of words.length === 0 ? index.names : await wholeMatches(index, words)) {
    if (namesOf(source).includes(name)) found.push(source)
    await turn()
  }
  return found
}

const suggestFrom = async (
  index: NameIndex,
  typed: string,
  limit: number,
  uses: ReadonlyMap<SourceId, number>,
): Promise<readonly SourceName[]> => {
  const { names, sources } = index
  const usesOf = ({ id }: SourceName): number => uses.get(id) ?? 0
  const wanted = folded(typed)
  if (wanted === '')
    return firstOf(
      names.map((source) => ({ source, level: 0, uses: usesOf(source), sum: 0 })),
      limit,
    )
  if (isSourceKey(wanted)) return (await ofKey(index, wanted)).slice(0, limit)
  const words = wordsOf(wanted).slice(0, mostWords)
  if (words.length === 0) return []
  const itself = new Set(await calledSo(index, wanted))
  const { letters, of, least, sum } = await matchNames(index, words)
  const most = letters.reduce((a, b) => Math.max(a, b), 0)
  if (most < of * leastShare) return []
  const candidates = function* (): Iterable<Candidate> {
    for (const [number, source] of sources.entries())
      if (source !== undefined && letters[number] === most)
        yield {
          source,
          level: itself.has(source) ? itselfLevel : levelOf(least[number] ?? 0),
          uses: usesOf(source),
          sum: sum[number] ?? 0,
        }
  }
  return firstOf(candidates(), limit)
}

/** A finder over `library`: its names are read again only after they changed. */
export const createSourceFinder = (library: Library): SourceFinder => {
  const readNames = createNameReader()
  let last: { readonly names: readonly SourceName[]; readonly index: Promise<NameIndex> } | null = null
  const indexNow = async (): Promise<NameIndex> => {
    const names = await library.names()
    if (last?.names !== names) {
      const before = last?.index
      last = { names, index: Promise.resolve(before).then(() => readNames(names)) }
    }
    return last.index
  }

  return {
    suggest: async (typed, limit, uses = new Map()) => suggestFrom(await indexNow(), typed, limit, uses),
    find: async (name) => {
      const index = await indexNow()
      const exact = index.names.find(({ id }) => id === name.trim())
      if (exact) return exact
      const alike = await calledSo(index, folded(name))
      const [only] = alike
      if (only && alike.length === 1) return only
      const shown = name.trim().slice(0, longestShown)
      if (alike.length > 1)
        throw new QuothError(
          'unknown-source',
          msg`Several sources are called “${shown}”. Give the id of the one you mean.`,
          alike.slice(0, mostOffered).map(({ id }) => id),
        )
      const meant = (await suggestFrom(index, name, mostOffered, new Map())).map(({ id }) => id)
      throw new QuothError(
        'unknown-source',
        msg`The library has no source “${shown}”. See /sources for the full list.`,
        meant,
      )
    },
  }
}
