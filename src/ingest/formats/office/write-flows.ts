import { contentsHeading } from '../../../language/contents-words.ts'
import type { TextWriter } from '../text-writer.ts'
import { type Flow, flowText, type Note, type Paragraph } from './flow.ts'
import { hasData, tableText } from './tables.ts'

const notesIn = (flow: Flow): readonly Note[] => {
  if (flow.is === 'furniture') return []
  if (flow.is === 'table') return flow.rows.flatMap((row) => row.flatMap((cell) => cell.flatMap(notesIn)))
  return [...flow.notes, ...flow.boxes.flatMap(notesIn)]
}

/** A heading without the marks that lead to its notes: it is a name, and is quoted as one. */
const withoutMarks = (line: string, notes: readonly Note[]): string =>
  notes.reduce((text, { mark }) => text.replace(mark, ''), line)

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

const textOf = (flow: Flow | undefined): string => (flow?.is === 'paragraph' ? flowText(flow).trim() : '')
const wordCount = (text: string): number => text.split(/\s+/).length

/** A typed heading has no more words. */
const maxWords = 12
/** What stands below one has so many, or is an item of a list. */
const minProse = 8
/** Below all headings that are marked as such. */
const typedDepth = 9

/** Bold words alone in a paragraph, as people type headings. */
const isBoldLine = (flow: Flow | undefined): flow is Paragraph =>
  flow?.is === 'paragraph' &&
  flow.isBold === true &&
  (flow.kind === 'paragraph' || flow.kind === 'list-item') &&
  flow.lines.filter((line) => line.trim() !== '').length === 1 &&
  wordCount(textOf(flow)) <= maxWords &&
  !/[.,;!?…"”»)]$/u.test(textOf(flow)) &&
  /\p{L}{2}/u.test(textOf(flow))

const isText = (flow: Flow | undefined): boolean =>
  flow?.is === 'table' ||
  (flow?.is === 'paragraph' &&
    flow.isBold !== true &&
    (flow.kind === 'list-item' || (flow.kind === 'paragraph' && wordCount(textOf(flow)) >= minProse)))

/** A line with a number, as sections have them: the rules for numbered headings decide what it is. */
const isNumbered = (line: string): boolean => /^\s*\d{1,2}(?:\.\d{1,2}){0,4}[.):]?\s+\S/u.test(line)

/** A bold line with the number that a list gives it: a heading, but for items of a list that are all bold. */
const withNumber = (flows: readonly Flow[], at: number): Paragraph | null => {
  const flow = flows[at]
  if (!isBoldLine(flow)) return null
  if (flow.kind !== 'list-item') return flow
  const isItem = (other: Flow | undefined): boolean => isBoldLine(other) && other.indent === flow.indent && !!other.mark
  if (!/[\p{L}\p{N}]/u.test(flow.mark ?? '') || isItem(flows[at - 1]) || isItem(flows[at + 1])) return null
  const { mark, indent, ...rest } = flow
  return {
    ...rest,
    kind: 'paragraph',
    lines: flow.lines.map((line, place) => (place === 0 ? `${mark} ${line}` : line)),
  }
}

/** So many bold lines in a row are headings at most; more are a list. */
const maxInRow = 3

/** Whether text stands below a bold line, or below the bold lines right below it. */
const opensText = (flows: readonly Flow[], at: number): boolean => {
  let [from, to] = [at, at + 1]
  while (to - from <= maxInRow && isBoldLine(flows[from - 1])) from -= 1
  while (to - from <= maxInRow && isBoldLine(flows[to])) to += 1
  return to - from <= maxInRow && isText(flows[to])
}

/** Headings that are typed: a bold line above text, below the first text, so that no line of a cover is one. */
const withTypedHeadings = (flows: readonly Flow[]): readonly Flow[] => {
  const first = flows.findIndex((flow) => isText(flow) && wordCount(textOf(flow)) >= minProse)
  return flows.map((flow, at): Flow => {
    const line = withNumber(flows, at)
    if (line === null) return flow
    const isHeading = first !== -1 && at > first && opensText(flows, at) && !isNumbered(textOf(line))
    return isHeading ? { ...line, kind: 'heading', depth: typedDepth } : line
  })
}

