import { createTurns } from '../concurrency/turns.ts'
import { QuothError } from '../domain/error.ts'
import { said } from '../domain/said.ts'
import { compareIds, isSourceKey, type SourceId, sourceKey } from '../domain/source.ts'
import { folded, wordsOf } from './folded.ts'
import { createNameReader, type NameIndex, namesOf } from './name-index.ts'
import { matchNames, wholeMatches } from './name-matches.ts'
import type { Library, SourceName } from './port.ts'
import { levelOf } from './typed-word.ts'

/** Finds the sources of a library that people name. */
export type SourceFinder = {
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
          said`Several sources are called “${shown}”; please name one by its id.`,
          alike.slice(0, mostOffered).map(({ id }) => id),
        )
      const meant = (await suggestFrom(index, name, mostOffered, new Map())).map(({ id }) => id)
      throw new QuothError(
        'unknown-source',
        said`The library has no source “${shown}”. See /sources for all of them.`,
        meant,
      )
    },
  }
}
