import { LRUCache } from 'lru-cache'
import { createTurns } from '../concurrency/turns.ts'
import { compareIds, type Source, type SourceId } from '../domain/source.ts'
import { decodeCard, decodeSource, encodeSource } from './encoded-source.ts'
import { bytesOf, type KeptSource } from './kept-source.ts'
import type { Library, Part, SourceName } from './port.ts'

/**
 * Characters of text that are cached, in all: a few hundred articles. Decoding one takes a tenth of a millisecond, so
 * more would save little.
 */
const maxCharacters = 16_000_000

/** What a source takes besides its text, counted in characters: the short ones are mostly that. */
const besidesText = 2000

const sizeOf = ({ text }: Source): number => text.length + besidesText

/**
 * Caches the sources that were asked for last.
 * @param limit characters in all, with 2,000 for each source; a source that is larger is cached alone
 */
export const createSourceCache = (limit: number = maxCharacters): LRUCache<SourceId, Source> =>
  new LRUCache({ maxSize: limit, sizeCalculation: (source) => Math.min(sizeOf(source), limit) })

/** A library in memory takes and gives sources as bytes as well: what a thread made, and what stands in a snapshot. */
export type MemoryLibrary = Library & {
  keep(source: KeptSource): void
  /** Every source, in no particular order. */
  kept(): ReadonlyMap<SourceId, KeptSource>
}

const everything: Part = { from: 0, count: Number.POSITIVE_INFINITY }

/**
 * A library that lives as long as its process: sources are kept as bytes, and those that were asked for lately
 * decoded too. One whose bytes were damaged in their file is lost: the library has it no more, and `onLost` is told.
 */
export const memoryLibrary = (onLost: (ids: readonly SourceId[]) => void = () => {}): MemoryLibrary => {
  const sources = new Map<SourceId, KeptSource>()
  const cache = createSourceCache()
  // Made when they are asked for, and put together again after a change.
  const nameOf = new WeakMap<KeptSource, SourceName>()
  let names: Promise<readonly SourceName[]> | null = null
  let ids: readonly SourceId[] = []
  // What happened to the ids since they were put in order.
  const added = new Set<SourceId>()
  let isOneRemoved = false
  let lost: SourceId[] = []

  const changed = (id: SourceId): void => {
    cache.delete(id)
    names = null
  }
  const keep = (source: KeptSource): void => {
    if (!sources.has(source.id)) added.add(source.id)
    sources.set(source.id, source)
    changed(source.id)
  }
  const remove = (id: SourceId): void => {
    if (!sources.delete(id)) return
    added.delete(id)
    isOneRemoved = true
    changed(id)
  }
  /** What `decode` makes of the bytes of a source; undefined when they are damaged. */
  const decoded = <T>(kept: KeptSource, decode: (bytes: Uint8Array) => T): T | undefined => {
    const bytes = bytesOf(kept)
    if (bytes !== null) return decode(bytes)
    // Another one may stand in its place by now.
    if (sources.get(kept.id) === kept) lose(kept.id)
    return undefined
  }
  const get = async (id: SourceId): Promise<Source | undefined> => {
    const cached = cache.get(id)
    if (cached !== undefined) return cached
    const kept = sources.get(id)
    const source = kept && decoded(kept, decodeSource)
    if (source !== undefined) cache.set(id, source)
    return source
  }
  const idsInOrder = (): readonly SourceId[] => {
    if (added.size === 0 && !isOneRemoved) return ids
    const left = isOneRemoved ? ids.filter((id) => sources.has(id) && !added.has(id)) : ids
    // Two runs that are in order each are sorted in a matter of milliseconds.
    ids = [...left, ...[...added].sort(compareIds)].sort(compareIds)
    added.clear()
    isOneRemoved = false
    return ids
  }
  const inOrder = ({ from, count }: Part = everything): readonly KeptSource[] =>
    idsInOrder()
      .slice(from, from + count)
      .map((id) => sources.get(id))
      .filter((kept) => kept !== undefined)

  /** One of each of these sources, where there is one, with turns for whoever asks meanwhile. */
  const ofEach = async <T>(
    of: readonly KeptSource[],
    make: (kept: KeptSource) => T | undefined,
  ): Promise<readonly T[]> => {
    const turn = createTurns()
    const made: T[] = []
    for (const kept of of) {
      const one = make(kept)
      if (one !== undefined) made.push(one)
      await turn()
    }
    return made
  }
  const named = (kept: KeptSource): SourceName | undefined => {
    const known = nameOf.get(kept)
    if (known) return known
    const card = decoded(kept, decodeCard)
    if (card === undefined) return undefined
    const { id, path, titleShown, record } = card
    const name = { id, path, titleShown, publisher: record.publisher, issued: record.issued }
    nameOf.set(kept, name)
    return name
  }
  /** Damage seldom comes alone: with the first source that is lost, all are looked at, so that it is told once. */
  const lose = (id: SourceId): void => {
    remove(id)
    if (lost.push(id) > 1) return
    void ofEach([...sources.values()], (kept) => decoded(kept, () => undefined)).then(() => {
      const ids = lost
      lost = []
      onLost(ids)
    })
  }

  return {
    put: async (source) => keep(encodeSource(source)),
    keep,
    remove: async (id) => remove(id),
    get,
    getByVersion: async (prefix) => {
      const kept = [...sources.values()].filter(({ version }) => version.startsWith(prefix))
      const found = await Promise.all(
        kept
          .map(({ id }) => id)
          .sort(compareIds)
          .map(get),
      )
      return found.filter((source) => source !== undefined)
    },
    size: async () => sources.size,
    list: (part) => ofEach(inOrder(part), (kept) => decoded(kept, decodeCard)),
    names: () => {
      names ??= ofEach(inOrder(), named)
      return names
    },
    kept: () => sources,
  }
}
