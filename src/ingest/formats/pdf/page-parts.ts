import { columnsOf } from './columns.ts'
import { type EdgeRules, edgeRules } from './page-edges.ts'
import { type Paragraph, paragraphsOf, usualLeading } from './paragraphs.ts'
import { type Box, boxOf, type PageDrawing, type Piece, type Rule } from './piece.ts'
import { lineText, type Row, rowsOf } from './rows.ts'
import { partsOf, type Table } from './tables.ts'

/** What stands on a page, in the order in which it is read. */
export type PageItem =
  | {
      readonly kind: 'paragraph'
      readonly paragraph: Paragraph
      readonly opensColumn: boolean
      readonly closesColumn: boolean
    }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'furniture'; readonly text: string; readonly rule: string }

/** A page as what stands on it: its text, its notes, and what belongs to the page. */
export type PageParts = {
  readonly head: readonly PageItem[]
  readonly items: readonly PageItem[]
  readonly notes: readonly Paragraph[]
  readonly foot: readonly PageItem[]
}

/** The size of most letters. */
export const bodySizeOf = (pieces: readonly Piece[]): number => {
  const letters = new Map<number, number>()
  for (const { size, text } of pieces) {
    const own = Math.round(size * 2) / 2
    letters.set(own, (letters.get(own) ?? 0) + text.length)
  }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [10, 0] as [number, number])[0]
}

/** `Title . . . . 12` */
const contentsLine = /(?:\.\s?){4,}\s*(?:\d{1,4}|[ivxl]{1,6})$/i

/** Labels in charts have few words. */
const mostLabelWords = 7

/** Rows that stand in a drawing, and are too short for text. */
const labelsIn = (rows: readonly Row[], areas: readonly Box[], page: PageDrawing): ReadonlySet<Piece> => {
  const labels = new Set<Piece>()
  for (const area of areas) {
    // A frame around the page is no chart.
    if ((area.right - area.left) * (area.bottom - area.top) > 0.7 * page.width * page.height) continue
    for (const row of rows) {
      const inside = row.pieces.filter((piece) => {
        const { left, right, top, bottom } = boxOf(piece)
        return left >= area.left - 2 && right <= area.right + 2 && top >= area.top - 2 && bottom <= area.bottom + 2
      })
      if (inside.length > 0 && lineText(inside).split(' ').length <= mostLabelWords)
        for (const piece of inside) labels.add(piece)
    }
  }
  return labels
}

const noteMark = /^(?:\d{1,3}|[*†‡§¶]{1,3}|\p{L}(?=\s))[.)]?\s*\S/u

/** Whether a short line is drawn right above, as above notes. */
const isBelowRule = (top: number, size: number, left: number, width: number, rules: readonly Rule[]): boolean =>
  rules.some(
    (rule) =>
      rule.isLevel &&
      rule.top < top &&
      rule.top > top - 2.5 * size &&
      rule.right - rule.left < 0.6 * width &&
      Math.abs(rule.left - left) < 2 * size,
  )

/** Takes the notes from the end of a column: smaller letters, with a mark or below a short line. */
const withoutNotes = (
  rows: readonly Row[],
  bounds: { readonly left: number; readonly right: number },
  bodySize: number,
  page: PageDrawing,
): { readonly text: readonly Row[]; readonly notes: readonly Row[] } => {
  const isSmall = (row: Row): boolean => row.size <= 0.93 * bodySize
  let from = rows.length
  while (from > 0 && isSmall(rows[from - 1] as Row)) from -= 1
  for (; from < rows.length; from += 1) {
    const row = rows[from] as Row
    const before = rows[from - 1]
    const left = row.pieces[0]?.left ?? 0
    const isApart = before === undefined || row.base - before.base > 1.3 * row.size
    const ruled = isBelowRule(row.base - 0.75 * row.size, row.size, bounds.left, page.width, page.rules)
    const isLow = row.base > 0.4 * page.height
    const opensRaised = (row.pieces[0]?.size ?? row.size) < 0.87 * row.size
    const marked = noteMark.test(lineText(row.pieces)) && left - bounds.left < 4 * row.size
    if (isLow && isApart && (ruled || (marked && (opensRaised || before === undefined || !isSmall(before))))) break
  }
  return { text: rows.slice(0, from), notes: rows.slice(from) }
}

