import { compareIds, type SourceId } from '../domain/source.ts'
import type { Part, ReadableLibrary, SourceName } from './port.ts'

type WithId = { readonly id: SourceId }

/** One of each id, by id; of several, that of the first list. */
const byId = <Item extends WithId>(lists: readonly (readonly Item[])[]): readonly Item[] => {
  const all = lists.flat()
  // Sorting keeps the order of equals.
  return all.sort((a, b) => compareIds(a.id, b.id)).filter(({ id }, at) => id !== all[at - 1]?.id)
}

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

/** The names of several libraries: of each, and of all together. */
type Names = { readonly each: readonly (readonly SourceName[])[]; readonly all: readonly SourceName[] }

/**
 * Several libraries as one. Where two have a source of one id, the first counts.
 * @param parts any libraries
 * @returns the only part itself, if there is one
 */
export const unionLibrary = (parts: readonly ReadableLibrary[]): ReadableLibrary => {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only

  let last: Names | null = null
  /** The same until a part changes. */
  const namesNow = async (): Promise<Names> => {
    const each = await Promise.all(parts.map((part) => part.names()))
    if (!last?.each.every((names, at) => names === each[at])) last = { each, all: byId(each) }
    return last
  }

  const get: ReadableLibrary['get'] = async (id) => {
    for (const part of parts) {
      const source = await part.get(id)
      if (source !== undefined) return source
    }
    return undefined
  }

  /** A page of a part begins and ends where the page of all does. */
  const pagesOf = async ({ from, count }: Part) => {
    const { each, all } = await namesNow()
    const [first, behind] = [all[from], all[from + count]]
    if (first === undefined) return []
    return parts.map((part, at) => {
      const names = each[at] ?? []
      const start = positionOf(names, first.id)
      const end = behind === undefined ? names.length : positionOf(names, behind.id)
      return part.list({ from: start, count: end - start })
    })
  }

  return {
    get,
    getByVersion: async (prefix) => {
      const found = byId(await Promise.all(parts.map((part) => part.getByVersion(prefix))))
      const sources = await Promise.all(found.map(({ id }) => get(id)))
      return sources.filter((source) => source !== undefined).filter(({ version }) => version.startsWith(prefix))
    },
    size: async () => (await namesNow()).all.length,
    list: async (page) =>
      byId(await Promise.all(page === undefined ? parts.map((part) => part.list()) : await pagesOf(page))),
    names: async () => (await namesNow()).all,
    sharing: (source, by) => [...new Set(parts.flatMap((part) => part.sharing(source, by)))].sort(compareIds),
  }
}