/** An entry of a typed table of contents: a tab and the page, or that there is none. */
const entry = /\t\s*(?:\d{1,4}|[ivxlc]{1,7}|n\/?a)\s*$/i
/** So many entries make a table of contents, which has so many lines at most. */
const contents = { entries: 3, lines: 200 } as const

/** A table of contents that is typed: entries below a line that says so, down to the last that has a page. */
const withTypedContents = (flows: readonly Flow[]): readonly Flow[] => {
  const from = flows.findIndex((flow) => contentsHeading.test(textOf(flow)))
  if (from === -1) return flows
  const below = flows.slice(from + 1, from + contents.lines)
  const end = below.findIndex((flow) => flow.is === 'table' || (isText(flow) && wordCount(textOf(flow)) > maxWords * 2))
  const lines = below.slice(0, end === -1 ? below.length : end)
  const isEntry = (flow: Flow): boolean => flow.is === 'paragraph' && flow.lines.some((line) => entry.test(line))
  if (lines.filter(isEntry).length < contents.entries) return flows
  const to = from + 1 + lines.findLastIndex(isEntry)
  return flows.map((flow, at) =>
    at >= from && at <= to ? { is: 'furniture', text: flowText(flow), rule: 'contents' } : flow,
  )
}

/**
 * @param flows what a document is made of
 * @returns the words that its style says are the title; null without them
 */
export const titleIn = (flows: readonly Flow[]): string | null => {
  const title = withWholeTitle(flows).find(isTitle)
  return title === undefined
    ? null
    : title.lines
        .map((line) => withoutMarks(line, title.notes))
        .join(' ')
        .replace(/\s+/gu, ' ')
        .trim() || null
}

/**
 * Writes a document. Notes follow where their section ends, so that they break no sentence.
 * @param flows what it is made of
 * @param writer what writes it
 */
export const writeFlows = (flows: readonly Flow[], writer: TextWriter): void => {
  const read = withTypedHeadings(withTypedContents(withWholeTitle(flows)))
  const firsts = read.filter((flow) => flow.is === 'paragraph' && flow.kind === 'heading' && flow.depth === 1)
  // Sections are below a title; where several are outermost, none of them is the title.
  const below = read.some(isTitle) || firsts.length > 1 ? 1 : 0
  let notes: Note[] = []
  const writeNotes = (): void => {
    const pending = notes
    notes = []
    for (const { mark, content } of pending)
      for (const [at, flow] of content.entries())
        write(at === 0 && flow.is === 'paragraph' && flow.mark === undefined ? { ...flow, mark } : flow)
  }
  const writeParagraph = ({ lines, kind, depth, indent, mark, boxes, notes: own }: Paragraph): void => {
    const level = kind !== 'heading' ? 0 : depth === 0 ? 1 : depth + below
    const frame = { kind, depth: level, ...(indent === undefined ? {} : { indent }) }
    // The number of a heading is read as part of it.
    if (kind === 'heading')
      writer.block(
        [`${mark ?? ''} ${lines[0] ?? ''}`, ...lines.slice(1)].map((line) => withoutMarks(line, own)),
        frame,
      )
    else writer.block(lines, { ...frame, ...(mark ? { mark } : {}) })
    for (const box of boxes) write(box)
  }
  const writeTable = ({ rows, head }: Extract<Flow, { is: 'table' }>): void => {
    const table = tableText(rows, head)
    for (const title of table.titles) writer.block(title)
    writer.table(table.rows)
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
        writeTable(flow)
        notes.push(...notesIn(flow))
    }
  }
  for (const flow of read) write(flow)
  // A note may itself lead to one.
  while (notes.length > 0) writeNotes()
}
