import { createTurns } from '../concurrency/turns.ts'
import { compareIds, type Source, type SourceId } from '../domain/source.ts'
import { decodeCard, decodeSource, encodeSource } from './encoded-source.ts'
import { bytesOf, type KeptSource } from './kept-source.ts'
import type { Library, SourceName } from './port.ts'
import { recentSources } from './recent-sources.ts'

/** A library in memory takes and gives sources as bytes as well: what a thread made, and what stands in a snapshot. */
export type MemoryLibrary = Library & {
  keep(source: KeptSource): void
  /** Every source, in no particular order. */
  kept(): ReadonlyMap<SourceId, KeptSource>
}

/** A library that lives as long as its process: sources are kept as bytes, and those that were asked for lately decoded too. */
export const memoryLibrary = (): MemoryLibrary => {
  const sources = new Map<SourceId, KeptSource>()
  const recent = recentSources()
  // Made when they are asked for, and again after a change.
  let nameOf = new Map<KeptSource, SourceName>()
  let names: readonly SourceName[] | null = null
  let changes = 0

  const changed = (id: SourceId): void => {
    recent.forget(id)
    names = null
    changes += 1
  }
  const keep = (source: KeptSource): void => {
    sources.set(source.id, source)
    changed(source.id)
  }
  const get = async (id: SourceId): Promise<Source | undefined> => {
    const kept = sources.get(id)
    return kept && recent.get(id, () => decodeSource(bytesOf(kept)))
  }
  const inOrder = (): readonly KeptSource[] => [...sources.values()].sort((a, b) => compareIds(a.id, b.id))

  /** One of each source that there is now, in order, with turns for whoever asks meanwhile. */
  const ofEach = async <T>(make: (kept: KeptSource) => T): Promise<readonly T[]> => {
    const turn = createTurns()
    const made: T[] = []
    for (const kept of inOrder()) {
      made.push(make(kept))
      await turn()
    }
    return made
  }
  const makeName = (kept: KeptSource): SourceName => {
    const { id, path, titleShown, record } = decodeCard(bytesOf(kept))
    return { id, path, titleShown, issued: record.issued }
  }

  return {
    put: async (source) => keep(encodeSource(source)),
    keep,
    remove: async (id) => {
      if (sources.delete(id)) changed(id)
    },
    get,
    getByVersion: async (prefix) => {
      const ids = inOrder().flatMap(({ id, version }) => (version.startsWith(prefix) ? [id] : []))
      const found = await Promise.all(ids.map(get))
      return found.filter((source) => source !== undefined)
    },
    size: async () => sources.size,
    list: () => ofEach((kept) => decodeCard(bytesOf(kept))),
    names: async () => {
      if (names) return names
      const before = changes
      const next = new Map<KeptSource, SourceName>()
      const all = await ofEach((kept) => {
        const name = nameOf.get(kept) ?? makeName(kept)
        next.set(kept, name)
        return name
      })
      if (changes === before) {
        nameOf = next
        names = all
      }
      return all
    },
    kept: () => sources,
  }
}
