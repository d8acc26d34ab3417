import { isProse as isSentence } from '../../line-kinds.ts'
import { type TextWriter, textWriter, type WrittenText } from '../text-writer.ts'
import { headingDepths, headingLines } from './heading-styles.ts'
import type { PageItem, PageParts } from './page-parts.ts'
import { endsSentence, type Paragraph } from './paragraphs.ts'

type Aside = { readonly furniture: string; readonly rule: string } | { readonly place: number; readonly label: 'page' }

/** What comes next: what is written, with its page, or what only stands between. */
type Event =
  | {
      readonly kind: 'paragraph'
      readonly page: number
      readonly paragraph: Paragraph
      readonly opensColumn: boolean
      readonly closesColumn: boolean
      readonly isAside: boolean
    }
  | {
      readonly kind: 'table'
      readonly page: number
      readonly cells: readonly (readonly string[])[]
      readonly isNamed: boolean
    }
  | { readonly kind: 'aside'; readonly aside: Aside }

/** `Figure 3: …`, `Tab. 2.1 – …`: what stands by a picture or a table, wherever the text goes on. */
const caption = /^\p{Lu}\p{L}{1,12}\.?\s\d{1,3}(?:[.-]\d{1,3})?\s?[.:|–—]\s?\S/u

const textOf = ({ lines }: Paragraph): string => lines.map(({ text }) => text).join(' ')

const eventsOf = ({ head, items, notes, foot }: PageParts, page: number): readonly Event[] => {
  const asideOf = (item: PageItem): readonly Event[] =>
    item.kind === 'furniture' ? [{ kind: 'aside', aside: { furniture: item.text, rule: item.rule } }] : []
  return [
    { kind: 'aside', aside: { place: page, label: 'page' } },
    ...head.flatMap(asideOf),
    ...items.flatMap((item): readonly Event[] => {
      if (item.kind === 'furniture') return asideOf(item)
      if (item.kind === 'table') return [{ kind: 'table', page, cells: item.table.cells, isNamed: item.table.isNamed }]
      return [{ ...item, page, isAside: caption.test(textOf(item.paragraph)) }]
    }),
    ...notes.map(
      (paragraph): Event => ({
        kind: 'paragraph',
        page,
        paragraph,
        opensColumn: false,
        closesColumn: false,
        isAside: true,
      }),
    ),
    ...foot.flatMap(asideOf),
  ]
}

/** In sizes of the text. */
const space = 0.25

/**
 * The lines of a paragraph as they are written: where each line but the last has no room for the next word, the lines of
 * prose only show how wide the page is, and one space stands between them. A hyphen at a line’s end stays there.
 */
const writtenLines = ({ lines, size }: Paragraph): readonly string[] => {
  const texts = lines.map(({ text }) => text)
  const edge = lines.reduce((most, { right }) => Math.max(most, right), 0)
  const isWrapped = lines
    .slice(0, -1)
    .every(({ right }, at) => right + space * size + (lines[at + 1]?.firstWord ?? 0) > edge)
  if (!isWrapped || !isSentence(texts.join(' '))) return texts
  const written: string[] = []
  for (const text of texts) {
    const before = written.at(-1)
    if (before === undefined || /[-\u2010\u00ad]$/.test(before)) written.push(text)
    else written[written.length - 1] = `${before} ${text}`
  }
  return written
}

const isProse = (paragraph: Paragraph): boolean => textOf(paragraph).split(' ').length >= 4

