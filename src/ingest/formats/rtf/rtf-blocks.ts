import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import type { TextWriter } from '../text-writer.ts'
import { wellFormed } from './code-pages.ts'

/** What is known of a paragraph when it ends. */
export type ParagraphStyle = {
  /** The level of a heading, from 1; 0 for text. */
  readonly depth: number
  readonly isInTable: boolean
  /** How deep in a list, from 0. */
  readonly listLevel: number
}

/** A paragraph of a cell or of the text. */
type Written = { readonly lines: readonly string[]; readonly mark: string; readonly style: ParagraphStyle }

/** Puts the text of a document into paragraphs, list items, headings and tables. */
export type RtfBlocks = {
  add(text: string): void
  /** The number or bullet of the paragraph. */
  addMark(text: string): void
  endLine(): void
  endParagraph(style: ParagraphStyle): void
  endCell(style: ParagraphStyle): void
  endRow(): void
  /** Writes what is left, also of an open table. */
  close(style: ParagraphStyle): void
}

/** A bullet that is typed rather than made by a list. */
const typedBullet = /^\s*([•·▪◦‣●○■–-])\t\s*/
/** The number of a heading or an item that is made by a list. */
const isMark = (text: string): boolean => text !== '' && text.length <= 40

/** A book of a thousand pages has ten thousand. */
const maxParagraphs = 150_000

/** A larger cell holds the layout of a page rather than a value. */
const maxCell = 600

/**
 * @param writer to which the blocks are written
 * @returns no blocks yet; adding to them throws QuothError `bad-document` once they are too many
 */
export const rtfBlocks = (writer: TextWriter): RtfBlocks => {
  let line: string[] = []
  let lines: string[] = []
  let mark = ''
  let cell: Written[] = []
  let row: (readonly Written[])[] = []
  let table: (readonly (readonly Written[])[])[] = []

  let count = 0
  const take = (style: ParagraphStyle): Written => {
    count += 1
    if (count > maxParagraphs)
      throw new QuothError(
        'bad-document',
        msg`It has more than ${maxParagraphs} paragraphs. Split it into smaller files.`,
      )
    const [first = '', ...others] = [...lines, line.join('')].map(wellFormed)
    const bullet = mark.trim() === '' ? typedBullet.exec(first) : null
    const written = {
      lines: [first.slice(bullet?.[0].length ?? 0), ...others],
      mark: bullet?.[1] ?? mark.trim(),
      style,
    }
    line = []
    lines = []
    mark = ''
    return written
  }
  const write = ({ lines: own, mark: before, style: { depth, listLevel } }: Written): void => {
    const marked = isMark(before) ? { mark: before } : {}
    if (depth > 0) writer.block(own, { kind: 'heading', depth, ...marked })
    else if (isMark(before)) writer.block(own, { kind: 'list-item', indent: 2 * listLevel, gap: 0, ...marked })
    else writer.block(own)
  }
  const textOf = (written: readonly Written[]): string =>
    written
      .map(({ lines: own, mark: before }) => [before, ...own].join(' '))
      .join(' ')
      .trim()
  const flushTable = (): void => {
    const rows = table
    table = []
    if (rows.length === 0) return
    const cells = rows.map((each) => each.map(textOf))
    const isLayout =
      cells.every((each) => each.filter(Boolean).length < 2) ||
      cells.some((each) => each.some(({ length }) => length > maxCell))
    if (isLayout) for (const written of rows.flat(2)) write(written)
    else writer.table(cells)
  }

  const endCell = (style: ParagraphStyle): void => {
    cell.push(take(style))
    row.push(cell)
    cell = []
  }
  const endRow = (): void => {
    if (row.length > 0) table.push(row)
    row = []
  }
  return {
    add: (text) => line.push(text),
    addMark: (text) => {
      mark += text
    },
    endLine() {
      lines.push(line.join(''))
      line = []
    },
    endParagraph(style) {
      const written = take(style)
      if (style.isInTable) cell.push(written)
      else {
        if (cell.length > 0 || row.length > 0) {
          // Cells that no row ends.
          if (cell.length > 0) row.push(cell)
          cell = []
          endRow()
        }
        flushTable()
        write(written)
      }
    },
    endCell,
    endRow,
    close(style) {
      if (line.length > 0 || lines.length > 0) this.endParagraph(style)
      if (cell.length > 0) row.push(cell)
      cell = []
      endRow()
      flushTable()
    },
  }
}
