import type { Node, Nodes, Parent, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import type { Span } from '../domain/span.ts'
import { type Block, joinPieces } from './block.ts'
import { codeIn, htmlTags, marksBetween } from './markdown-code.ts'

const spanOf = ({ position }: Node): Span => ({ start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 })

/**
 * Line breaks in running text, with the `>` and indent of the next line. The lookbehind lets a match start only at the
 * first blank, so that a long row of blanks is scanned once.
 */
const lineBreak = /(?<![ \t])[ \t]*\n[ \t]*(?:>[ \t]?)*/g
const htmlTag = htmlTags()
/** Between words: tags one by one, other marks up to white space. */
const betweenWords = marksBetween()

/** The parts of `span` between the matches of `pattern`, without empty ones. */
const between = (text: string, span: Span, pattern: RegExp): readonly Span[] => {
  const raw = text.slice(span.start, span.end)
  const parts: Span[] = []
  let from = 0
  for (const match of raw.matchAll(pattern)) {
    parts.push({ start: span.start + from, end: span.start + match.index })
    from = match.index + match[0].length
  }
  parts.push({ start: span.start + from, end: span.end })
  return parts.filter(({ start, end }) => text.slice(start, end).trim() !== '')
}

const inHtml = (text: string, node: Nodes): readonly Span[] => {
  const span = spanOf(node)
  if (/^<(?:!--|script|style)/i.test(text.slice(span.start, span.start + 8))) return []
  return between(text, span, htmlTag)
    .flatMap((part) => between(text, part, lineBreak))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))
}

/** White space at either end. */
const whiteEdges = /^\s+|(?<!\s)\s+$/g

/** The parts of running text that no program that makes pages reads. */
const besidesCode = (text: string, span: Span): readonly Span[] => {
  const parts: Span[] = []
  let from = span.start
  for (const { start, end } of codeIn(text, span)) {
    parts.push({ start: from, end: start })
    from = end
  }
  if (parts.length === 0) return [span]
  return [...parts, { start: from, end: span.end }].flatMap((part) => between(text, part, whiteEdges))
}

