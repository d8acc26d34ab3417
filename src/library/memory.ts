import type { Source, SourceId } from '../domain/source.ts'
import type { Library } from './port.ts'

const byId = (a: Source, b: Source): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** A library that lives as long as its process: the folder is its memory. */
export const memoryLibrary = (): Library => {
  const sources = new Map<SourceId, Source>()
  return {
    put: async (source) => {
      sources.set(source.id, source)
    },
    remove: async (id) => {
      sources.delete(id)
    },
    get: async (id) => sources.get(id),
    list: async () => [...sources.values()].sort(byId),
  }
}
