import type { Block } from '../../block.ts'
import { printedMark } from '../list-marks.ts'
import type { TextWriter } from '../text-writer.ts'
import { childElements, type DomElement, type DomNode, isElement, isText, nameOf, walk } from './node.ts'
import { readTable } from './table.ts'

/** Elements whose contents nobody reads. */
const silent = new Set(
  `annotation annotation-xml applet area audio base canvas datalist embed frame frameset head iframe input link map meta
  noembed noframes noscript object option param picture progress rp rt script select style svg template textarea title
  track video`.split(/\s+/),
)

/** Elements that begin and end lines of their own. */
const ownLines = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer
  form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td
  tfoot th thead tr ul`.split(/\s+/),
)

/** Elements that do not go on with the block of a term. */
const endsTerm = new Set('dt dl hr table ul ol'.split(' '))

/** Longer white space is one space. */
const maxSpace = 20

/** Divide words where a line may break, and are seen nowhere else. */
const unseen = /[\u00ad\u200b]/g

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** What is known of the elements around a text. */
type Frame = {
  readonly element: DomElement
  readonly kind: Block['kind']
  readonly depth: number
  readonly indent: number
  readonly isPre: boolean
  /** Raised letters, such as the figure of a note. */
  readonly isRaised: boolean
  readonly isLink: boolean
  /** The mark of a list item, until its first words have it. */
  readonly item: { mark: string | undefined } | null
  /** The number of the next item of a list; null for one without numbers. */
  readonly list: { next: number | null; readonly step: number; readonly type: string } | null
}

const wholeNumber = (written: string | null): number | null =>
  /^\s*-?\d{1,9}/.test(written ?? '') ? Number.parseInt(written ?? '', 10) : null

const listOf = (element: DomElement, name: string): Frame['list'] => {
  if (name !== 'ol') return { next: null, step: 1, type: '' }
  const reversed = element.getAttribute('reversed') !== null
  const items = reversed ? childElements(element).filter((child) => nameOf(child) === 'li').length : 1
  const next = wholeNumber(element.getAttribute('start')) ?? items
  return { next, step: reversed ? -1 : 1, type: element.getAttribute('type') ?? '' }
}

const itemOf = (element: DomElement, list: Frame['list']): NonNullable<Frame['item']> => {
  if (list === null || list.next === null) return { mark: '•' }
  const number = wholeNumber(element.getAttribute('value')) ?? list.next
  list.next = number + list.step
  return { mark: printedMark(number, list.type) }
}

const isLast = (node: DomNode): boolean => {
  for (let next = node.nextSibling; next !== null; next = next.nextSibling)
    if (isElement(next) || (isText(next) && /\S/.test(next.nodeValue ?? ''))) return false
  return true
}

/** Whether an element names whose words a quote has. */
const attributes = (element: DomElement, name: string, parent: Frame): boolean =>
  parent.kind === 'block-quote' &&
  (name === 'footer' || (name === 'cite' && nameOf(parent.element) === 'blockquote' && isLast(element)))

const frameOf = (element: DomElement, name: string, parent: Frame): Frame => {
  const frame: Frame = { ...parent, element }
  if (/^h[1-6]$/.test(name)) return { ...frame, kind: 'heading', depth: Number(name[1]), item: null }
  if (attributes(element, name, parent)) return { ...frame, kind: 'attribution' }
  switch (name) {
    case 'blockquote':
      return { ...frame, kind: 'block-quote', indent: parent.indent + 2, item: null }
    case 'pre':
      return { ...frame, kind: 'code', isPre: true }
    case 'ul':
    case 'ol':
    case 'menu':
    case 'dir':
      return { ...frame, list: listOf(element, name), indent: parent.indent + (parent.list === null ? 0 : 2) }
    case 'li':
      return { ...frame, kind: parent.kind === 'heading' ? 'heading' : 'list-item', item: itemOf(element, parent.list) }
    case 'sup':
      return { ...frame, isRaised: true }
    case 'a':
      return { ...frame, isLink: element.getAttribute('href') !== null }
    default:
      return frame
  }
}

/** What may be known of a tree besides. */
export type TreeOptions = {
  /** Whether an element is not seen. */
  readonly skips?: (element: DomElement) => boolean
  /** The rule by which an element is seen, but is no text; null for what is text. */
  readonly furniture?: (element: DomElement) => string | null
}

/** What takes the blocks of a tree; a text writer does. */
export type TreeSink = Pick<TextWriter, 'table' | 'furniture'> & {
  block(lines: readonly string[], frame: TreeFrame): void
}

/** What a block of a tree is. */
export type TreeFrame = Pick<Block, 'kind' | 'depth' | 'indent'> & {
  readonly mark?: string
  /** Which share of its letters leads elsewhere, from 0 to 1. */
  readonly linked: number
}

const rootFrame = (element: DomElement): Frame => ({
  element,
  kind: 'paragraph',
  depth: 0,
  indent: 0,
  isPre: false,
  isRaised: false,
  isLink: false,
  item: null,
  list: null,
})

/** Text in a line of its own, as it stands between elements that break lines. */
const textIn = (element: DomElement, options: TreeOptions): string => {
  const parts: string[] = []
  const sink: TreeSink = {
    block: (lines, { mark }) => {
      if (mark !== undefined && mark !== '•') parts.push(mark)
      parts.push(...lines)
    },
    table: (rows) => parts.push(...rows.flat()),
    furniture: (text) => parts.push(text),
  }
  const open = blocksOf(sink, rootFrame(element), options)
  for (let child = element.firstChild; child !== null; child = child.nextSibling) open.walk(child)
  open.end()
  return parts.join(' ').replace(/\s+/gu, ' ').trim()
}

/** Writes what is walked through; `end` writes the last block. */
const blocksOf = (
  sink: TreeSink,
  root: Frame,
  options: TreeOptions,
): { readonly walk: (node: DomNode) => void; readonly end: () => void } => {
  const frames: Frame[] = [root]
  const top = (): Frame => frames.at(-1) as Frame
  let lines: string[] = []
  let line: string[] = []
  let breaks = 0
  let letters = { all: 0, linked: 0 }
  let frame: Frame = root
  /** A term was written, and what it means is to stand in its block. */
  let isTerm = false

  const endLine = (): void => {
    const text = line.join('')
    line = []
    if (/\S/.test(text)) lines.push(text)
  }
  const endBlock = (): void => {
    endLine()
    breaks = 0
    if (isTerm && lines.length > 0) return
    if (lines.length > 0) {
      const { kind, depth, indent, item } = frame
      const mark = item?.mark
      const linked = letters.linked / Math.max(1, letters.all)
      sink.block(lines, { kind, depth, indent, linked, ...(mark === undefined ? {} : { mark }) })
      if (item !== null) item.mark = undefined
    }
    lines = []
    letters = { all: 0, linked: 0 }
  }
  const addText = (text: string): void => {
    if (!/\S/.test(text)) {
      // Word sets marks of lists apart by hard spaces.
      if (line.length > 0) line.push(text.length < maxSpace ? text : ' ')
      return
    }
    if (breaks > 1) {
      isTerm = false
      endBlock()
    }
    breaks = 0
    // The first words of a block say what it is.
    if (line.length === 0 && lines.length === 0) frame = top()
    isTerm = false
    letters.all += text.length
    if (top().isLink) letters.linked += text.length
    line.push(text)
  }
  const addSeen = (written: string): void => {
    const text = written.replace(unseen, '')
    const { isPre, isRaised } = top()
    if (!isPre) {
      const isNumber = isRaised && /^\s*\d{1,4}(?:[,–-]\d{1,4}){0,3}\s*$/.test(text)
      addText(isNumber ? text.trim().replace(/\d/g, (digit) => raisedDigits.charAt(Number(digit))) : text)
      return
    }
    for (const [at, part] of text.split('\n').entries()) {
      if (at > 0) endLine()
      addText(part)
    }
  }
  const addAlone = (text: string): void =>
    sink.block([text], { kind: 'paragraph', depth: 0, indent: top().indent, linked: 0 })
  const addTable = (element: DomElement): boolean => {
    const table = readTable(element, (cell) => textIn(cell, options))
    if (table === null) return false
    for (const child of childElements(element)) if (nameOf(child) === 'caption') addAlone(textIn(child, options))
    for (const title of table.titles) addAlone(title)
    sink.table(table.rows)
    return true
  }
  const endTerm = (): void => {
    isTerm = false
    endBlock()
  }

  return {
    end: endTerm,
    walk: (node) =>
      walk(node, {
        enter: (element) => {
          const name = nameOf(element)
          if (silent.has(name) || options.skips?.(element) === true) return false
          const rule = options.furniture?.(element) ?? null
          if (rule !== null) {
            endTerm()
            sink.furniture(textIn(element, { ...options, furniture: () => null }), rule)
            return false
          }
          const parent = top()
          const next = frameOf(element, name, parent)
          if (name === 'br') {
            endLine()
            // Two of them end a paragraph, but not a heading.
            breaks += parent.kind === 'heading' || lines.length === 0 ? 0 : 1
            return false
          }
          if (ownLines.has(name) || next.kind !== parent.kind) {
            if (parent.kind === 'heading' && next.kind === 'heading') addText(' ')
            else if (next.kind !== parent.kind || endsTerm.has(name)) endTerm()
            else endBlock()
          }
          if (name === 'table' && parent.kind !== 'heading' && addTable(element)) return false
          if (name === 'q') line.push('“')
          frames.push(next)
          return true
        },
        leave: (element) => {
          const name = nameOf(element)
          const left = frames.pop() as Frame
          if (name === 'q') line.push('”')
          if (!ownLines.has(name) && left.kind === top().kind) return
          if (name === 'dt') {
            endLine()
            isTerm = true
          } else if (top().kind === 'heading' && left.kind === 'heading') addText(' ')
          else if (name === 'dl') endTerm()
          else endBlock()
        },
        text: addSeen,
      }),
  }
}

/**
 * Writes the text of a document tree as blocks: headings, paragraphs, items of lists with their marks, quotes, code and
 * tables. Addresses that links lead to, pictures and scripts are no text.
 * @param root what is written, with all below it
 * @param writer what it is written to
 * @param options what is not seen
 */
export const writeTree = (root: DomElement, writer: TreeSink, options: TreeOptions = {}): void => {
  const open = blocksOf(writer, rootFrame(root), options)
  open.walk(root)
  open.end()
}
