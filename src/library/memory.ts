import { createTurns } from '../concurrency/turns.ts'
import { compareIds, type Source, type SourceId } from '../domain/source.ts'
import { decodeCard, decodeSource, encodeSource } from './encoded-source.ts'
import { bytesOf, type KeptSource } from './kept-source.ts'
import type { Library, Part, SourceName } from './port.ts'

/**
 * Characters of decoded text to cache: a few hundred articles. Decoding one takes a tenth of a millisecond, so more
 * would save little.
 */
const maxCharacters = 16_000_000

/** What a source takes besides its text, in characters; for short ones, that is most of it. */
const overhead = 2000

const sizeOf = ({ text }: Source): number => text.length + overhead

/** A cache of the sources that were used last. */
type RecentSources = {
  /** The cached source, or what `decode` returns, which is cached unless it is undefined. */
  get(id: SourceId, decode: () => Source | undefined): Source | undefined
  forget(id: SourceId): void
}

/**
 * @param limit characters to cache in all, counting 2,000 extra a source; a larger source is cached alone
 * @returns an empty cache
 */
export const recentSources = (limit: number = maxCharacters): RecentSources => {
  // A Map keeps insertion order, so the least recently used source comes first.
  const kept = new Map<SourceId, Source>()
  let characters = 0
  const forget = (id: SourceId): void => {
    const source = kept.get(id)
    if (source) characters -= sizeOf(source)
    kept.delete(id)
  }
  return {
    get(id, decode) {
      const source = kept.get(id) ?? decode()
      if (source === undefined) return undefined
      forget(id)
      kept.set(id, source)
      characters += sizeOf(source)
      for (const oldest of kept.keys()) {
        if (characters <= limit || oldest === id) break
        forget(oldest)
      }
      return source
    },
    forget,
  }
}

/** A library in memory also takes and returns sources as bytes, for threads and snapshots. */
export type MemoryLibrary = Library & {
  /** Adds the source, or replaces the one with its id. */
  keep(source: KeptSource): void
  /** Every source, in no particular order. */
  kept(): ReadonlyMap<SourceId, KeptSource>
}

const everything: Part = { from: 0, count: Number.POSITIVE_INFINITY }

/**
 * A library that lives as long as its process: it keeps sources as bytes, and recently used ones decoded too. A source
 * whose bytes were damaged in their file is removed.
 * @param onLost called with the ids of sources that were removed because of damage
 * @returns an empty library
 */
export const memoryLibrary = (onLost: (ids: readonly SourceId[]) => void = () => {}): MemoryLibrary => {
  const sources = new Map<SourceId, KeptSource>()
  const recent = recentSources()
  // Cached until the next change.
  const nameOf = new WeakMap<KeptSource, SourceName>()
  let names: Promise<readonly SourceName[]> | null = null
  let ids: readonly SourceId[] = []
  // Changes since the ids were last sorted.
  const added = new Set<SourceId>()
  let hasRemovals = false
  let lost: SourceId[] = []

  const changed = (id: SourceId): void => {
    recent.forget(id)
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
    hasRemovals = true
    changed(id)
  }
  /** Decodes the bytes of a source; undefined when they are damaged. */
  const decoded = <T>(kept: KeptSource, decode: (bytes: Uint8Array) => T): T | undefined => {
    const bytes = bytesOf(kept)
    if (bytes !== null) return decode(bytes)
    // It may have been replaced by now.
    if (sources.get(kept.id) === kept) lose(kept.id)
    return undefined
  }
  const get = async (id: SourceId): Promise<Source | undefined> => {
    const kept = sources.get(id)
    return kept && recent.get(id, () => decoded(kept, decodeSource))
  }
  const sortedIds = (): readonly SourceId[] => {
    if (added.size === 0 && !hasRemovals) return ids
    const left = hasRemovals ? ids.filter((id) => sources.has(id) && !added.has(id)) : ids
    // Sorting two sorted runs takes milliseconds.
    ids = [...left, ...[...added].sort(compareIds)].sort(compareIds)
    added.clear()
    hasRemovals = false
    return ids
  }
  const sortedSources = ({ from, count }: Part = everything): readonly KeptSource[] =>
    sortedIds()
      .slice(from, from + count)
      .map((id) => sources.get(id))
      .filter((kept) => kept !== undefined)

  /** Maps sources, leaving out what is undefined and yielding to the event loop. */
  const mapDefined = async <T>(
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
  const nameFor = (kept: KeptSource): SourceName | undefined => {
    const known = nameOf.get(kept)
    if (known) return known
    const card = decoded(kept, decodeCard)
    if (card === undefined) return undefined
    const { id, path, titleShown, record } = card
    const name = { id, path, titleShown, publisher: record.publisher, issued: record.issued }
    nameOf.set(kept, name)
    return name
  }
  /** Damage seldom comes alone: after the first loss, all sources are checked, so that `onLost` is called once. */
  const lose = (id: SourceId): void => {
    remove(id)
    if (lost.push(id) > 1) return
    void mapDefined([...sources.values()], (kept) => decoded(kept, () => undefined)).then(() => {
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
    list: (part) => mapDefined(sortedSources(part), (kept) => decoded(kept, decodeCard)),
    names: () => {
      names ??= mapDefined(sortedSources(), nameFor)
      return names
    },
    kept: () => sources,
  }
}
