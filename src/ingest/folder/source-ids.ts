import { type SourceId, sourceId } from '../../domain/source.ts'

const withoutExtension = (path: string): string => path.replace(/\.[^./]+$/, '')

/** Paths that are looked at between two turns: far below a millisecond. */
const pathsATurn = 500

/**
 * The id of each document of a folder, by its path: the path without extension, or with it where two would collide. It
 * depends on the set of paths alone, so that the same folder always gives the same ids. `turn` is called from time to time.
 */
export const sourceIds = async (
  paths: readonly string[],
  turn: () => Promise<void>,
): Promise<ReadonlyMap<string, SourceId>> => {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const [index, path] of paths.entries()) {
    const short = withoutExtension(path)
    if (seen.has(short)) shared.add(short)
    else seen.add(short)
    if (index % pathsATurn === 0) await turn()
  }
  const whole = new Set(shared.size === 0 ? [] : paths.filter((path) => shared.has(withoutExtension(path))))
  // A path with its extension may itself be the short id of another: `a.txt` of `a.txt.md`.
  for (let grown = 0; grown !== whole.size; ) {
    grown = whole.size
    for (const path of paths) if (whole.has(withoutExtension(path))) whole.add(path)
  }
  const ids = new Map<string, SourceId>()
  for (const [index, path] of paths.entries()) {
    ids.set(path, sourceId(whole.has(path) ? path : withoutExtension(path)))
    if (index % pathsATurn === 0) await turn()
  }
  return ids
}
