import { lineText, type Row } from './rows.ts'

/** A page as its rows. */
export type PageRows = { readonly rows: readonly Row[]; readonly height: number }

/** What belongs to the page and not to its text, with the rule that says so. */
export type EdgeRules = ReadonlyMap<Row, 'page-head' | 'page-number'>

/** The share of a page’s height at its top and bottom where furniture stands, and the rows there that may be. */
const zone = { share: 0.13, rows: 5 }

/** A row at an edge. */
type EdgeRow = {
  readonly row: Row
  readonly page: number
  readonly isTop: boolean
  /** 0 for the outermost. */
  readonly rank: number
  readonly text: string
  /** The text with `#` for each number, which is what repeats. */
  readonly key: string
}

const edgeRows = ({ rows, height }: PageRows, page: number): readonly EdgeRow[] => {
  const made = (row: Row, rank: number, isTop: boolean): EdgeRow => {
    const text = lineText(row.pieces)
    return { row, page, isTop, rank, text, key: text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ') }
  }
  const above = rows.filter(({ base }) => base < zone.share * height).slice(0, zone.rows)
  const below = rows.filter(({ base }) => base > (1 - zone.share) * height).slice(-zone.rows)
  return [
    ...above.map((row, rank) => made(row, rank, true)),
    ...[...below].reverse().map((row, rank) => made(row, rank, false)),
  ]
}

const roman = /^[ivxl]{1,6}$/i
const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 }

const romanValue = (text: string): number => {
  const digits = [...text.toLowerCase()].map((letter) => romanDigits[letter] ?? 0)
  return digits.reduce((sum, digit, at) => sum + (digit < (digits[at + 1] ?? 0) ? -digit : digit), 0)
}

const numberValue = (text: string): number | null =>
  /^\d{1,4}$/.test(text) ? Number(text) : roman.test(text) ? romanValue(text) : null

/** `12`, `– 12 –`, `Page 3 of 10`, `3/10`, `xii`. */
const pageNumber =
  /^[^\p{L}\p{N}]*(?:\p{L}+\.?\s+)?(\d{1,4}|[ivxl]{1,6})(?:\s*(?:\/|\||[-–]|\p{L}{2,3})\s*\d{1,4})?[^\p{L}\p{N}]*$/iu

/** The number of a page that a row may say: alone, or first or last in it. */
const numbersIn = ({ text }: EdgeRow): readonly { readonly value: number; readonly isAlone: boolean }[] => {
  const alone = pageNumber.exec(text)?.[1]
  const value = alone === undefined ? null : numberValue(alone)
  if (value !== null) return [{ value, isAlone: true }]
  const words = text.split(/[\s|•·]+/).filter((word) => word !== '')
  return [words[0], words.at(-1)].flatMap((word) => {
    const own = /^\d{1,4}$/.test(word ?? '') ? Number(word) : null
    return own === null ? [] : [{ value: own, isAlone: false }]
  })
}

const near = (a: Row, b: Row): boolean => Math.abs(a.base - b.base) < 6

/** How many pages apart a head may repeat: heads of left and right pages alternate, and some pages have none. */
const apart = 4

/**
 * Finds running heads, footers and page numbers: what repeats at the edge of pages, or counts them.
 * @param pages the rows of each, from above
 * @param bodySize the size of most letters
 * @returns the rule for each row that is furniture
 */
export const edgeRules = (pages: readonly PageRows[], bodySize: number): EdgeRules => {
  const rules = new Map<Row, 'page-head' | 'page-number'>()
  const edges = pages.map(edgeRows)
  const others = (edge: EdgeRow): readonly EdgeRow[] =>
    edges
      .slice(Math.max(0, edge.page - apart), edge.page + apart + 1)
      .flat()
      .filter((other) => other.page !== edge.page && other.isTop === edge.isTop)
  for (const edge of edges.flat()) {
    const around = others(edge)
    const numbers = numbersIn(edge)
    const counts = numbers.find(({ value, isAlone }) =>
      around.some(
        (other) =>
          (isAlone || near(other.row, edge.row)) &&
          numbersIn(other).some((own) => own.isAlone === isAlone && own.value - value === other.page - edge.page),
      ),
    )
    const says = /\p{L}{2}/u.test(edge.key)
    const alike = around.filter(
      (other) =>
        other.key === edge.key &&
        near(other.row, edge.row) &&
        // Chapters that each begin a page are counted, too, in larger letters.
        (other.text === edge.text || edge.row.size <= 1.15 * bodySize),
    )
    const repeats = says && new Set(alike.map(({ page }) => page)).size >= (pages.length <= 4 ? 1 : 2)
    const isLone = pages.length === 1 && !edge.isTop && edge.rank === 0 && numbers[0]?.isAlone === true && !says
    if (counts?.isAlone === true || isLone) rules.set(edge.row, 'page-number')
    else if (repeats || (counts !== undefined && edge.rank <= 1 && edge.row.size <= 1.15 * bodySize))
      rules.set(edge.row, 'page-head')
  }
  addPrinted(edges, rules)
  addOutside(edges, rules)
  addLevel(edges, rules)
  addSmall(edges, rules, bodySize)
  keepAtEdge(pages, edges, rules)
  return rules
}

