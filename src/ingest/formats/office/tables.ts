import { cellText, type Flow, flowText, type Row } from './flow.ts'

/** A cell of data is a value or a sentence or two; longer ones are paragraphs that stand side by side. */
const maxCell = 300
/** So many of the cells with words are as short as that, at least. */
const minShort = 0.8

const isFilled = (cell: readonly Flow[]): boolean => cellText(cell) !== ''

/** Headings and tables stand in cells only where the table is there for the layout. */
const isLaidOut = (cell: readonly Flow[]): boolean =>
  cell.some((flow) => flow.is === 'table' || (flow.is === 'paragraph' && flow.kind === 'heading'))

/**
 * @param rows of a table
 * @returns whether it has data, in several rows and columns with short cells; false where it only lays out a page
 */
export const hasData = (rows: readonly Row[]): boolean => {
  const filled = rows.filter((row) => row.some(isFilled))
  const cells = filled.flat().filter(isFilled)
  if (filled.length < 2 || !filled.every((row) => row.length > 1) || cells.some(isLaidOut)) return false
  if (filled.filter((row) => row.filter(isFilled).length > 1).length * 2 <= filled.length) return false
  return cells.filter((cell) => cellText(cell).length <= maxCell).length >= cells.length * minShort
}

/** Rows without the columns in which nothing stands, and each as long as the longest. */
const evened = (rows: readonly Row[]): readonly (readonly string[])[] => {
  const texts = rows.map((row) => row.map(cellText))
  const width = texts.reduce((most, { length }) => Math.max(most, length), 0)
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => texts.some((row) => row[at]))
  return texts.map((row) => columns.map((at) => row[at] ?? ''))
}

const isFigure = (text: string): boolean => /\d/.test(text) && !/\p{L}{3}/u.test(text)
const maxNameLength = 60

/** Whether the first row names the columns, where nothing says so: short words, over figures or many columns. */
const namesColumns = ([names = [], ...others]: readonly (readonly string[])[]): boolean => {
  if (new Set(names).size < names.length || !names.every((name) => name.length <= maxNameLength && !isFigure(name)))
    return false
  if (names.some((name) => name.endsWith(':'))) return false
  const unnamed = names.filter((name) => name === '').length
  // A line across the table says what the rows below it are.
  const values = others.filter((row) => row.filter(Boolean).length > 1)
  if (names.some((name, at) => name !== '' && values.every((row) => isFigure(row[at] || '0')))) return unnamed <= 1
  return names.length > 2 && unnamed === 0
}

const isBoldCell = (cell: readonly Flow[]): boolean =>
  cell.every((flow) => flow.is === 'paragraph' && (flow.isBold === true || flowText(flow).trim() === ''))

/** Whether the first row alone is bold. */
const hasBoldHead = ([first = [], ...others]: readonly Row[]): boolean =>
  first.every(isBoldCell) && !others.some((row) => row.some(isFilled) && row.every(isBoldCell))

/** A table as it is written. */
type TableText = {
  /** Lines across the table above the names of the columns. */
  readonly titles: readonly string[]
  /** The first has the names of the columns, or nothing where nothing names them. */
  readonly rows: readonly (readonly string[])[]
}

/**
 * @param rows of a table with data
 * @param head how many at its top are marked as names of the columns
 * @returns how it is written
 */
export const tableText = (rows: readonly Row[], head: number): TableText => {
  const first = Math.max(
    0,
    rows.findIndex((row) => row.filter(isFilled).length > 1),
  )
  const titles = rows.slice(0, first).flatMap((row) => row.map(cellText).filter((text) => text !== ''))
  const below = rows.slice(first)
  const texts = evened(below)
  const marked = Math.max(0, head - first)
  const named = marked > 0 ? marked : hasBoldHead(below) || namesColumns(texts) ? 1 : 0
  const names = (texts[0] ?? []).map((_, at) =>
    texts
      .slice(0, named)
      .map((row) => row[at])
      .filter(Boolean)
      .join(' '),
  )
  return { titles, rows: [names, ...texts.slice(named).filter((row) => row.some((text) => text !== ''))] }
}
