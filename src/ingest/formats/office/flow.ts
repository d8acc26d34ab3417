import type { Block } from '../../block.ts'
import type { TextWriter } from '../text-writer.ts'

/** A note that a paragraph leads to. */
export type Note = {
  /** As it stands raised in the text: `¹`. */
  readonly mark: string
  readonly content: readonly Flow[]
}

/** A paragraph as an office document has it. */
export type Paragraph = {
  readonly is: 'paragraph'
  readonly lines: readonly string[]
  readonly kind: Block['kind']
  /** The level of a heading, from 1; 0 for the title of the document, and for what is no heading. */
  readonly depth: number
  readonly isBold?: boolean
  /** Of a list item: how deep, and its mark as printed. */
  readonly indent?: number
  readonly mark?: string
  readonly notes: readonly Note[]
  /** What stands in boxes beside it. */
  readonly boxes: readonly Flow[]
}

/** Cells of a row, from left to right; what a merged cell covers is an empty one. */
export type Row = readonly (readonly Flow[])[]

/** What an office document is made of, in reading order. */
export type Flow =
  | Paragraph
  | {
      readonly is: 'table'
      readonly rows: readonly Row[]
      /** How many rows at the top are marked as the names of columns. */
      readonly head: number
    }
  /** What leads to the text and is none, such as a table of contents. */
  | { readonly is: 'furniture'; readonly text: string; readonly rule: string }

/**
 * @param flow a part of a document
 * @returns all text in it, on one line
 */
export const flowText = (flow: Flow): string => {
  switch (flow.is) {
    case 'paragraph':
      return [flow.mark ?? '', ...flow.lines, ...flow.boxes.map(flowText)]
        .filter((text) => text.trim() !== '')
        .join(' ')
    case 'table':
      return flow.rows.map((row) => row.map(cellText).join(' ')).join(' ')
    case 'furniture':
      return flow.text
  }
}

const cellText = (cell: readonly Flow[]): string =>
  cell
    .map(flowText)
    .filter((text) => text.trim() !== '')
    .join(' ')

const notesIn = (flow: Flow): readonly Note[] => {
  if (flow.is === 'furniture') return []
  if (flow.is === 'table') return flow.rows.flatMap((row) => row.flatMap((cell) => cell.flatMap(notesIn)))
  return [...flow.notes, ...flow.boxes.flatMap(notesIn)]
}

/** A cell of data is a value or a sentence or two; longer ones are paragraphs that stand side by side. */
const maxCell = 300
/** So many of the cells with words are as short as that, at least. */
const minShort = 0.8

const isFilled = (cell: readonly Flow[]): boolean => cellText(cell) !== ''

/** Headings and tables stand in cells only where the table is there for the layout. */
const isLaidOut = (cell: readonly Flow[]): boolean =>
  cell.some((flow) => flow.is === 'table' || (flow.is === 'paragraph' && flow.kind === 'heading'))

/** Whether a table has data: several rows and columns with short cells, of which the first row names the columns. */
const hasData = (rows: readonly Row[]): boolean => {
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
  if (names.some((_, at) => others.every((row) => isFigure(row[at] ?? '')))) return unnamed <= 1
  return names.length > 2 && unnamed === 0
}

const isBoldCell = (cell: readonly Flow[]): boolean =>
  cell.every((flow) => flow.is === 'paragraph' && (flow.isBold === true || flowText(flow).trim() === ''))

/** Whether the first row alone is bold. */
const hasBoldHead = ([first = [], ...others]: readonly Row[]): boolean =>
  first.every(isBoldCell) && !others.some((row) => row.some(isFilled) && row.every(isBoldCell))

/** The rows of a table as they are written: the first has the names of the columns, or nothing. */
const tableRows = (rows: readonly Row[], head: number): readonly (readonly string[])[] => {
  const texts = evened(rows)
  const named = head > 0 ? head : hasBoldHead(rows) || namesColumns(texts) ? 1 : 0
  const names = (texts[0] ?? []).map((_, at) =>
    texts
      .slice(0, named)
      .map((row) => row[at])
      .filter(Boolean)
      .join(' '),
  )
  return [names, ...texts.slice(named).filter((row) => row.some((text) => text !== ''))]
}

const isTitle = (flow: Flow | undefined): flow is Paragraph =>
  flow?.is === 'paragraph' && flow.kind === 'heading' && flow.depth === 0

/** A title that goes on in the next paragraph is one heading. */
const withWholeTitle = (flows: readonly Flow[]): readonly Flow[] => {
  const first = flows.findIndex(isTitle)
  const whole: Flow[] = []
  for (const [at, flow] of flows.entries()) {
    const before = whole.at(-1)
    if (at === first + 1 && isTitle(before) && isTitle(flow))
      whole[whole.length - 1] = {
        ...before,
        lines: [...before.lines, ...flow.lines],
        notes: [...before.notes, ...flow.notes],
      }
    else whole.push(flow)
  }
  return whole
}

/**
 * Writes a document. Notes follow where their section ends, so that they break no sentence.
 * @param flows what it is made of
 * @param writer what writes it
 */
export const writeFlows = (flows: readonly Flow[], writer: TextWriter): void => {
  // Where the document has a title, its sections are below that.
  const below = flows.some(isTitle) ? 1 : 0
  let notes: Note[] = []
  const writeNotes = (): void => {
    const pending = notes
    notes = []
    for (const { mark, content } of pending)
      for (const [at, flow] of content.entries())
        write(at === 0 && flow.is === 'paragraph' && flow.mark === undefined ? { ...flow, mark } : flow)
  }
  const writeParagraph = ({ lines, kind, depth, indent, mark, boxes }: Paragraph): void => {
    const isItem = kind === 'list-item'
    const level = kind !== 'heading' ? 0 : depth === 0 ? 1 : depth + below
    const frame = { kind, depth: level, ...(indent === undefined ? {} : { indent }), gap: isItem ? 0 : 1 }
    // The number of a heading is read as part of it.
    if (kind === 'heading') writer.block([`${mark ?? ''} ${lines[0] ?? ''}`, ...lines.slice(1)], frame)
    else writer.block(lines, { ...frame, ...(mark ? { mark } : {}) })
    for (const box of boxes) write(box)
  }
  const write = (flow: Flow): void => {
    switch (flow.is) {
      case 'furniture':
        writer.furniture(flow.text, flow.rule)
        return
      case 'paragraph':
        if (flow.kind === 'heading' && flow.lines.some((line) => line.trim() !== '')) writeNotes()
        writeParagraph(flow)
        notes.push(...flow.notes)
        return
      case 'table':
        if (!hasData(flow.rows)) {
          for (const row of flow.rows) for (const cell of row) for (const inner of cell) write(inner)
          return
        }
        writer.table(tableRows(flow.rows, flow.head))
        notes.push(...notesIn(flow))
    }
  }
  for (const flow of withWholeTitle(flows)) write(flow)
  // A note may itself lead to one.
  while (notes.length > 0) writeNotes()
}
