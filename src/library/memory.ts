import { LRUCache } from 'lru-cache'
import { createTurns } from '../concurrency/turns.ts'
import { compareIds, type Source, type SourceId } from '../domain/source.ts'
import { citationKeys } from './citation-keys.ts'
import { decodeCard, decodeSource, encodeSource } from './encoded-source.ts'
import { bytesOf, type KeptSource } from './kept-source.ts'
import type { Library, Part, SourceName } from './port.ts'
import { createSharers } from './sharers.ts'

/**
 * Characters of decoded text to cache: a few hundred articles. Decoding one takes a tenth of a millisecond, so more
 * would save little.
 */
const maxCharacters = 16_000_000

/** What a source takes besides its text, in characters; for short ones, that is most of it. */
const overhead = 2000

const sizeOf = ({ text }: Source): number => text.length + overhead

/**
 * Caches the sources that were asked for last.
 * @param limit characters in all, with 2,000 for each source; a source that is larger is cached alone
 */
export const createSourceCache = (limit: number = maxCharacters): LRUCache<SourceId, Source> =>
  new LRUCache({ maxSize: limit, sizeCalculation: (source) => Math.min(sizeOf(source), limit) })

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
  const cache = createSourceCache()
  /** By each of `CitationKeys`. */
  const sharers = [createSharers(), createSharers()] as const
  // Kept until the next change.
  const nameOf = new WeakMap<KeptSource, SourceName>()
  let names: Promise<readonly SourceName[]> | null = null
  let ids: readonly SourceId[] = []
  // Changes since the ids were last sorted.
  const added = new Set<SourceId>()
  let hasRemovals = false
  let lost: SourceId[] = []

  const changed = (id: SourceId): void => {
    cache.delete(id)
    names = null
  }
  const unregister = (kept: KeptSource | undefined): void => {
    if (kept !== undefined) for (const [at, each] of sharers.entries()) each.remove(kept.keys[at] ?? 0, kept.id)
  }
  const keep = (source: KeptSource): void => {
    if (!sources.has(source.id)) added.add(source.id)
    unregister(sources.get(source.id))
    for (const [at, each] of sharers.entries()) each.add(source.keys[at] ?? 0, source.id)
    sources.set(source.id, source)
    changed(source.id)
  }
  const remove = (id: SourceId): void => {
    unregister(sources.get(id))
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
    const cached = cache.get(id)
    if (cached !== undefined) return cached
    const kept = sources.get(id)
    const source = kept && decoded(kept, decodeSource)
    if (source !== undefined) cache.set(id, source)
    return source
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
    sharing: (source, by) => {
      const [work, authorDate] = citationKeys(source)
      const ids = by === 'work' ? sharers[0].of(work) : sharers[1].of(authorDate)
      return ids.length === 0 ? [source.id] : [...new Set([...ids, source.id])].sort(compareIds)
    },
    kept: () => sources,
  }
}