/** The text inside a node, in order, without marks. Inline code keeps its text, an image has none. */
const wordsOf = (text: string, node: Nodes): readonly Span[] => {
  switch (node.type) {
    case 'text':
      return besidesCode(text, spanOf(node)).flatMap((part) => between(text, part, lineBreak))
    case 'inlineCode':
      return between(text, spanOf(node), /`+|\n[ \t>]*/g)
    case 'html':
      return inHtml(text, node)
    default:
      return 'children' in node ? (node as Parent).children.flatMap((child) => wordsOf(text, child)) : []
  }
}

/** The marks between and around the text: the `>` of a new line, and marks inside a line. */
const marksAround = (text: string, span: Span, words: readonly Span[]): Pick<Block, 'marks' | 'inlineMarks'> => {
  const marks: Span[] = []
  const inlineMarks: Span[] = []
  let from = span.start
  for (const { start, end } of [...words, { start: span.end, end: span.end }]) {
    let last = from
    let opensLine = false
    for (const match of text.slice(from, start).matchAll(betweenWords)) {
      const mark = { start: from + match.index, end: from + match.index + match[0].length }
      opensLine = /^>+$/.test(match[0]) && (opensLine || text.slice(last, mark.start).includes('\n'))
      if (opensLine) marks.push(mark)
      else inlineMarks.push(mark)
      last = mark.end
    }
    from = end
  }
  return { marks, inlineMarks }
}

type Frame = Pick<Block, 'kind' | 'gap'>

const blockOf = (text: string, span: Span, words: readonly Span[], frame: Frame, depth = 0): readonly Block[] =>
  words.length === 0
    ? []
    : [{ ...span, ...joinPieces(text, words), ...frame, depth, indent: 0, ...marksAround(text, span, words) }]

const contentOf = ({ children }: Parent): Span => ({
  start: spanOf(children[0] as Node).start,
  end: spanOf(children.at(-1) as Node).end,
})

/** The lines of a code block, without its fences. */
const codeLines = (text: string, node: RootContent): readonly Span[] => {
  const lines = between(text, spanOf(node), /\n/g)
  const fenced = /^[ \t]*(?:```|~~~)/.test(text.slice(lines[0]?.start, lines[0]?.end))
  const closed = fenced && /^[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(text.slice(lines.at(-1)?.start, lines.at(-1)?.end))
  return lines.slice(fenced ? 1 : 0, closed ? -1 : undefined)
}

/** A link on a line of its own leads away, and says nothing. */
const isLink = (node: Parent): boolean => node.children.length === 1 && node.children[0]?.type === 'link'

const isStrong = (node: Parent): boolean => node.children.length === 1 && node.children[0]?.type === 'strong'

const isCite = (text: string, node: Nodes): boolean => {
  const { start } = spanOf(node)
  return /^<(?:cite|footer)[\s>]/i.test(text.slice(start, start + 8))
}

/** `guess`: the document has no marked headings, so a short line may be one. */
const blocksIn = (text: string, node: Nodes, frame: Frame, guess: boolean): readonly Block[] => {
  const each = (children: readonly Nodes[], inner: Frame): readonly Block[] =>
    children.flatMap((child) => blocksIn(text, child, inner, guess))
  switch (node.type) {
    case 'heading':
      return node.children.length === 0
        ? []
        : blockOf(text, contentOf(node), wordsOf(text, node), { kind: 'heading', gap: 1 }, node.depth)
    case 'paragraph': {
      if (frame.kind === 'paragraph' && isLink(node)) return []
      const gap = frame.gap === 1 && (guess || isStrong(node)) ? 1 : 0
      return blockOf(text, spanOf(node), wordsOf(text, node), { ...frame, gap })
    }
    case 'html': {
      // Tags at either end stay outside.
      const words = wordsOf(text, node)
      const [first, last] = [words[0], words.at(-1)]
      return first && last ? blockOf(text, { start: first.start, end: last.end }, words, { ...frame, gap: 0 }) : []
    }
    case 'tableRow':
      return blockOf(text, spanOf(node), wordsOf(text, node), { ...frame, gap: 0 })
    case 'code': {
      const lines = codeLines(text, node)
      const [first, last] = [lines[0], lines.at(-1)]
      return first && last ? blockOf(text, { start: first.start, end: last.end }, lines, { kind: 'code', gap: 0 }) : []
    }
    case 'blockquote':
      return node.children.flatMap((child) =>
        blocksIn(text, child, { kind: isCite(text, child) ? 'attribution' : 'block-quote', gap: 0 }, guess),
      )
    case 'listItem':
      return each(node.children, { kind: 'list-item', gap: 0 })
    case 'root':
    case 'list':
    case 'table':
    case 'footnoteDefinition':
      return each(node.children, frame)
    default:
      return []
  }
}

/**
 * Bare addresses stay text: as links they would not change quotes, and finding them takes quadratic time after an
 * unclosed bracket.
 */
const withoutBareLinks = { disable: { null: ['wwwAutolink', 'protocolAutolink', 'emailAutolink'] } }

const extensions = [gfm(), withoutBareLinks]
/** Without the transforms, which also look for bare addresses, and lose positions. */
const mdastExtensions = gfmFromMarkdown().filter(({ transforms }) => transforms === undefined)

/**
 * @param text Markdown (CommonMark with GitHub's extensions)
 * @returns its blocks, in order
 * @throws RangeError when nesting overflows the parser's stack; `markdown-guard.ts` prevents most cases
 */
export const markdownBlocks = (text: string): readonly Block[] => {
  const root: Root = fromMarkdown(text, { extensions, mdastExtensions })
  const guess = !root.children.some(({ type }) => type === 'heading')
  return blocksIn(text, root, { kind: 'paragraph', gap: 1 }, guess)
}
