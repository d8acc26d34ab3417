import { createTurns } from '../concurrency/turns.ts'
import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'
import { compareIds, isSourceKey, type SourceId, sourceKey } from '../domain/source.ts'
import { createNameReader, folded, type NameIndex, namesOf, positionAt, sourceAt, wordsOf } from './name-index.ts'
import type { ReadableLibrary, SourceName } from './port.ts'
import {
  type FindWords,
  findByPrefix,
  findSimilar,
  isPrefix,
  isWord,
  levelOf,
  type OnWord,
  scoreOf,
} from './typed-word.ts'

/** How well typed words match the sources of an index, by source number. */
type NameMatches = {
  /** How many of the typed letters are in words that match, and how many there are. */
  readonly letters: Uint16Array
  readonly of: number
  /** The lowest score of a typed word that matches, and the sum of the scores. */
  readonly lowest: Uint8Array
  readonly sum: Uint16Array
}

const matchesOf = async (index: NameIndex, typed: readonly string[], find: FindWords): Promise<NameMatches> => {
  const turn = createTurns()
  const { length } = index.sources
  const letters = new Uint16Array(length)
  const lowest = new Uint8Array(length).fill(255)
  const sum = new Uint16Array(length)
  const best = new Uint8Array(length)
  for (const word of typed) {
    best.fill(0)
    const onWord: OnWord = ({ postings }, kind) => {
      for (const posting of postings) {
        const score = scoreOf(kind, positionAt(posting))
        const source = sourceAt(posting)
        if (score > (best[source] ?? 0)) best[source] = score
      }
    }
    await find(index, word, onWord, turn)
    for (let source = 0; source < length; source += 1) {
      const score = best[source] ?? 0
      if (score === 0) continue
      letters[source] = (letters[source] ?? 0) + word.length
      lowest[source] = Math.min(lowest[source] ?? 0, score)
      sum[source] = (sum[source] ?? 0) + score
    }
    await turn()
  }
  return { letters, of: typed.reduce((count, word) => count + word.length, 0), lowest, sum }
}

const hasAll = ({ letters, of }: NameMatches): boolean => letters.includes(of)

/** The maximum number of other spacings to try. */
const maxSpacings = 8

/** The typed words with one space fewer or more, where that gives words of the index. */
const spacings = (index: NameIndex, typed: readonly string[]): readonly (readonly string[])[] => {
  const joined = typed.slice(1).flatMap((word, at) => {
    const both = `${typed[at]}${word}`
    return isPrefix(index, both) ? [typed.toSpliced(at, 2, both)] : []
  })
  const split = typed.flatMap((word, at) =>
    Array.from({ length: word.length }, (_, length) => [word.slice(0, length), word.slice(length)] as const)
      .filter(([head, rest]) => isWord(index, head) && isPrefix(index, rest))
      .map((parts) => typed.toSpliced(at, 1, ...parts)),
  )
  return [...joined, ...split].slice(0, maxSpacings)
}

/**
 * Matches the words as typed; if no source has them all, with other spacing; if still none has, with typos allowed. So
 * only poor matches take longer to find.
 */
const matchNames = async (index: NameIndex, typed: readonly string[]): Promise<NameMatches> => {
  const byPrefix = await matchesOf(index, typed, findByPrefix)
  if (hasAll(byPrefix)) return byPrefix
  for (const spacing of spacings(index, typed)) {
    const spaced = await matchesOf(index, spacing, findByPrefix)
    if (hasAll(spaced)) return spaced
  }
  return matchesOf(index, typed, findSimilar)
}

/** The sources that have all these words, in full. */
const wholeMatches = async (index: NameIndex, words: readonly string[]): Promise<readonly SourceName[]> => {
  const findWhole: FindWords = (of, typed, onWord, turn) =>
    findByPrefix(of, typed, (entry, kind) => kind === 'whole' && onWord(entry, kind), turn)
  const { letters, of } = await matchesOf(index, words, findWhole)
  return index.sources.flatMap((source, number) => (source !== undefined && letters[number] === of ? [source] : []))
}