type Prepared = {
  readonly page: PageDrawing
  readonly edges: readonly Row[]
  readonly labels: readonly string[]
  readonly columns: readonly {
    readonly text: readonly Row[]
    readonly notes: readonly Row[]
    readonly left: number
    readonly right: number
  }[]
}

/** Lines of a damaged page that are no words, but what its program has there. */
const isGarbage = ({ pieces }: Row): boolean => {
  const text = pieces.map((piece) => piece.text).join('')
  return text.split('\ufffd').length - 1 > 0.08 * text.length
}

const prepared = (page: PageDrawing, rows: readonly Row[], rules: EdgeRules, bodySize: number): Prepared => {
  const own = rows.filter((row) => !rules.has(row) && !(page.isCut && isGarbage(row)))
  const labels = labelsIn(own, [...page.drawings, ...page.pictures], page)
  const pieces = own.flatMap((row) => row.pieces).filter((piece) => !labels.has(piece))
  return {
    page,
    edges: rows.filter((row) => rules.has(row)),
    labels: rowsOf([...labels]).map((row) => lineText(row.pieces)),
    columns: columnsOf(pieces, page.rules).map((column) => ({
      ...withoutNotes(column.rows, column, bodySize, page),
      left: column.left,
      right: column.right,
    })),
  }
}

/** The rows of a stretch without tables, as paragraphs and lines of contents. */
const textItems = (
  rows: readonly Row[],
  bounds: { readonly left: number; readonly right: number },
  usual: number,
): PageItem[] => {
  const items: PageItem[] = []
  let text: Row[] = []
  const close = (): void => {
    for (const paragraph of paragraphsOf(text, bounds, usual))
      items.push({ kind: 'paragraph', paragraph, opensColumn: false, closesColumn: false })
    text = []
  }
  for (const row of rows) {
    const line = lineText(row.pieces)
    if (!contentsLine.test(line)) text.push(row)
    else {
      close()
      items.push({ kind: 'furniture', text: line, rule: 'contents' })
    }
  }
  close()
  return items
}

const partsOfPage = ({ page, edges, labels, columns }: Prepared, rules: EdgeRules, usual: number): PageParts => {
  const furniture = (row: Row): PageItem => ({
    kind: 'furniture',
    text: lineText(row.pieces),
    rule: rules.get(row) ?? 'page-head',
  })
  const items: PageItem[] = []
  const notes: Paragraph[] = []
  for (const column of columns) {
    const own: PageItem[] = partsOf(column.text, page.rules).flatMap(({ rows, table }) =>
      table === null ? textItems(rows, column, usual) : [{ kind: 'table' as const, table }],
    )
    const first = own[0]
    if (first?.kind === 'paragraph') own[0] = { ...first, opensColumn: true }
    const last = own.at(-1)
    if (last?.kind === 'paragraph') own[own.length - 1] = { ...last, closesColumn: true }
    items.push(...own)
    notes.push(...paragraphsOf(column.notes, column, usual))
  }
  for (const text of labels) items.push({ kind: 'furniture', text, rule: 'figure-label' })
  return {
    head: edges.filter(({ base }) => base < page.height / 2).map(furniture),
    items,
    notes,
    foot: [
      ...edges.filter(({ base }) => base >= page.height / 2).map(furniture),
      ...page.turned.map((text): PageItem => ({ kind: 'furniture', text, rule: 'turned-text' })),
    ],
  }
}

/**
 * @param pages as they are drawn
 * @returns what stands on each, in the order in which it is read
 */
export const pageParts = (pages: readonly PageDrawing[]): readonly PageParts[] => {
  const bodySize = bodySizeOf(pages.flatMap(({ pieces }) => pieces))
  const rows = pages.map((page) => ({ rows: rowsOf(page.pieces), height: page.height }))
  const rules = edgeRules(rows, bodySize)
  const all = pages.map((page, at) => prepared(page, rows[at]?.rows ?? [], rules, bodySize))
  const usual = usualLeading(all.flatMap(({ columns }) => columns.map(({ text }) => text)))
  return all.map((page) => partsOfPage(page, rules, usual))
}
