import { areAligned, areSpread } from './alignment.ts'
import { type Gutter, guttersIn, stretchesOf } from './gutters.ts'
import { median, type Piece, type Rule } from './piece.ts'
import { lineText, type Row } from './rows.ts'

/** A table: its rows, whose cells are lines of text from left to right. */
export type Table = {
  readonly cells: readonly (readonly string[])[]
  readonly first: Row
  readonly last: Row
  /** Whether the first row names the columns. */
  readonly isNamed: boolean
}

/** A stretch of a column: lines, or a table. */
export type Part = { readonly rows: readonly Row[]; readonly table: Table | null }

/** How many rows have text on both sides of a table’s gutter; fewer if lines are drawn. */
const leastRows = { bare: 3, ruled: 2 }

/** In sizes of the font: less space is one between words. */
const leastWidth = 0.7

const listMark = /^(?:[•‣◦▪■●○–—*➢✓◻·-]|\(?(?:\d{1,3}|\p{L}|[ivxl]{1,5})[.)]|\[\d{1,3}\])$/iu

/** Rows that dots lead through are a list of contents, which has no columns. */
const leaders = /(?:\.\s?){4,}\s*\d{1,4}$/

/** Dots that lead the eye from one cell to the next. */
const dots = /(?:\s?\.){4,}\s*$/

type Range = { from: number; to: number; gutters: Gutter[] }

const textIn = (row: Row, from: number, to: number): string =>
  lineText(row.pieces.filter(({ left, right }) => (left + right) / 2 >= from && (left + right) / 2 < to))

const words = (text: string): number => text.split(' ').length

/** Whether a gutter divides cells, not a list’s marks from its items, nor the words of one line. */
const dividesCells = (rows: readonly Row[], { from, to, left, right }: Gutter): boolean => {
  const own = rows.slice(from, to + 1)
  const lefts = own.map((row) => textIn(row, Number.NEGATIVE_INFINITY, left)).filter((text) => text !== '')
  const rights = own.map((row) => textIn(row, right, Number.POSITIVE_INFINITY)).filter((text) => text !== '')
  const marks = lefts.filter((text) => listMark.test(text) || /^[†‡§*]+$/.test(text))
  if (marks.length >= 0.6 * lefts.length) return false
  const isShort = (texts: readonly string[]): boolean => median(texts.map(words)) <= 6
  return isShort(lefts) || isShort(rights)
}

/**
 * Whether what stands right of a gutter is set below one another, as cells are. Between the words of lines that are
 * spread over their width white strips come about as well, but at any place; there, the right ends are even.
 */
const isEven = (rows: readonly Row[], { from, to, right }: Gutter): boolean => {
  const cells = rows.slice(from, to + 1).flatMap((row) => {
    const cell = stretchesOf(row, leastWidth * row.size).find(({ left }) => left >= right - 0.1)
    const isBoth = row.pieces.some((piece) => piece.right < right)
    return cell === undefined ? [] : [{ ...cell, row, isBoth }]
  })
  const size = median(rows.slice(from, to + 1).map((row) => row.size))
  const isNumeric =
    cells.filter(({ row, left, right: end }) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(textIn(row, left, end))).length >=
    0.5 * cells.length
  if (!isNumeric && areSpread(cells.filter(({ isBoth }) => isBoth).map(({ row }) => row))) return false
  return (
    areAligned(
      cells.map(({ left }) => left),
      0.25 * size,
    ) ||
    areAligned(
      cells.map((cell) => (cell.left + cell.right) / 2),
      0.3 * size,
    ) ||
    (isNumeric &&
      areAligned(
        cells.map((cell) => cell.right),
        0.3 * size,
      ))
  )
}

/** The stretches of rows that are tables, with their gutters. */
const rangesIn = (rows: readonly Row[], rules: readonly Rule[]): readonly Range[] => {
  const ranges: Range[] = []
  const levels = rules.filter(({ isLevel }) => isLevel).map(({ top }) => top)
  const isRuled = ({ from, to }: Gutter): boolean => {
    const [top, bottom] = [(rows[from]?.base ?? 0) - 20, (rows[to]?.base ?? 0) + 20]
    return new Set(levels.filter((level) => level > top && level < bottom).map(Math.round)).size >= 2
  }
  const candidates = guttersIn(rows, leastRows.ruled, (row) => leastWidth * row.size)
    .filter((gutter) => gutter.both >= (isRuled(gutter) ? leastRows.ruled : leastRows.bare))
    .sort((a, b) => b.both - a.both || b.right - b.left - (a.right - a.left))
    .slice(0, 80)
    .filter((gutter) => dividesCells(rows, gutter) && isEven(rows, gutter))
  for (const gutter of candidates) {
    const { from, to } = trimmed(rows, gutter)
    const overlapping = ranges.filter((range) => from <= range.to && to >= range.from)
    const range = overlapping[0]
    if (range === undefined) ranges.push({ from, to, gutters: [gutter] })
    else if (overlapping.length === 1) {
      const shared = Math.min(range.to, to) - Math.max(range.from, from) + 1
      const isTaken = range.gutters.some(({ left, right }) => gutter.left < right && gutter.right > left)
      if (!isTaken && shared >= 0.25 * (range.to - range.from + 1)) range.gutters.push(gutter)
    }
  }
  return ranges.sort((a, b) => a.from - b.from)
}