/** Finds sources by what people type. */
type SourceFinder = {
  /**
   * Completes a name. Of sources that match about equally well, those used most come first, then by title.
   * @param typed what a person has typed so far; empty to list all sources
   * @param limit the maximum number of sources
   * @param uses how often each source was used; 0 if absent
   * @returns sources, best first
   */
  suggest(typed: string, limit: number, uses?: ReadonlyMap<SourceId, number>): Promise<readonly SourceName[]>
  /**
   * Finds one source by id, key, file name or title, ignoring case.
   * @throws QuothError `unknown-source`, suggesting the ids of similar sources, or of those that share the title
   */
  find(name: string): Promise<SourceName>
}

/** The maximum number of typed words to look up: more than anybody types. */
const maxWords = 16
/** The maximum number of "did you mean" suggestions. */
const maxSuggestions = 3
/** How many typed characters an error message repeats. */
const maxShown = 80
/** The share of the typed letters that must be in words that match. */
const minShare = 0.5
/** The level of an exact name, above each `levelOf`. */
const exactLevel = 4

type Candidate = { readonly source: SourceName; readonly level: number; readonly uses: number; readonly sum: number }

/** Compares candidates; negative when `a` comes first. */
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
const topOf = async (candidates: Iterable<Candidate>, limit: number): Promise<readonly SourceName[]> => {
  const turn = createTurns()
  const order = createOrder()
  const best: Candidate[] = []
  for (const candidate of candidates) {
    const last = best.at(-1)
    if (best.length < limit || (last !== undefined && order(candidate, last) < 0)) {
      const at = best.findIndex((other) => order(candidate, other) < 0)
      best.splice(at < 0 ? best.length : at, 0, candidate)
      if (best.length > limit) best.pop()
    }
    await turn()
  }
  return best.map(({ source }) => source)
}

/** The sources with this key, usually one. */
const withKey = async ({ names }: NameIndex, key: string): Promise<readonly SourceName[]> => {
  const turn = createTurns()
  const found: SourceName[] = []
  for (const source of names) {
    if (sourceKey(source.id) === key) found.push(source)
    await turn()
  }
  return found
}

/** The sources with exactly this name. */
const namedExactly = async (index: NameIndex, name: string): Promise<readonly SourceName[]> => {
  if (isSourceKey(name)) return withKey(index, name)
  const turn = createTurns()
  const words = wordsOf(name).slice(0, maxWords)
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
    return topOf(
      names.map((source) => ({ source, level: 0, uses: usesOf(source), sum: 0 })),
      limit,
    )
  if (isSourceKey(wanted)) return (await withKey(index, wanted)).slice(0, limit)
  const words = wordsOf(wanted).slice(0, maxWords)
  if (words.length === 0) return []
  const exact = new Set(await namedExactly(index, wanted))
  const { letters, of, lowest, sum } = await matchNames(index, words)
  const maxLetters = letters.reduce((a, b) => Math.max(a, b), 0)
  if (maxLetters < of * minShare) return []
  const candidates = function* (): Iterable<Candidate> {
    for (const [number, source] of sources.entries())
      if (source !== undefined && letters[number] === maxLetters)
        yield {
          source,
          level: exact.has(source) ? exactLevel : levelOf(lowest[number] ?? 0),
          uses: usesOf(source),
          sum: sum[number] ?? 0,
        }
  }
  return topOf(candidates(), limit)
}

/**
 * @param library any library
 * @returns a finder, which updates its index after changes of the library
 */
export const createSourceFinder = (library: ReadableLibrary): SourceFinder => {
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
      const alike = await namedExactly(index, folded(name))
      const [only] = alike
      if (only && alike.length === 1) return only
      const shown = name.trim().slice(0, maxShown)
      if (alike.length > 1)
        throw new QuothError(
          'unknown-source',
          msg`Several sources are called “${shown}”. Give the id of the one you mean.`,
          alike.slice(0, maxSuggestions).map(({ id }) => id),
        )
      const suggestions = (await suggestFrom(index, name, maxSuggestions, new Map())).map(({ id }) => id)
      throw new QuothError(
        'unknown-source',
        msg`The library has no source “${shown}”. See /sources for the full list.`,
        suggestions,
      )
    },
  }
}
