import { type SourceId, sourceId } from '../domain/source.ts'

const withoutExtension = (path: string): string => path.replace(/\.[^./]+$/, '')

/**
 * The id of each document of a folder, by its path: the path without extension, or with it where two would collide. It
 * depends on the set of paths alone, so that the same folder always gives the same ids.
 */
export const sourceIds = (paths: readonly string[]): ReadonlyMap<string, SourceId> => {
  const short = paths.map(withoutExtension)
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const id of short) (seen.has(id) ? shared : seen).add(id)
  if (shared.size === 0) return new Map(paths.map((path, index) => [path, sourceId(short[index] ?? path)]))
  const whole = new Set(paths.filter((_, index) => shared.has(short[index] ?? '')))
  // A path with its extension may itself be the short id of another: `a.txt` of `a.txt.md`.
  for (let grown = 0; grown !== whole.size; ) {
    grown = whole.size
    paths.forEach((path, index) => {
      if (whole.has(short[index] ?? '')) whole.add(path)
    })
  }
  return new Map(paths.map((path, index) => [path, sourceId(whole.has(path) ? path : (short[index] ?? path))]))
}
