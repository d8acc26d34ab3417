import { childElements, type DomElement, nameOf, walk } from './node.ts'

/** A cell of a table and how many columns and rows it takes. */
type Cell = {
  readonly element: DomElement
  readonly isHead: boolean
  readonly columns: number
  readonly rows: number
}

type Row = { readonly cells: readonly Cell[]; readonly isHead: boolean }

/** More columns than anybody reads; a hostile table claims thousands. */
const maxColumns = 60
const maxRows = 1000

const spanned = (cell: DomElement, attribute: string, most: number): number => {
  const count = Number.parseInt(cell.getAttribute(attribute) ?? '', 10)
  return count > 1 ? Math.min(count, most) : 1
}

const rowOf = (row: DomElement, isHead: boolean): Row => ({
  isHead,
  cells: childElements(row)
    .filter((cell) => ['td', 'th'].includes(nameOf(cell)))
    .map((element) => ({
      element,
      isHead: nameOf(element) === 'th',
      columns: spanned(element, 'colspan', maxColumns),
      rows: spanned(element, 'rowspan', maxRows),
    })),
})

/** The rows of a table, not those of tables in its cells. */
const rowsOf = (table: DomElement): readonly Row[] =>
  childElements(table)
    .flatMap((child) => {
      const name = nameOf(child)
      if (name === 'tr') return [rowOf(child, false)]
      if (!['thead', 'tbody', 'tfoot'].includes(name)) return []
      return childElements(child)
        .filter((row) => nameOf(row) === 'tr')
        .map((row) => rowOf(row, name === 'thead'))
    })
    .filter(({ cells }) => cells.length > 0)

/** What only layout puts into cells. */
const layoutParts = new Set(
  'table form input textarea h1 h2 h3 h4 h5 h6 article section main nav aside iframe hr'.split(' '),
)

const hasLayout = (cell: DomElement): boolean => {
  let found = false
  walk(cell, {
    enter: (element) => {
      found ||= element !== cell && layoutParts.has(nameOf(element))
      return !found
    },
    leave: () => {},
    text: () => {},
  })
  return found
}

/** Words of a cell, on average, from which a table without column names is layout. */
const maxMeanWords = 30

const wordCount = (text: string): number => (text === '' ? 0 : text.split(' ').length)

/** Each cell's text at its column; what a cell spans besides is empty. */
const gridOf = (rows: readonly Row[], textOf: (cell: DomElement) => string): string[][] => {
  /** How many rows further down a column is taken. */
  const taken: number[] = []
  const grid = rows.map(({ cells }) => {
    const texts: string[] = []
    /** What is beyond any width is still text. */
    const beyond: string[] = []
    const skipTaken = (): void => {
      while ((taken[texts.length] ?? 0) > 0 && texts.length < maxColumns) {
        taken[texts.length] = (taken[texts.length] ?? 0) - 1
        texts.push('')
      }
    }
    for (const { element, columns, rows: down } of cells) {
      skipTaken()
      if (texts.length >= maxColumns) {
        beyond.push(textOf(element))
        continue
      }
      const [from, to] = [texts.length, Math.min(maxColumns, texts.length + columns)]
      for (let column = from; column < to; column += 1) {
        taken[column] = down - 1
        texts.push(column === from ? textOf(element) : '')
      }
    }
    skipTaken()
    if (beyond.length > 0) texts[maxColumns - 1] = [texts[maxColumns - 1], ...beyond].join(' ')
    return texts
  })
  const width = grid.reduce((most, { length }) => Math.max(most, length), 0)
  return grid.map((texts) => [...texts, ...Array.from({ length: width - texts.length }, () => '')])
}

const isFigure = (text: string): boolean => /\d/.test(text) && !/\p{L}{3}/u.test(text)

/** Whether the first of rows without `<th>` names the columns: all of it is short words, over figures or many columns. */
const namesColumns = (grid: readonly (readonly string[])[]): boolean => {
  const [names = [], ...others] = grid
  if (others.length === 0 || new Set(names).size < names.length) return false
  if (!names.every((name) => name !== '' && wordCount(name) <= 6 && !isFigure(name))) return false
  return names.length > 2 || names.some((_, column) => others.every((row) => isFigure(row[column] ?? '')))
}

/** How many rows at the top name the columns. */
const headLength = (rows: readonly Row[], grid: readonly (readonly string[])[]): number => {
  const heads = rows.findIndex(({ isHead, cells }) => !isHead && !cells.every((cell) => cell.isHead))
  if (heads > 0) return heads
  const hasHeads = rows.some(({ cells }) => cells.some(({ isHead }) => isHead))
  return heads === 0 && !hasHeads && namesColumns(grid) ? 1 : 0
}

/** A table as it is read: the first row names the columns, and is empty where nothing does. */
export type TableRead = {
  /** Rows above the column names that are one cell: the table's title. */
  readonly titles: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/**
 * @param table an element `<table>`
 * @param textOf the text of a cell, on one line
 * @returns its rows; null if it only lays out the page
 */
export const readTable = (table: DomElement, textOf: (cell: DomElement) => string): TableRead | null => {
  if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '')) return null
  const all = rowsOf(table)
  if (all.some(({ cells }) => cells.some(({ element }) => hasLayout(element)))) return null
  const first = all.findIndex(({ cells }) => cells.length > 1)
  const rows = all.slice(first)
  if (first === -1 || rows.length < 2) return null
  const titles = all.slice(0, first).flatMap(({ cells }) => cells.map(({ element }) => textOf(element)))
  const grid = gridOf(rows, textOf)
  const filled = grid.flat().filter((text) => text !== '')
  const words = filled.reduce((sum, text) => sum + wordCount(text), 0)
  const isNamed = rows.some(({ isHead, cells }) => isHead || cells.some((cell) => cell.isHead))
  if (!isNamed && words > maxMeanWords * filled.length) return null
  const heads = headLength(rows, grid)
  const names = (grid[0] ?? []).map((_, column) =>
    grid
      .slice(0, heads)
      .map((row) => row[column])
      .filter((name) => name !== '')
      .join(' '),
  )
  return { titles, rows: [names, ...grid.slice(heads)] }
}
