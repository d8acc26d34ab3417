import type { Line } from './lines.ts'

/** A day or a time that opens an entry of a log, in figures. */
const stamp = /^[[(]?(?:\d{4}[-/.]\d\d?[-/.]\d\d?|\d\d?[-/.]\d\d?[-/.]\d{2,4}|\d\d?:\d\d(?::\d\d)?)(?!\d)/
/** A value behind a wide gap. */
const valueGap = /\S((?: {3,}|\t+))(\S+)/
/** The gap is looked for in so many characters. */
const maxTerm = 80

/** Where tabs lead to depends on who shows them. */
const tabbed = [-1, -1] as const

/** The columns at which the first word behind the first wide gap begins and ends; null without a gap. */
const valueColumns = ({ text, indent }: Line): readonly [start: number, end: number] | null => {
  const match = valueGap.exec(text.slice(0, maxTerm))
  if (!match) return null
  if (match[1]?.startsWith('\t')) return tabbed
  const start = indent + match.index + 1 + (match[1] ?? '').length
  return [start, start + (match[2] ?? '').length]
}

/**
 * @param line of a text
 * @param next one below it
 * @returns whether they are entries of a log, or rows of a table whose values stand below one another
 */
export const areRows = (line: Line, next: Line): boolean => {
  if (stamp.test(line.text) && stamp.test(next.text)) return true
  const below = valueColumns(next)
  const above = below && valueColumns(line)
  return below !== null && above !== null && (below[0] === above[0] || below[1] === above[1])
}

/** Fewer may be the head of a page or a letter. */
const minRows = 3

/**
 * @param lines of a text
 * @returns those that are rows of a table or entries of a log, several below one another
 */
export const rowsIn = (lines: readonly Line[]): ReadonlySet<Line> => {
  const rows = new Set<Line>()
  let from = 0
  for (let at = 1; at <= lines.length; at += 1) {
    const [line, next] = [lines[at - 1], lines[at]]
    if (line && next?.gap === 0 && areRows(line, next)) continue
    if (at - from >= minRows) for (const row of lines.slice(from, at)) rows.add(row)
    from = at
  }
  return rows
}
