import { isKnownWord } from '../../../language/english/wink.ts'

/** Cells of a table from left to right, without white space around them. */
export type Row = readonly string[]

/** Where the parts of a table begin, as indices of its rows. */
export type TableShape = {
  /** The row with the column names; null where none has them. */
  readonly names: number | null
  /** The first row of data: what stands above, and is not the column names, introduces the table. */
  readonly first: number
}

/** Rows that are looked at: what tells names from values shows in these. */
const sample = 200
/** Rows above the column names: a title, a source, notes. */
const maxPreamble = 30
/** Longer column names, such as the questions of a survey, are none. */
const maxName = 400

const filled = (row: Row): number => row.filter((cell) => cell !== '').length

/** Figures, a date or a time, with a unit of one letter: `12.5`, `€5`, `3k`; `Q1` is a name. */
const isValue = (cell: string): boolean => /^\P{L}*\d/u.test(cell) && !/\p{L}{2}/u.test(cell)
/** How a value is written: `18-24` as `9-9`. */
const formOf = (cell: string): string => cell.replace(/[\d.,\s]+/g, '9')
const isTruth = (cell: string): boolean => /^(?:true|false|yes|no|n\/?a|null|nan)$/i.test(cell)
const isYear = (cell: string): boolean => /^(?:1[5-9]|20)\d\d$/.test(cell)

/** One word or several, in which letters, with figures or without: values of a column are alike in this. */
const shapeOf = (cell: string): string => {
  const words = cell.split(/[\s_]+/)
  const start = /^\P{L}*\p{Lu}/u.test(cell) ? 'capital' : 'small'
  return `${words.length > 1} ${start} ${/\d/.test(cell)} ${/\p{Lu}{2}/u.test(cell)}`
}

const isDictionaryWord = (cell: string): boolean =>
  cell
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => word.length < 3 || isKnownWord(word))

const share = (cells: readonly string[], holds: (cell: string) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter(holds).length / cells.length

/** Whether a row names the columns of those below it: names are texts, stand once, and differ in kind from values. */
const isNames = (row: Row, below: readonly Row[]): boolean => {
  const cells = row.filter((cell) => cell !== '')
  if (cells.length === 0 || cells.some((cell) => cell.length > maxName)) return false
  if (new Set(cells).size < cells.length * 0.8) return false
  const columns = row.map((name, at) => ({ name, values: below.flatMap((each) => (each[at] ? [each[at]] : [])) }))
  const named = columns.filter(({ name, values }) => name !== '' && values.length > 0)
  if (named.some(({ name, values }) => isTruth(name) && share(values, isTruth) > 0.5)) return false
  // Years and ranges may be names of columns, above what is neither.
  const isNameInFigures = (name: string, values: readonly string[]): boolean =>
    cells.some((cell) => !isValue(cell)) &&
    (isYear(name) ? share(values, isYear) < 0.5 : share(values, (each) => formOf(each) === formOf(name)) < 0.2)
  if (named.some(({ name, values }) => isValue(name) && !isNameInFigures(name, values))) return false
  if (named.some(({ name, values }) => !isValue(name) && share(values, isValue) > 0.6)) return true
  if (named.some(({ name }) => isValue(name))) return true
  if (named.some(({ name, values }) => share(values, (value) => value === name) > 0.02)) return false
  if (named.some(({ name }) => /[.!]$/.test(name) && name.length > 40)) return false
  const isLikeValues = named.every(({ name, values }) => share(values, (each) => shapeOf(each) === shapeOf(name)) > 0.7)
  return !isLikeValues || cells.every(isDictionaryWord)
}

/** The number that is most frequent; the larger of two. */
const usual = (counts: readonly number[]): number => {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? 0
}

/**
 * @param rows of a table, with those that are blank
 * @returns which row names the columns, and where the data begins
 */
export const shapeOfTable = (rows: readonly Row[]): TableShape => {
  const top = rows.slice(0, sample)
  const width = usual(top.filter((row) => filled(row) > 0).map(({ length }) => length))
  const least = Math.max(Math.min(2, width), Math.ceil(width * 0.5))
  const first = top.slice(0, maxPreamble).findIndex((row) => filled(row) >= least)
  if (first === -1) return { names: null, first: 0 }
  const below = top.slice(first + 1).filter((row) => filled(row) > 0)
  return isNames(top[first] ?? [], below) ? { names: first, first: first + 1 } : { names: null, first }
}
