import { compareIds, type Source, type SourceId } from '../domain/source.ts'
import type { SourceCard } from '../domain/source-card.ts'
import { createTurns } from '../search/turns.ts'
import { decodeCard, decodeSource, type EncodedSource, encodeSource } from './encoded-source.ts'
import type { Library } from './port.ts'
import { recentSources } from './recent-sources.ts'

/** A library in memory takes and gives sources as bytes as well: what a thread made, and what is written to a snapshot. */
export type MemoryLibrary = Library & {
  putEncoded(source: EncodedSource): void
  /** Every source, in no particular order. */
  encoded(): Iterable<EncodedSource>
}

/** A library that lives as long as its process: sources are kept as bytes, and those that were asked for lately decoded too. */
export const memoryLibrary = (): MemoryLibrary => {
  const sources = new Map<SourceId, EncodedSource>()
  const recent = recentSources()
  // Made when they are asked for after a change, not for every question.
  let cards = new Map<EncodedSource, SourceCard>()
  let sorted: readonly SourceCard[] | null = null
  let changes = 0

  const changed = (id: SourceId): void => {
    recent.forget(id)
    sorted = null
    changes += 1
  }
  const putEncoded = (source: EncodedSource): void => {
    sources.set(source.id, source)
    changed(source.id)
  }
  const get = async (id: SourceId): Promise<Source | undefined> => {
    const encoded = sources.get(id)
    return encoded && recent.get(id, () => decodeSource(encoded))
  }
  const makeCards = async (): Promise<readonly SourceCard[]> => {
    const turn = createTurns()
    const made = new Map<EncodedSource, SourceCard>()
    for (const encoded of [...sources.values()]) {
      made.set(encoded, cards.get(encoded) ?? decodeCard(encoded))
      await turn()
    }
    cards = made
    return [...made.values()].sort((a, b) => compareIds(a.id, b.id))
  }

  return {
    put: async (source) => putEncoded(encodeSource(source)),
    putEncoded,
    remove: async (id) => {
      if (sources.delete(id)) changed(id)
    },
    get,
    getByVersion: async (prefix) => {
      const ids = [...sources.values()].filter(({ version }) => version.startsWith(prefix)).map(({ id }) => id)
      const found = await Promise.all(ids.sort(compareIds).map(get))
      return found.filter((source) => source !== undefined)
    },
    size: async () => sources.size,
    list: async () => {
      if (sorted) return sorted
      const before = changes
      const made = await makeCards()
      if (changes === before) sorted = made
      return made
    },
    encoded: () => sources.values(),
  }
}
