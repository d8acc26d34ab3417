import type { Span } from '../../domain/span.ts'
import type { Block } from '../block.ts'

/** A part of a block, as offsets in its text, without white space at the edges. */
const trimmed = (text: string, from: number, to: number): readonly [number, number] => {
  const part = text.slice(from, to)
  return [from + part.length - part.trimStart().length, to - (part.length - part.trimEnd().length)]
}

const piecesIn = (block: Block, from: number, to: number): Block['pieces'] =>
  block.pieces.flatMap((piece) => {
    const length = piece.end - piece.start
    const [first, last] = [Math.max(from, piece.offset), Math.min(to, piece.offset + length)]
    if (first >= last) return []
    return [{ start: piece.start + first - piece.offset, end: piece.start + last - piece.offset, offset: first - from }]
  })

/** Where the inline marks begin that stand right before `start`. */
const withMarks = (start: number, marks: readonly Span[]): number =>
  marks.reduceRight((from, mark) => (mark.end === from ? mark.start : from), start)

/**
 * @param block any block
 * @param offsets in its text, ascending, without 0
 * @returns its parts between them; the block itself if there are none
 */
export const cutBlock = (block: Block, offsets: readonly number[]): readonly Block[] => {
  const parts = [0, ...offsets]
    .map((from, at) => trimmed(block.text, from, offsets[at] ?? block.text.length))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => ({ text: block.text.slice(from, to), pieces: piecesIn(block, from, to) }))
    .filter(({ pieces }) => pieces.length > 0)
  if (parts.length < 2) return [block]
  const starts = parts.map(({ pieces }, at) =>
    at === 0 ? block.start : withMarks(pieces[0]?.start ?? block.start, block.inlineMarks),
  )
  const ends = parts.map(({ pieces }, at) => {
    if (at === parts.length - 1) return block.end
    const limit = starts[at + 1] ?? block.end
    const end = pieces.at(-1)?.end ?? block.start
    return block.inlineMarks.reduce((to, mark) => (mark.start === to && mark.end <= limit ? mark.end : to), end)
  })
  const own = (spans: readonly Span[], at: number): readonly Span[] =>
    spans.filter(({ start }) => start < (ends[at] ?? 0) && (at === 0 || start >= (ends[at - 1] ?? 0)))
  return parts.map((part, at) => ({
    ...block,
    ...part,
    start: starts[at] ?? block.start,
    end: ends[at] ?? block.end,
    gap: at === 0 ? block.gap : 0,
    kind: at > 0 && block.kind === 'list-item' ? 'paragraph' : block.kind,
    marks: own(block.marks, at),
    inlineMarks: own(block.inlineMarks, at),
  }))
}
