import type { TextHash } from './vector-file.ts'
import { createVectorRows, type VectorRows } from './vector-rows.ts'

/** Vectors of texts in memory, by the hash of the text; each counts its users. */
export type TextVectors = {
  readonly rows: Pick<VectorRows, 'cosine' | 'signsApart'>
  /** Takes the vector of a text for one more user. @returns its row; undefined for a text without a vector */
  take(hash: TextHash): number | undefined
  /**
   * Adds the vector of a text that has none, for one user.
   * @param reuses whether it may take the row of a vector that nobody uses
   * @returns its row
   */
  add(hash: TextHash, vector: Int8Array, reuses: boolean): number
  /** Keeps the vector of a text that may be used later. */
  keep(hash: TextHash, vector: Int8Array): void
  /** Takes one user from each row. */
  release(rows: Iterable<number>): void
  /** How many vectors have a user. */
  used(): number
  /** Those that have one. */
  entries(): readonly (readonly [TextHash, Int8Array])[]
  /** How many rows there are, used or not. */
  size(): number
}

/**
 * Vectors without a user that are kept all the same: a document that is renamed, or changed back, is not encoded again.
 * As many as a quarter of those in use, but so many at least: 2 MB.
 */
const leastSpare = 4096

/**
 * Vectors that are dropped when nobody uses them: the row of the one that has been without a user for longest is given
 * to a new text.
 * @param spare how many of those without a user are kept at least; for tests
 */
export const createTextVectors = (spare = leastSpare): TextVectors => {
  const rows = createVectorRows()
  const rowOf = new Map<TextHash, number>()
  const hashes: TextHash[] = []
  const users: number[] = []
  /** The rows without a user, in the order in which they lost it. */
  const free = new Set<number>()

  const used = (): number => rowOf.size - free.size
  const put = (hash: TextHash, vector: Int8Array, row: number): number => {
    rows.set(row, vector)
    rowOf.set(hash, row)
    hashes[row] = hash
    users[row] = 0
    return row
  }
  const longestFree = (): number => {
    const row = free.values().next().value as number
    free.delete(row)
    rowOf.delete(hashes[row] as TextHash)
    return row
  }

  return {
    rows,
    take: (hash) => {
      const row = rowOf.get(hash)
      if (row === undefined) return undefined
      users[row] = (users[row] as number) + 1
      free.delete(row)
      return row
    },
    add: (hash, vector, reuses) => {
      const hasSpare = free.size > Math.max(spare, used() / 4)
      const row = put(hash, vector, reuses && hasSpare ? longestFree() : hashes.length)
      users[row] = 1
      return row
    },
    keep: (hash, vector) => {
      if (!rowOf.has(hash)) free.add(put(hash, vector, hashes.length))
    },
    release: (released) => {
      for (const row of released) {
        users[row] = (users[row] as number) - 1
        if (users[row] === 0) free.add(row)
      }
    },
    used,
    entries: () => [...rowOf].flatMap(([hash, row]) => (free.has(row) ? [] : [[hash, rows.at(row)] as const])),
    size: () => hashes.length,
  }
}
