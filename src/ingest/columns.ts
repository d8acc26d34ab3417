import { wordCount } from './line-kinds.ts'
import type { Line } from './lines.ts'

/** Blanks between two columns. */
const gutter = / {3,}|\t+/
const longest = 400

/** A line as the halves on either side of its only wide gap, and where the second begins. */
type Row = { readonly left: string; readonly right: string; readonly at: number }

const rowOf = ({ text, indent, mark, markKind }: Line): Row | null => {
  if (text.length > longest || mark !== null || markKind !== null) return null
  const gap = gutter.exec(text)
  if (gap === null) return null
  const next = gap.index + gap[0].length
  const right = text.slice(next)
  return gutter.test(right) ? null : { left: text.slice(0, gap.index), right, at: indent + next }
}

/** Lines without a gap (a half is empty, a heading runs across) between two rows of a region. */
const maxBetween = 2
const minRows = 4
/** In a region, halves have so many words on average, and so many of them go on from the line above. */
const minWords = 2.5
const minSmall = 0.3
/** How far the second half may begin from where it mostly does, and how many rows may be beyond that. */
const tolerance = 2
const minSteady = 0.75

const opensSmall = (half: string): boolean => /^["'“‘(]?\p{Ll}/u.test(half)
const share = <T>(items: readonly T[], holds: (item: T) => boolean): number =>
  items.length === 0 ? 0 : items.filter(holds).length / items.length

/** Whether rows are two columns of prose and no table: halves of several words, each of which goes on from above. */
const areProse = (rows: readonly Row[]): boolean => {
  if (rows.length < minRows) return false
  const places = rows.map(({ at }) => at).sort((a, b) => a - b)
  const middle = places[places.length >> 1] ?? 0
  const steady = share(rows, ({ at }) => Math.abs(at - middle) <= tolerance)
  // Without padding to a steady place, the halves themselves must be of a like width.
  const widest = rows.reduce((most, { left }) => Math.max(most, left.length), 0)
  const ragged = share(rows, ({ left }) => left.length >= widest * 0.7)
  if (Math.max(steady, ragged) < minSteady) return false
  return (['left', 'right'] as const).every((side) => {
    const halves = rows.map((row) => row[side])
    const words = halves.reduce((sum, half) => sum + wordCount(half), 0)
    return words >= minWords * rows.length && share(halves.slice(1), opensSmall) >= minSmall
  })
}

/**
 * Finds prose in two columns side by side, each line of which runs across both: its sentences cannot be quoted, since
 * none stands in one piece.
 * @param lines of a text
 * @returns the lines of such columns
 */
export const columnLines = (lines: readonly Line[]): ReadonlySet<Line> => {
  const found = new Set<Line>()
  let region: { readonly at: number; readonly row: Row }[] = []
  const close = (): void => {
    if (areProse(region.map(({ row }) => row)))
      for (let at = region[0]?.at ?? 0; at <= (region.at(-1)?.at ?? -1); at += 1) found.add(lines[at] as Line)
    region = []
  }
  for (const [at, line] of lines.entries()) {
    const row = rowOf(line)
    if (at - (region.at(-1)?.at ?? at) > maxBetween) close()
    if (row) region.push({ at, row })
  }
  close()
  return found
}
