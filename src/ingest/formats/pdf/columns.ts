import { areSpread } from './alignment.ts'
import { type Gutter, guttersIn, stretchesOf } from './gutters.ts'
import { median, type Piece, type Rule } from './piece.ts'
import { boxAround, lineText, type Row, rowsOf } from './rows.ts'

/** A part of a page that is read from above to below. */
export type Column = { readonly rows: readonly Row[]; readonly left: number; readonly right: number }

/**
 * What lines of text have at least: words and characters; the share of a column’s lines that are text, and of these that
 * fill it, by its widest line. Cells of a table have few words, or are of any length.
 */
const prose = { words: 3, characters: 16, share: 0.3, full: 0.6, fill: 0.75 }

/** In sizes of the font: less space is one between words. */
const leastWidth = 0.85

/** How many lines columns have at least. */
const leastLines = 3

const mostDepth = 3

const wordsIn = (text: string): number => text.split(' ').filter((word) => /\p{L}{2}/u.test(word)).length

type Line = { readonly text: string; readonly width: number }

/** The text right beside a gutter, a line each. */
const beside = (rows: readonly Row[], gutter: Gutter, unit: number): { left: Line[]; right: Line[] } => {
  const lines: { left: Line[]; right: Line[] } = { left: [], right: [] }
  for (const row of rows.slice(gutter.from, gutter.to + 1)) {
    const stretches = stretchesOf(row, leastWidth * unit)
    const add = (side: Line[], stretch: { left: number; right: number } | undefined): void => {
      if (stretch === undefined) return
      const own = row.pieces.filter(({ left, right }) => left >= stretch.left - 0.1 && right <= stretch.right + 0.1)
      side.push({ text: lineText(own), width: stretch.right - stretch.left })
    }
    add(
      lines.left,
      stretches.findLast(({ right }) => right <= gutter.left),
    )
    add(
      lines.right,
      stretches.find(({ left }) => left >= gutter.right),
    )
  }
  return lines
}

/** Whether a column is text, though there may be tables and lists in it. */
const isProse = (lines: readonly Line[]): boolean => {
  const text = lines.filter((line) => wordsIn(line.text) >= prose.words && line.text.length >= prose.characters)
  const widest = text.reduce((most, { width }) => Math.max(most, width), 0)
  const full = text.filter(({ width }) => width >= prose.fill * widest)
  return text.length >= Math.max(leastLines, prose.share * lines.length) && full.length >= prose.full * text.length
}

/** What stands on one side of a gutter, row by row. */
const sideOf = (rows: readonly Row[], { from, to }: Gutter, isOn: (piece: Piece) => boolean): readonly Row[] =>
  rows.slice(from, to + 1).flatMap((row) => {
    const pieces = row.pieces.filter(isOn)
    return pieces.length === 0 ? [] : [{ ...row, pieces }]
  })

/** Whether what stands on one side is text that is spread over its width, however far apart its words are. */
const isSpreadText = (rows: readonly Row[]): boolean =>
  rows.length >= leastLines &&
  areSpread(rows) &&
  rows.filter(({ pieces }) => wordsIn(lineText(pieces)) >= prose.words).length >= prose.share * rows.length

/** Whether a gutter divides columns of text. */
const dividesText = (rows: readonly Row[], gutter: Gutter, unit: number): boolean => {
  const { left, right } = beside(rows, gutter, unit)
  return (
    (isProse(left) || isSpreadText(sideOf(rows, gutter, (piece) => piece.right <= gutter.left))) &&
    (isProse(right) || isSpreadText(sideOf(rows, gutter, (piece) => piece.left >= gutter.right)))
  )
}

/** Rows with what stands between the gutters nearest to one: a column of text is to be on each side of it. */
const between = (rows: readonly Row[], gutter: Gutter, chosen: readonly Gutter[]): readonly Row[] => {
  const near = chosen.filter(({ from, to }) => from <= gutter.to && to >= gutter.from)
  const left = near.reduce(
    (most, own) => (own.right <= gutter.left ? Math.max(most, own.right) : most),
    Number.NEGATIVE_INFINITY,
  )
  const right = near.reduce(
    (most, own) => (own.left >= gutter.right ? Math.min(most, own.left) : most),
    Number.POSITIVE_INFINITY,
  )
  return rows.map((row) => ({
    ...row,
    pieces: row.pieces.filter((piece) => piece.left >= left && piece.right <= right),
  }))
}

/** Lines of a table cross a gutter between its rows. */
const isRuled = (rows: readonly Row[], gutter: Gutter, rules: readonly Rule[]): boolean => {
  const top = rows[gutter.from]?.base ?? 0
  const bottom = rows[gutter.to]?.base ?? 0
  const levels = rules
    .filter((rule) => rule.isLevel && rule.left < gutter.left && rule.right > gutter.right)
    .map((rule) => Math.round(rule.top))
    .filter((level) => level > top && level < bottom)
  return new Set(levels).size >= 2
}