/** Whether a paragraph goes on with another one, which stands at the top of a column or behind a picture. */
const goesOn = (from: Paragraph, to: Paragraph, isAtEdges: boolean, areIndented: boolean): boolean => {
  if (to.mark !== null || Math.abs(from.size - to.size) > 0.08 * from.size || from.isBold !== to.isBold) return false
  if (to.isCentred !== from.isCentred && !from.isFull) return false
  const last = from.lines.at(-1)?.text ?? ''
  const opensSmall = /^[“"‘'(]?\p{Ll}/u.test(to.lines[0]?.text ?? '')
  const isBroken = /\p{L}[-\u2010]$/u.test(last)
  if (opensSmall) return isBroken || !endsSentence(last) || (isAtEdges && from.isFull && !/[:;!?]$/.test(last))
  if (!isAtEdges || to.isIndented) return false
  // Where first lines stand in, one that does not goes on.
  if (endsSentence(last)) return areIndented && from.isFull && !from.isCentred && isProse(from) && isProse(to)
  return (
    isBroken ||
    (from.isFull && isProse(from) && isProse(to) && /^[“"„«([‘']?[\p{L}\p{N}]/u.test(to.lines[0]?.text ?? ''))
  )
}

/** In sizes of the text: smaller letters stand in boxes beside it. */
const smaller = 0.9

/** Whether the first lines of most paragraphs stand in. */
const standIn = (paragraphs: readonly Paragraph[]): boolean => {
  const long = paragraphs.filter(({ lines, mark }) => lines.length > 1 && mark === null)
  return long.filter(({ isIndented }) => isIndented).length > 0.6 * long.length
}

/** How far ahead the other half of a paragraph is looked for. */
const mostBetween = 60

/**
 * The place of the paragraph that goes on with the one at a place; -1 if it ends there. Between the two may stand what
 * belongs to pages, tables, captions and notes.
 */
const continuation = (
  events: readonly Event[],
  at: number,
  headings: ReadonlyMap<Paragraph, number>,
  areIndented: boolean,
): number => {
  const from = events[at]
  if (from?.kind !== 'paragraph' || from.isAside || headings.has(from.paragraph)) return -1
  let between = 0
  for (let next = at + 1; next < events.length && next <= at + mostBetween; next += 1) {
    const event = events[next] as Event
    if (event.kind === 'aside') continue
    if (event.kind === 'table' || event.isAside || event.paragraph.size < smaller * from.paragraph.size) {
      between += 1
      continue
    }
    if (headings.has(event.paragraph)) return -1
    const isAtEdges = from.closesColumn && event.opensColumn
    if (!isAtEdges && between === 0) return -1
    return goesOn(from.paragraph, event.paragraph, isAtEdges, areIndented) ? next : -1
  }
  return -1
}

/** Writes what stands on pages, and says on which page each part is. */
class PageWriter {
  readonly #writer: TextWriter = textWriter()
  readonly #sure: ReadonlyMap<number, number>
  #page = 0

  constructor(sure: ReadonlyMap<number, number>) {
    this.#sure = sure
  }

  place(page: number): void {
    if (page === this.#page) return
    this.#writer.place('page', page, this.#sure.get(page))
    this.#page = page
  }

  aside(aside: Aside): void {
    if ('place' in aside) this.place(aside.place)
    else this.#writer.furniture(aside.furniture, aside.rule)
  }

  /** A paragraph with what stands inside it. */
  paragraph(lines: readonly (string | Aside)[], page: number, frame: { depth: number; mark: string | null }): void {
    this.place(page)
    const { depth, mark } = frame
    if (depth > 0)
      this.#writer.block(mark === null ? lines : [`${mark} ${String(lines[0])}`, ...lines.slice(1)], {
        kind: 'heading',
        depth,
      })
    else if (mark === null) this.#writer.block(lines)
    else this.#writer.block(lines, { kind: 'list-item', mark })
    for (const line of lines) if (typeof line === 'object' && 'place' in line) this.#page = line.place
  }

  table(cells: readonly (readonly string[])[], page: number, isNamed: boolean): void {
    this.place(page)
    if (isNamed) this.#writer.table(cells)
    else for (const row of cells) this.#writer.block(row.filter((cell) => cell !== '').join(' '), { gap: 0 })
  }

  written(): WrittenText {
    return this.#writer.written()
  }
}

/** The text of a document, and the paragraphs by which its fields are told. */
export type WrittenPages = WrittenText & {
  /** Those of the first page that has text. */
  readonly firstPage: readonly string[]
  /** The last ones that are no notes. */
  readonly last: readonly string[]
}

/**
 * Writes the text of pages: what goes on over columns and pages is one block, and notes stand behind it.
 * @param pages what stands on each
 * @param bodySize the size of most letters
 * @param sure how sure what is read from a picture of a page is, in percent, by the page's number
 * @returns the canonical text with its blocks
 */
export const writePages = (
  pages: readonly PageParts[],
  bodySize: number,
  sure: ReadonlyMap<number, number>,
): WrittenPages => {
  const events = pages.flatMap((parts, at) => eventsOf(parts, at + 1))
  const paragraphs = events.flatMap((event) => (event.kind === 'paragraph' && !event.isAside ? [event] : []))
  const firstPage = paragraphs[0]?.page ?? 1
  const onFirst = paragraphs.filter(({ page }) => page === firstPage).length
  const headings = headingDepths(
    paragraphs.map(({ paragraph }) => paragraph),
    bodySize,
    onFirst,
  )
  const areIndented = standIn(paragraphs.map(({ paragraph }) => paragraph).filter((own) => !headings.has(own)))
  const ofHeading = headingLines(
    paragraphs.map(({ paragraph }) => paragraph),
    headings,
  )
  const writer = new PageWriter(sure)
  const others = new Map<Paragraph, Paragraph[]>()
  for (const [part, heading] of ofHeading) others.set(heading, [...(others.get(heading) ?? []), part])
  const linesOf = (paragraph: Paragraph): readonly string[] =>
    [paragraph, ...(others.get(paragraph) ?? [])].flatMap(writtenLines)
  const write = (event: Event): void => {
    if (event.kind === 'aside') writer.aside(event.aside)
    else if (event.kind === 'table') writer.table(event.cells, event.page, event.isNamed)
    else if (!ofHeading.has(event.paragraph)) {
      const { paragraph, page } = event
      writer.paragraph(linesOf(paragraph), page, {
        depth: headings.get(paragraph) ?? 0,
        mark: paragraph.mark,
      })
    }
  }
  for (let at = 0; at < events.length; at += 1) {
    const event = events[at] as Event
    let next = continuation(events, at, headings, areIndented)
    if (event.kind !== 'paragraph' || next === -1) {
      write(event)
      continue
    }
    const lines: (string | Aside)[] = [...writtenLines(event.paragraph)]
    const behind: Event[] = []
    let last = at
    for (; next !== -1; next = continuation(events, next, headings, areIndented)) {
      for (const between of events.slice(last + 1, next)) {
        if (between.kind === 'aside') lines.push(between.aside)
        else behind.push(between)
      }
      const half = events[next]
      if (half?.kind === 'paragraph') lines.push(...writtenLines(half.paragraph))
      last = next
    }
    writer.paragraph(lines, event.page, { depth: 0, mark: event.paragraph.mark })
    for (const deferred of behind) write(deferred)
    at = last
  }
  const texts = paragraphs.map(({ paragraph }) => textOf(paragraph))
  return { ...writer.written(), firstPage: texts.slice(0, onFirst), last: texts.slice(-4) }
}
