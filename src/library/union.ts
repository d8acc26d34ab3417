import { compareIds, type SourceId } from '../domain/source.ts'
import type { ReadableLibrary, SourceName } from './port.ts'

const byId = (a: { readonly id: SourceId }, b: { readonly id: SourceId }): number => compareIds(a.id, b.id)

const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

/** The first position at which the names have an id that is not before `id`. */
const positionOf = (names: readonly SourceName[], id: SourceId): number => {
  let [from, to] = [0, names.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (compareIds((names[middle] as SourceName).id, id) < 0) from = middle + 1
    else to = middle
  }
  return from
}

/**
 * Several libraries as one. Where two have a source of one id, the first counts.
 * @param parts any libraries
 * @returns the only part itself, if there is one
 */
export const unionLibrary = (parts: readonly ReadableLibrary[]): ReadableLibrary => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only

  let last: { readonly of: readonly (readonly SourceName[])[]; readonly all: readonly SourceName[] } | null = null
  const names = async (): Promise<readonly SourceName[]> => {
    const of = await Promise.all(parts.map((part) => part.names()))
    if (last?.of.every((each, at) => each === of[at])) return last.all
    const all = of.flat().sort(byId)
    last = { of, all }
    return all
  }

  return {
    get: async (id) => {
      for (const part of parts) {
        const source = await part.get(id)
        if (source !== undefined) return source
      }
      return undefined
    },
    getByVersion: async (prefix) =>
      (await Promise.all(parts.map((part) => part.getByVersion(prefix)))).flat().sort(byId),
    size: async () => sum(await Promise.all(parts.map((part) => part.size()))),
    list: async (page) => {
      if (page === undefined) return (await Promise.all(parts.map((part) => part.list()))).flat().sort(byId)
      const all = await names()
      const [first, behind] = [all[page.from], all[page.from + page.count]]
      if (first === undefined) return []
      const cards = parts.map(async (part) => {
        const own = await part.names()
        const from = positionOf(own, first.id)
        const to = behind === undefined ? own.length : positionOf(own, behind.id)
        return part.list({ from, count: to - from })
      })
      return (await Promise.all(cards)).flat().sort(byId)
    },
    names,
    sharing: (source, by) => [...new Set(parts.flatMap((part) => part.sharing(source, by)))].sort(compareIds),
  }
}
