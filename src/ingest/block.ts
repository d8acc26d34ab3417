import type { Span } from '../domain/span.ts'

/** A part of a block: `Block.text` from `offset` on is the source's text at this span. */
type Piece = Span & { readonly offset: number }

/**
 * A unit of layout: a paragraph, a heading, a list item. Its span has no marks at the start. Readers of every format
 * make blocks, and `interpret.ts` decides what they are.
 */
export type Block = Span & {
  /** The text, without line breaks and marks. */
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'block-quote' | 'attribution' | 'code'
  /** The level of a heading, from 1 for the outermost; else 0. */
  readonly depth: number
  /** Columns of indentation. */
  readonly indent: number
  /** Blank lines right before it. */
  readonly gap: number
  /** Marks without words, inside the span or right before it; in order, without overlaps. */
  readonly marks: readonly Span[]
  /** Inline Markdown marks, in order, without overlaps. */
  readonly inlineMarks: readonly Span[]
  /** Who speaks, where the format says so. */
  readonly speaker?: string
}

/**
 * @param source the source's text
 * @param spans in order, without overlaps
 * @returns their text, with a single space where white space or a table's `|` divides them, and its pieces
 */
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

/**
 * @param block any block
 * @param from start offset in `block.text`
 * @param to end offset
 * @returns the span in the source
 * @throws RangeError for offsets outside the block
 */
export const sourceSpan = (block: Block, from: number, to: number): Span => {
  const first = block.pieces.findLast((piece) => piece.offset <= from)
  const last = block.pieces.findLast((piece) => piece.offset < to)
  if (!first || !last) throw new RangeError(`[${from}, ${to}) is not in the block`)
  return { start: first.start + from - first.offset, end: Math.min(last.end, last.start + to - last.offset) }
}
