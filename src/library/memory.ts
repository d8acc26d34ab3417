import { compareIds, type Source, type SourceId } from '../domain/source.ts'
import type { Library } from './port.ts'

/** A library that lives as long as its process: the folder is its memory. */
export const memoryLibrary = (): Library => {
  const sources = new Map<SourceId, Source>()
  // Sorted when it is asked for after a change, not for every question.
  let sorted: readonly Source[] | null = null
  return {
    put: async (source) => {
      sources.set(source.id, source)
      sorted = null
    },
    remove: async (id) => {
      if (sources.delete(id)) sorted = null
    },
    get: async (id) => sources.get(id),
    size: async () => sources.size,
    list: async () => {
      sorted ??= [...sources.values()].sort((a, b) => compareIds(a.id, b.id))
      return sorted
    },
  }
}
