import { type SourceId, sourceId } from '../../domain/source.ts'
import { isBibliography } from '../formats/bibliography/bibliography.ts'

const withoutExtension = (path: string): string => path.replace(/\.[^./]+$/, '')

/** Paths handled between two turns: far below a millisecond. */
const pathsPerTurn = 500

/**
 * Chooses ids: the path without its extension, or with it where two would collide, and for bibliographies, which stand
 * beside documents of the same name. They depend only on the set of paths, so the same folder always gives the same ids.
 * @param paths of all documents of a folder
 * @param turn called from time to time, to yield to the event loop
 * @returns the ids by path
 */
export const sourceIds = async (
  paths: readonly string[],
  turn: () => Promise<void>,
): Promise<ReadonlyMap<string, SourceId>> => {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const [index, path] of paths.entries()) {
    const short = withoutExtension(path)
    if (isBibliography(path)) continue
    if (seen.has(short)) shared.add(short)
    else seen.add(short)
    if (index % pathsPerTurn === 0) await turn()
  }
  const whole = new Set(paths.filter((path) => isBibliography(path) || shared.has(withoutExtension(path))))
  // A path with its extension may itself be the short id of another: `a.txt` of `a.txt.md`.
  for (let grown = 0; grown !== whole.size; ) {
    grown = whole.size
    for (const path of paths) if (whole.has(withoutExtension(path))) whole.add(path)
  }
  const ids = new Map<string, SourceId>()
  for (const [index, path] of paths.entries()) {
    ids.set(path, sourceId(whole.has(path) ? path : withoutExtension(path)))
    if (index % pathsPerTurn === 0) await turn()
  }
  return ids
}
