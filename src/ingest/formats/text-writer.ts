import type { Place, PlaceLabel, Run } from '../../domain/source.ts'
import type { Span } from '../../domain/span.ts'
import type { Block } from '../block.ts'

/** A text that a reader of a format wrote, and what its parts are. */
export type WrittenText = {
  /** The canonical text. */
  readonly text: string
  readonly blocks: readonly Block[]
  /** What belongs to pages and not to the text, wherever it stands. */
  readonly furniture: readonly Run[]
  readonly places: readonly Place[]
}

/** What stands inside a block besides its lines: what belongs to the page, or where another place begins. */
type Aside =
  | { readonly furniture: string; readonly rule: string }
  | { readonly place: number; readonly label: PlaceLabel; readonly ocr?: number }

type Frame = Omit<Block, 'start' | 'end' | 'text' | 'pieces'>

/** What a block is; what is not stated is that of a paragraph. */
type Stated = Partial<Pick<Block, 'kind' | 'depth' | 'indent' | 'gap' | 'speaker'>> & {
  /** The mark of a list item as printed: `•`, `3.` */
  readonly mark?: string
}

/** Writes the canonical text of a document whose format says what its parts are. */
export type TextWriter = {
  /**
   * Writes a block on lines of its own. White space around and within a line is levelled; one without words is left out.
   * @param lines its lines, and what stands between them
   * @param frame what it is; a paragraph unless stated
   */
  block(lines: string | readonly (string | Aside)[], frame?: Stated): void
  /**
   * Writes a table, a row a block, as Markdown does: a quote of a row may begin with the names of the columns.
   * @param rows cells from left to right; the first row names the columns
   */
  table(rows: readonly (readonly string[])[]): void
  /** Writes what belongs to the page: `rule` says what decided so. */
  furniture(text: string, rule: string): void
  /**
   * What is written from here on is there.
   * @param ocr how sure what is read there is, in percent, if it is read from a picture
   */
  place(label: PlaceLabel, value: number, ocr?: number): void
  /** @returns all that was written */
  written(): WrittenText
}

/** Characters that no text has, and that break lines where none ends: the canonical text has LF alone. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is left out
const noText = /[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g

const levelled = (text: string): string => text.replace(noText, '').replace(/\s+/gu, ' ').trim()

/** The marks between the first and the last of some spans. */
const within = (marks: readonly Span[], spans: readonly Span[]): readonly Span[] =>
  marks.filter(({ start }) => start > (spans[0]?.start ?? 0) && start < (spans.at(-1)?.end ?? 0))

const saysWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

/** @returns an empty text */
export const textWriter = (): TextWriter => {
  const parts: string[] = []
  let length = 0
  const blocks: Block[] = []
  const furniture: Run[] = []
  const places: Place[] = []
  let pending: Omit<Place, 'start'> | null = null

  const add = (text: string): Span => {
    const span = { start: length, end: length + text.length }
    parts.push(text)
    length = span.end
    return span
  }
  const beginPlace = (): void => {
    if (pending !== null) places.push({ start: length, ...pending })
    pending = null
  }
  const addFurniture = (text: string, rule: string): Run => {
    const run: Run = { ...add(text), kind: 'boilerplate', rule }
    furniture.push(run)
    return run
  }
  /** A block of what was written last: `spans` are its lines or cells, between which stands white space or a bar. */
  const addBlock = (spans: readonly (Span & { readonly words: string })[], frame: Frame): void => {
    const [first, last] = [spans[0], spans.at(-1)]
    if (!first || !last) return
    const pieces: Block['pieces'][number][] = []
    let text = ''
    for (const { start, end, words } of spans) {
      if (text !== '') text += ' '
      pieces.push({ start, end, offset: text.length })
      text += words
    }
    blocks.push({ start: first.start, end: last.end, text, pieces, ...frame })
  }
  const addRow = (cells: readonly string[]): void => {
    beginPlace()
    const inlineMarks: Span[] = []
    const spans: (Span & { readonly words: string })[] = []
    for (const words of cells) {
      inlineMarks.push(add('|'))
      add(' ')
      if (words !== '') spans.push({ ...add(words), words })
      add(' ')
    }
    inlineMarks.push(add('|'))
    const marks: readonly Span[] = []
    addBlock(spans, { kind: 'paragraph', depth: 0, indent: 0, gap: 0, marks, inlineMarks: within(inlineMarks, spans) })
  }
  const opened = (): void => {
    if (length > 0) add('\n\n')
  }

  return {
    block(lines, { kind = 'paragraph', depth = 0, indent = 0, gap = 1, mark, speaker } = {}) {
      const given = typeof lines === 'string' ? [lines] : lines
      const own = given.map((line) => (typeof line === 'string' ? levelled(line) : line))
      if (!own.some((line) => typeof line === 'string' && saysWords(line))) {
        for (const line of own)
          if (typeof line === 'object' && 'place' in line) this.place(line.label, line.place, line.ocr)
        return
      }
      opened()
      beginPlace()
      const marks: Span[] = mark === undefined ? [] : [add(levelled(mark))]
      if (mark !== undefined) add(' ')
      const spans: (Span & { readonly words: string })[] = []
      let before: 'line' | 'mark' = 'mark'
      for (const line of own) {
        if (line === '') continue
        if (typeof line === 'object' && 'place' in line) {
          this.place(line.label, line.place, line.ocr)
          continue
        }
        if (before === 'line') add('\n')
        before = 'line'
        if (typeof line === 'object') marks.push(addFurniture(levelled(line.furniture), line.rule))
        else {
          beginPlace()
          spans.push({ ...add(line), words: line })
        }
      }
      const frame: Frame = { kind, depth, indent, gap, marks, inlineMarks: [] }
      addBlock(spans, speaker === undefined ? frame : { ...frame, speaker })
    },
    table(rows) {
      const [names, ...others] = rows.map((cells) => cells.map(levelled))
      if (names === undefined || !rows.flat().some(saysWords)) return
      opened()
      addRow(names)
      add(`\n|${' --- |'.repeat(names.length)}`)
      for (const cells of others) {
        add('\n')
        addRow(cells)
      }
    },
    furniture(text, rule) {
      const line = levelled(text)
      if (line === '') return
      opened()
      beginPlace()
      addFurniture(line, rule)
    },
    place(label, value, ocr) {
      pending = { label, value, ...(ocr === undefined ? {} : { ocr }) }
    },
    written: () => ({ text: parts.join(''), blocks, furniture, places }),
  }
}