/** The gutters between columns of text, the longest first; none is beside another in the same place. */
const textGutters = (rows: readonly Row[], rules: readonly Rule[]): readonly Gutter[] => {
  const unit = median(rows.map(({ size }) => size))
  const chosen: Gutter[] = []
  const candidates = [...guttersIn(rows, leastLines, () => leastWidth * unit)].sort(
    (a, b) =>
      Math.min(b.lefts, b.rights) - Math.min(a.lefts, a.rights) ||
      b.lefts + b.rights - (a.lefts + a.rights) ||
      b.right - b.left - (a.right - a.left),
  )
  for (const gutter of candidates.slice(0, 60)) {
    const isTaken = chosen.some(
      (other) =>
        gutter.from <= other.to &&
        gutter.to >= other.from &&
        gutter.left < other.right + unit &&
        gutter.right > other.left - unit,
    )
    if (isTaken) continue
    if (dividesText(between(rows, gutter, chosen), gutter, unit) && !isRuled(rows, gutter, rules)) chosen.push(gutter)
  }
  return chosen
}

/** The end of a gutter, without rows to its left that stand apart from the column above them. */
const endOf = (rows: readonly Row[], gutter: Gutter): number => {
  const isLeft = (row: Row): boolean => row.pieces.every(({ right }) => right <= gutter.left)
  let end = gutter.to
  let tail = end
  while (tail > gutter.from && isLeft(rows[tail] as Row)) tail -= 1
  for (let at = tail + 1; at <= gutter.to; at += 1) {
    const row = rows[at] as Row
    const above = rows.slice(0, at).findLast(({ pieces }) => pieces.some(({ right }) => right <= gutter.left))
    if (above === undefined) continue
    const isApart = row.base - above.base > 1.9 * row.size || Math.abs(row.size - above.size) > 0.8
    if (isApart) {
      end = at - 1
      break
    }
  }
  return end
}

/** The start of a gutter, without lines that stand in the middle of the page above its columns. */
const startOf = (rows: readonly Row[], gutter: Gutter): number => {
  const all = boxAround(rows.flatMap((row) => row.pieces))
  const isInMiddle = ({ pieces, size }: Row): boolean => {
    const { left, right } = boxAround(pieces)
    const isAlone = !rows.some(
      (row) => row.pieces !== pieces && row.pieces.some((piece) => Math.abs(piece.left - left) < 1),
    )
    return isAlone && Math.abs(left + right - all.left - all.right) < 3 * size
  }
  let from = gutter.from
  while (from < gutter.to && isInMiddle(rows[from] as Row)) from += 1
  return from
}

const columnOf = (pieces: readonly Piece[], rows: readonly Row[]): Column => {
  const { left, right } = boxAround(pieces)
  return { rows, left, right }
}

/**
 * Divides a page into columns by the white strips between them; what is wider divides them from above to below.
 * @param pieces of a page, in any order
 * @param rules the lines on it
 * @returns its columns in the order in which they are read
 */
export const columnsOf = (pieces: readonly Piece[], rules: readonly Rule[], depth = 0): readonly Column[] => {
  const rows = rowsOf(pieces)
  if (rows.length === 0) return []
  const gutters =
    depth >= mostDepth
      ? []
      : textGutters(rows, rules).map((gutter) => ({ ...gutter, from: startOf(rows, gutter), to: endOf(rows, gutter) }))
  if (gutters.length === 0) return [columnOf(pieces, rows)]
  const columns: Column[] = []
  let from = 0
  const acting = (at: number): readonly Gutter[] => gutters.filter((gutter) => gutter.from <= at && at <= gutter.to)
  const close = (to: number): void => {
    const between = [...acting(from)].sort((a, b) => a.left - b.left)
    const band = rows.slice(from, to)
    const own = band.flatMap((row) => row.pieces)
    if (between.length === 0) columns.push(columnOf(own, band))
    for (let at = 0; between.length > 0 && at <= between.length; at += 1) {
      const left = between[at - 1]?.left ?? Number.NEGATIVE_INFINITY
      const right = between[at]?.right ?? Number.POSITIVE_INFINITY
      const inside = own.filter((piece) => piece.left >= left && piece.right <= right)
      if (inside.length > 0) columns.push(...columnsOf(inside, rules, depth + 1))
    }
    from = to
  }
  for (let at = 1; at < rows.length; at += 1) {
    const [before, now] = [acting(at - 1), acting(at)]
    if (before.length !== now.length || before.some((gutter) => !now.includes(gutter))) close(at)
  }
  close(rows.length)
  return columns
}
