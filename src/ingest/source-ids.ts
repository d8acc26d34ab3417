import { type SourceId, sourceId } from '../domain/source.ts'

const withoutExtension = (path: string): string => path.replace(/\.[^./]+$/, '')

/**
 * The id of each document of a folder, by its path: the path without extension, or with it where two would collide. It
 * depends on the set of paths alone, so that the same folder always gives the same ids.
 */
export const sourceIds = (paths: readonly string[]): ReadonlyMap<string, SourceId> => {
  const owners = new Map<string, readonly string[]>()
  for (const path of paths) owners.set(withoutExtension(path), [...(owners.get(withoutExtension(path)) ?? []), path])
  const whole = new Set([...owners.values()].filter(({ length }) => length > 1).flat())
  // A path with its extension may itself be the short id of another: `a.txt` of `a.txt.md`.
  for (let grown = -1; grown !== whole.size; ) {
    grown = whole.size
    for (const path of paths) if (whole.has(withoutExtension(path))) whole.add(path)
  }
  return new Map(paths.map((path) => [path, sourceId(whole.has(path) ? path : withoutExtension(path))]))
}