const address = /(?:^|\s)(?:https?|file):\/\/\S+/u
/** `30.11.26, 23:12`, `11/30/2026, 11:12 PM`, first or last in a line. */
const dayAndTime =
  /^\d{1,4}([./-])\d{1,2}\1\d{2,4},?\s\d{1,2}[:.]\d{2}|\d{1,4}([./-])\d{1,2}\2\d{2,4},?\s\d{1,2}[:.]\d{2}\S*(?:\s?[ap]\.?m\.?)?$/iu
/** `1/3`, `Page 1 of 3`, first or last in a line. */
const count =
  /^(?:\p{L}+\s)?(\d{1,4})(?:\/|\s\p{L}{2,3}\s)(\d{1,4})(?=\s|$)|(?:^|\s)(\d{1,4})(?:\/|\s\p{L}{2,3}\s)(\d{1,4})$/u

const countsTo = ({ text, page }: EdgeRow, pages: number): boolean => {
  const [, a, b, c, d] = count.exec(text) ?? []
  return Number(a ?? c) === page + 1 && Number(b ?? d) === pages
}

/** What a browser prints around a page: its address, its title, when it was printed, and which page of how many. */
const addPrinted = (edges: readonly (readonly EdgeRow[])[], rules: Map<Row, 'page-head' | 'page-number'>): void => {
  for (const page of edges) {
    const outer = page.filter(({ rank }) => rank === 0)
    const isPrinted = (edge: EdgeRow): boolean =>
      [address.test(edge.text), dayAndTime.test(edge.text), countsTo(edge, edges.length)].includes(true)
    const says = (pattern: RegExp): boolean => outer.some(({ text }) => pattern.test(text))
    if (says(address) && says(dayAndTime) && outer.some((edge) => countsTo(edge, edges.length)))
      for (const edge of outer) if (isPrinted(edge)) rules.set(edge.row, 'page-head')
  }
}

/** What stands further out than a page’s number belongs to the page, too. */
const addOutside = (edges: readonly (readonly EdgeRow[])[], rules: Map<Row, 'page-head' | 'page-number'>): void => {
  for (const page of edges)
    for (const isTop of [true, false]) {
      const own = page.filter((edge) => edge.isTop === isTop)
      const number = own.find(({ row }) => rules.get(row) === 'page-number')
      for (const { row, rank } of own)
        if (number !== undefined && rank < number.rank && !rules.has(row)) rules.set(row, 'page-head')
    }
}

/** What stands where other pages have a head is one, whatever it says. */
const addLevel = (edges: readonly (readonly EdgeRow[])[], rules: Map<Row, 'page-head' | 'page-number'>): void => {
  const known = edges.flat().filter(({ row }) => rules.get(row) === 'page-head')
  for (const edge of edges.flat()) {
    if (rules.has(edge.row) || edge.rank > 1) continue
    const level = known.filter(
      ({ row, isTop, page }) =>
        isTop === edge.isTop &&
        page !== edge.page &&
        Math.abs(row.base - edge.row.base) < 1.5 &&
        Math.abs(row.size - edge.row.size) < 0.3,
    )
    if (new Set(level.map(({ page }) => page)).size >= Math.max(2, 0.5 * (edges.length - 1)))
      rules.set(edge.row, 'page-head')
  }
}

/** Small letters at the top of pages, at one height, are heads, whatever they say. At the foot, notes end so as well. */
const addSmall = (
  edges: readonly (readonly EdgeRow[])[],
  rules: Map<Row, 'page-head' | 'page-number'>,
  bodySize: number,
): void => {
  const small = edges.flat().filter(({ isTop, rank, row }) => isTop && rank === 0 && row.size < 0.95 * bodySize)
  for (const edge of small) {
    const level = small.filter(
      ({ row, page }) =>
        page !== edge.page && Math.abs(row.base - edge.row.base) < 1.5 && Math.abs(row.size - edge.row.size) < 0.3,
    )
    if (!rules.has(edge.row) && level.length >= Math.max(1, 0.5 * (edges.length - 1))) rules.set(edge.row, 'page-head')
  }
}

/** What other rows divide from the edge is no furniture, nor what stands as close to the text as its own lines do. */
const keepAtEdge = (
  pages: readonly PageRows[],
  edges: readonly (readonly EdgeRow[])[],
  rules: Map<Row, 'page-head' | 'page-number'>,
): void => {
  for (const [page, rows] of edges.entries())
    for (const isTop of [true, false]) {
      const own = rows.filter((edge) => edge.isTop === isTop)
      const inner = own.findIndex(({ row }) => !rules.has(row))
      for (const { row } of inner === -1 ? [] : own.slice(inner)) rules.delete(row)
      const all = pages[page]?.rows ?? []
      for (const { row } of own.slice(0, inner === -1 ? own.length : inner).reverse()) {
        const text = all[all.indexOf(row) + (isTop ? 1 : -1)]
        if (text === undefined || rules.has(text) || rules.get(row) === 'page-number') break
        const isClose =
          Math.abs(text.base - row.base) < 1.5 * row.size && Math.abs(text.size - row.size) < 0.1 * row.size
        if (!isClose) break
        rules.delete(row)
      }
    }
}
