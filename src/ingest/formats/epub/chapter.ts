import { writeTree } from '../dom/blocks.ts'
import { type DomElement, isText, walk } from '../dom/node.ts'
import { raisedMark } from '../raised.ts'
import type { TextWriter } from '../text-writer.ts'
import { isUnseen } from './chapter-kind.ts'
import { isNamed, typesOf } from './dom-search.ts'
import type { Entry } from './navigation.ts'

type Lines = Parameters<TextWriter['block']>[0]
type Frame = NonNullable<Parameters<TextWriter['block']>[1]>
type Part =
  | { readonly is: 'block'; readonly lines: Lines; readonly frame: Frame }
  | { readonly is: 'table'; readonly rows: Parameters<TextWriter['table']>[0] }

const textOf = (part: Part | undefined): string =>
  part?.is !== 'block'
    ? ''
    : typeof part.lines === 'string'
      ? part.lines
      : part.lines.filter((line) => typeof line === 'string').join(' ')

const linesOf = (part: Part): readonly string[] =>
  part.is !== 'block'
    ? []
    : typeof part.lines === 'string'
      ? [part.lines]
      : part.lines.filter((line) => typeof line === 'string')

const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** A title is printed in so many blocks at most: `Chapter I`, and its name. */
const maxBlocks = 3

/** How many blocks at the top say what the table of contents calls the chapter. */
const titleLength = (parts: readonly Part[], title: string): number => {
  const wanted = wordsOf(title)
  for (let count = 1; count <= maxBlocks; count += 1)
    if (wordsOf(parts.slice(0, count).map(textOf).join(' ')) === wanted) return count
  return 0
}

const isHeading = (part: Part): boolean => part.is === 'block' && part.frame.kind === 'heading'

/**
 * A chapter without a heading of its own has that of the table of contents: where the lines at its top say the same,
 * they are the heading.
 */
const withHeading = (parts: readonly Part[], entry: Entry | undefined): readonly Part[] => {
  if (entry === undefined || parts.length === 0 || parts.some(isHeading)) return parts
  const frame = { kind: 'heading', depth: entry.depth } as const
  const count = titleLength(parts, entry.title)
  if (count === 0) return [{ is: 'block', lines: entry.title, frame }, ...parts]
  return [{ is: 'block', lines: parts.slice(0, count).flatMap(linesOf), frame }, ...parts.slice(count)]
}

const isLink = isNamed('a')
const opensLine = isNamed(
  'p',
  'div',
  'li',
  'td',
  'th',
  'dt',
  'dd',
  'br',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
)

/** Makes the figures that lead to notes raised ones, as they are shown: links that are a number, right behind a word. */
const raiseNoteMarks = (body: DomElement): void => {
  let before = ''
  const leads = (link: DomElement): boolean =>
    typesOf(link).includes('noteref') ||
    (/#./.test(link.getAttribute('href') ?? '') && /[\p{L}\p{P}]$/u.test(before) && !/[([]$/.test(before))
  walk(body, {
    enter: (element) => {
      if (opensLine(element)) before = ''
      const text = isLink(element) ? element.firstChild : null
      const figure = text !== null && isText(text) && text.nextSibling === null ? (text.nodeValue ?? '').trim() : ''
      if (/^\d{1,4}$/.test(figure) && leads(element))
        (text as { nodeValue: string | null }).nodeValue = raisedMark(figure)
      return true
    },
    leave: () => {},
    text: (text) => {
      before = text
    },
  })
}

/**
 * Writes a chapter.
 * @param body of it
 * @param entry what the table of contents says of it
 * @param writer what it is written to
 */
export const writeChapter = (body: DomElement, entry: Entry | undefined, writer: TextWriter): void => {
  raiseNoteMarks(body)
  const parts: Part[] = []
  const collector: Pick<TextWriter, 'block' | 'table'> = {
    block: (lines, frame = {}) => parts.push({ is: 'block', lines, frame }),
    table: (rows) => parts.push({ is: 'table', rows }),
  }
  writeTree(body, { ...writer, ...collector }, { skips: isUnseen })
  for (const part of withHeading(parts, entry))
    if (part.is === 'block') writer.block(part.lines, part.frame)
    else writer.table(part.rows)
}
