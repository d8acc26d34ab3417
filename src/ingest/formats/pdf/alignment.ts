import { median } from './piece.ts'
import type { Row } from './rows.ts'

/**
 * @param values any numbers
 * @param within how far apart they may be
 * @returns whether most of them are about the same; all of a few, since chance puts two of them together
 */
export const areAligned = (values: readonly number[], within: number): boolean => {
  const sorted = [...values].sort((a, b) => a - b)
  const needed = sorted.length < 6 ? sorted.length : Math.ceil(0.6 * sorted.length)
  return sorted.some((value, at) => (sorted[at + needed - 1] ?? Number.POSITIVE_INFINITY) - value <= within)
}

/**
 * @param rows any
 * @returns whether most begin and end at the same places, as text does that is spread over its width
 */
export const areSpread = (rows: readonly Row[]): boolean => {
  const size = median(rows.map((row) => row.size))
  const lefts = rows.map(({ pieces }) => pieces[0]?.left ?? 0)
  const rights = rows.map(({ pieces }) => pieces.reduce((right, piece) => Math.max(right, piece.right), 0))
  return areAligned(lefts, 0.1 * size) && areAligned(rights, 0.1 * size)
}
