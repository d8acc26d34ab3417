import { createTurns } from '../concurrency/turns.ts'
import { compareIds, type Source, type SourceId } from '../domain/source.ts'
import { decodeCard, decodeSource, encodeSource } from './encoded-source.ts'
import { bytesOf, type KeptSource } from './kept-source.ts'
import type { Library, Part, SourceName } from './port.ts'
import { recentSources } from './recent-sources.ts'

/** A library in memory takes and gives sources as bytes as well: what a thread made, and what stands in a snapshot. */
export type MemoryLibrary = Library & {
  keep(source: KeptSource): void
  /** Every source, in no particular order. */
  kept(): ReadonlyMap<SourceId, KeptSource>
}

const everything: Part = { from: 0, count: Number.POSITIVE_INFINITY }

/** A library that lives as long as its process: sources are kept as bytes, and those that were asked for lately decoded too. */
export const memoryLibrary = (): MemoryLibrary => {
  const sources = new Map<SourceId, KeptSource>()
  const recent = recentSources()
  // Made when they are asked for, and put together again after a change.
  const nameOf = new WeakMap<KeptSource, SourceName>()
  let names: Promise<readonly SourceName[]> | null = null
  let ids: readonly SourceId[] = []
  // What happened to the ids since they were put in order.
  const added = new Set<SourceId>()
  let isOneRemoved = false

  const changed = (id: SourceId): void => {
    recent.forget(id)
    names = null
  }
  const keep = (source: KeptSource): void => {
    if (!sources.has(source.id)) added.add(source.id)
    sources.set(source.id, source)
    changed(source.id)
  }
  const get = async (id: SourceId): Promise<Source | undefined> => {
    const kept = sources.get(id)
    return kept && recent.get(id, () => decodeSource(bytesOf(kept)))
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

  /** One of each of these sources, with turns for whoever asks meanwhile. */
  const ofEach = async <T>(of: readonly KeptSource[], make: (kept: KeptSource) => T): Promise<readonly T[]> => {
    const turn = createTurns()
    const made: T[] = []
    for (const kept of of) {
      made.push(make(kept))
      await turn()
    }
    return made
  }
  const named = (kept: KeptSource): SourceName => {
    const known = nameOf.get(kept)
    if (known) return known
    const { id, path, titleShown, record } = decodeCard(bytesOf(kept))
    const name = { id, path, titleShown, publisher: record.publisher, issued: record.issued }
    nameOf.set(kept, name)
    return name
  }

  return {
    put: async (source) => keep(encodeSource(source)),
    keep,
    remove: async (id) => {
      if (!sources.delete(id)) return
      added.delete(id)
      isOneRemoved = true
      changed(id)
    },
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
    list: (part) => ofEach(inOrder(part), (kept) => decodeCard(bytesOf(kept))),
    names: () => {
      names ??= ofEach(inOrder(), named)
      return names
    },
    kept: () => sources,
  }
}
