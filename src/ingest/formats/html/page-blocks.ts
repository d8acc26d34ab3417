import { isProse } from '../../line-kinds.ts'
import { type TreeFrame, type TreeOptions, writeTree } from '../dom/blocks.ts'
import { type DomElement, nameOf } from '../dom/node.ts'

/** Lines of a page that belong together. */
type PageText = {
  readonly kind: 'text'
  readonly text: string
  readonly lines: readonly string[]
  readonly frame: TreeFrame
}

/** A block of a page, before it is decided whether it is text. */
export type PageBlock =
  | PageText
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'furniture'; readonly text: string; readonly rule: string }

const captionClass =
  /(?:^|[\s_-])(?:caption(?:-text)?|figcaption|credits?|photo-?credit|image-?credit|bildunterschrift|copyright)(?:[\s_-]|$)/i

/** `Figure 3: …` is part of what a text explains; what stands below a photograph is not. */
const numbered =
  /^\s*(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|tab(?:le|elle|\.)?|chart|diagram|exhibit|listing|schaubild)\s?\d/i

/** @returns `caption` for what stands below a picture of an article */
export const captionRule = (element: DomElement): string | null => {
  const name = nameOf(element)
  const isCaption =
    name === 'figcaption' ||
    (/^(?:p|div|span|small|em|cite)$/.test(name) && captionClass.test(element.getAttribute('class') ?? ''))
  if (!isCaption) return null
  const { textContent = '' } = element as { readonly textContent?: string }
  return textContent.length > 1000 || numbered.test(textContent) ? null : 'caption'
}

/** In characters: whether longer blocks are prose is told by so much of them. */
const maxSample = 2000

const onOneLine = (lines: readonly string[]): string => {
  const text = lines.join(' ')
  return text.length > maxSample * 10 ? text : text.replace(/\s+/g, ' ').trim()
}

/**
 * @param text of a block
 * @returns whether it is prose, by its beginning
 */
export const isProseBlock = (text: string): boolean => isProse(text.slice(0, maxSample))

/** How Word writes the mark of a list’s item into a paragraph: with hard spaces behind it. */
const wordMark =
  /^\s*([·•▪§o\uf0a7\uf0b7]|(?:\d{1,3}|[a-z]{1,4})[.)])(?=[\s\u00a0]*\u00a0[\s\u00a0]*\u00a0)[\s\u00a0]+(?=\S)/iu

/** A paragraph as an item, if it begins with such a mark. */
const withWordMark = (lines: readonly string[], frame: TreeFrame): Pick<PageText, 'lines' | 'frame'> => {
  const [opening = '', ...others] = lines
  const match = frame.kind === 'paragraph' ? wordMark.exec(opening) : null
  if (match === null) return { lines, frame }
  const mark = /[.)]$/.test(match[1] ?? '') ? (match[1] ?? '') : '•'
  return { lines: [opening.slice(match[0].length), ...others], frame: { ...frame, kind: 'list-item', mark } }
}

/**
 * @param root of a page or a part of it
 * @param options what is no text
 * @returns its blocks, in order
 */
export const pageBlocks = (root: DomElement, options: TreeOptions = {}): readonly PageBlock[] => {
  const blocks: PageBlock[] = []
  writeTree(
    root,
    {
      block: (written, given) => {
        const { lines, frame } = withWordMark(written, given)
        blocks.push({ kind: 'text', text: onOneLine(lines), lines, frame })
      },
      table: (rows) => blocks.push({ kind: 'table', rows }),
      furniture: (text, rule) => blocks.push({ kind: 'furniture', text, rule }),
    },
    options,
  )
  return blocks
}
