import type { Span } from '../domain/span.ts'

/** A stretch of a block's words: `Block.text` from `offset` on is the source's text at this span. */
type Piece = Span & { readonly offset: number }

/**
 * What a layout puts together: a paragraph, a heading, a list item. Its span is of its words, without the marks before
 * them; readers of every format make blocks, and `interpret.ts` decides what they are.
 */
export type Block = Span & {
  /** The words, without line breaks and marks. */
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'block-quote' | 'attribution' | 'code'
  /** Of a heading, from 1 for the outermost; else 0. */
  readonly depth: number
  /** Columns of white space before it. */
  readonly indent: number
  /** Blank lines right before it. */
  readonly gap: number
  /** Runs inside the span, or right before it, that carry no words; in order, apart. */
  readonly marks: readonly Span[]
  /** Marks of Markdown among the words, in order, apart. */
  readonly inlineMarks: readonly Span[]
}

/** The words of `spans` (in order, apart) as one text: a single space where white space or a table's `|` divides them. */
export const joinPieces = (source: string, spans: readonly Span[]): Pick<Block, 'text' | 'pieces'> => {
  const pieces: Piece[] = []
  let text = ''
  for (const { start, end } of spans) {
    const before = pieces.at(-1)
    if (before && /[\s|]/.test(source.slice(before.end, start))) text += ' '
    pieces.push({ start, end, offset: text.length })
    text += source.slice(start, end)
  }
  return { text, pieces }
}

/** Where the words `[from, to)` of a block's text stand in the source. */
export const placeIn = (block: Block, from: number, to: number): Span => {
  const first = block.pieces.findLast((piece) => piece.offset <= from)
  const last = block.pieces.findLast((piece) => piece.offset < to)
  if (!first || !last) throw new RangeError(`[${from}, ${to}) is not in the block`)
  return { start: first.start + from - first.offset, end: Math.min(last.end, last.start + to - last.offset) }
}