/** A gutter’s rows without those at its ends that have text on one side only. */
const trimmed = (rows: readonly Row[], { from, to, left, right }: Gutter): { from: number; to: number } => {
  const isBoth = (row: Row): boolean =>
    row.pieces.some((piece) => piece.right <= left) && row.pieces.some((piece) => piece.left >= right)
  const own = rows.slice(from, to + 1)
  let last = own.findLastIndex(isBoth)
  // The other lines of the last cell stand below its first.
  for (; last + 1 < own.length; last += 1) {
    const [row, next] = [own[last], own[last + 1]] as [Row, Row]
    if (next.base - row.base > 1.35 * row.size || !next.pieces.every((piece) => piece.left >= right)) break
  }
  return { from: from + own.findIndex(isBoth), to: from + last }
}

const cellsOf = (row: Row, gutters: readonly Gutter[]): readonly string[] => {
  const edges = [
    Number.NEGATIVE_INFINITY,
    ...gutters.map(({ left, right }) => (left + right) / 2),
    Number.POSITIVE_INFINITY,
  ]
  return edges.slice(1).map((edge, at) => textIn(row, edges[at] as number, edge).replace(dots, ''))
}

/** Whether a row goes on with the cells of the row above it. */
const goesOn = (before: Row, row: Row, cells: readonly string[], usual: number, levels: readonly number[]): boolean => {
  if (levels.some((level) => level > before.base && level < row.base - 0.3 * row.size)) return false
  const filled = cells.filter((cell) => cell !== '')
  const gap = row.base - before.base
  const isTight = gap < 0.85 * usual || (gap < 1.35 * row.size && cells[0] === '' && filled.length < cells.length)
  return isTight && filled.length <= Math.max(1, cells.length - 1)
}

const hasNumber = (cells: readonly string[]): number =>
  cells.slice(1).filter((cell) => /^[^\p{L}]*\d[^\p{L}]*$/u.test(cell)).length

const tableOf = (rows: readonly Row[], gutters: readonly Gutter[], rules: readonly Rule[]): Table | null => {
  const sorted = [...gutters].sort((a, b) => a.left - b.left)
  const levels = rules.filter(({ isLevel }) => isLevel).map(({ top }) => top)
  const made: { cells: string[]; last: Row }[] = []
  const all = rows.map((row) => cellsOf(row, sorted))
  const full = rows.filter(
    (_, at) => (all[at]?.[0] ?? '') !== '' && (all[at] ?? []).filter((cell) => cell !== '').length > 1,
  )
  const usual = median(full.slice(1).map((row, at) => row.base - (full[at] as Row).base))
  for (const [at, row] of rows.entries()) {
    const cells = all[at] ?? []
    const above = made.at(-1)
    if (above !== undefined && made.length > 0 && goesOn(above.last, row, cells, usual, levels)) {
      above.cells = above.cells.map((cell, column) => `${cell} ${cells[column] ?? ''}`.trim())
      above.last = row
    } else made.push({ cells: [...cells], last: row })
  }
  const cells = made.map((row) => row.cells)
  const several = cells.filter((row) => row.filter((cell) => cell !== '').length > 1)
  const [first, last] = [rows[0], rows.at(-1)]
  if (several.length < 2 || first === undefined || last === undefined) return null
  const names = cells[0] ?? []
  const isNamed =
    names.filter((cell) => cell !== '').length >= Math.max(2, names.length - 1) &&
    hasNumber(names) === 0 &&
    names.every((cell) => words(cell) <= 8)
  return { cells, first, last, isNamed }
}

/** Rows whose pieces keep away from the upright lines between them, so that these divide cells however close they are. */
const withWalls = (rows: readonly Row[], rules: readonly Rule[]): readonly Row[] => {
  const walls = rules.filter(({ isLevel }) => !isLevel)
  if (walls.length === 0) return rows
  return rows.map((row) => {
    const near = walls.filter(
      ({ top, bottom }) => top < row.base - 0.2 * row.size && bottom > row.base - 0.5 * row.size,
    )
    if (near.length === 0) return row
    const away = 0.5 * leastWidth * row.size + 0.1
    const pieces = row.pieces.map((piece) => {
      const before = near.find(({ left }) => left <= piece.left + 0.1 && piece.left - left < away)
      const behind = near.find(({ right }) => right >= piece.right - 0.1 && right - piece.right < away)
      const left = before === undefined ? piece.left : before.right + away
      const right = behind === undefined ? piece.right : behind.left - away
      return left < right ? { ...piece, left, right } : piece
    })
    return { ...row, pieces }
  })
}

/**
 * Finds the tables among the lines of a column: rows whose text stands in columns of cells.
 * @param given the rows of a column, from above
 * @param rules the lines on its page
 * @returns the column in parts, from above
 */
export const partsOf = (given: readonly Row[], rules: readonly Rule[]): readonly Part[] => {
  const rows = withWalls(given, rules)
  const isContents = (range: Range): boolean => {
    const own = rows.slice(range.from, range.to + 1)
    return own.filter((row) => leaders.test(lineText(row.pieces))).length >= 0.5 * own.length
  }
  const parts: Part[] = []
  let from = 0
  for (const range of rangesIn(rows, rules)) {
    if (range.from < from || isContents(range)) continue
    const own = rows.slice(range.from, range.to + 1)
    const table = tableOf(own, range.gutters, rules)
    if (table === null) continue
    if (range.from > from) parts.push({ rows: given.slice(from, range.from), table: null })
    parts.push({ rows: own, table })
    from = range.to + 1
  }
  if (from < rows.length) parts.push({ rows: given.slice(from), table: null })
  return parts
}

/**
 * @param pieces any
 * @returns whether all of them are bold
 */
export const areBold = (pieces: readonly Piece[]): boolean => pieces.every(({ face }) => face.isBold)
