import type { Span } from '../../domain/span.ts'
import type { Block } from '../block.ts'

/** A part of a block, as offsets in its text, without white space at the edges. */
const trimmed = (text: string, from: number, to: number): readonly [number, number] => {
  const part = text.slice(from, to)
  return [from + part.length - part.trimStart().length, to - (part.length - part.trimEnd().length)]
}

/** The pieces between `from` and `to`, beginning with the one at `first`; and the index of the last of them. */
const piecesFrom = (
  { pieces }: Block,
  first: number,
  from: number,
  to: number,
): { readonly pieces: Block['pieces']; readonly last: number } => {
  const found: Block['pieces'][number][] = []
  let at = first
  for (let piece = pieces[at]; piece && piece.offset < to; piece = pieces[at]) {
    const end = piece.offset + piece.end - piece.start
    const [left, right] = [Math.max(from, piece.offset), Math.min(to, end)]
    if (left < right)
      found.push({
        start: piece.start + left - piece.offset,
        end: piece.start + right - piece.offset,
        offset: left - from,
      })
    if (end > to) break
    at += 1
  }
  return { pieces: found, last: at }
}

/** Divides spans among parts that end at `ends`; both in order. */
const divided = (spans: readonly Span[], ends: readonly number[]): readonly (readonly Span[])[] => {
  let next = 0
  return ends.map((end) => {
    const from = next
    for (let span = spans[next]; span && span.start < end; span = spans[next]) next += 1
    return spans.slice(from, next)
  })
}

/**
 * @param block any block
 * @param offsets in its text, ascending, without 0
 * @returns its parts between them; the block itself if there are none
 */
export const cutBlock = (block: Block, offsets: readonly number[]): readonly Block[] => {
  let piece = 0
  const parts = [0, ...offsets]
    .map((from, at) => trimmed(block.text, from, offsets[at] ?? block.text.length))
    .filter(([from, to]) => from < to)
    .map(([from, to]) => {
      const { pieces, last } = piecesFrom(block, piece, from, to)
      piece = last
      return { text: block.text.slice(from, to), pieces }
    })
    .filter(({ pieces }) => pieces.length > 0)
  if (parts.length < 2) return [block]
  const opens = new Map(block.inlineMarks.map((mark) => [mark.end, mark]))
  const closes = new Map(block.inlineMarks.map((mark) => [mark.start, mark]))
  const starts = parts.map(({ pieces }, at) => {
    let start = at === 0 ? block.start : (pieces[0]?.start ?? block.start)
    for (let mark = opens.get(start); at > 0 && mark; mark = opens.get(start)) start = mark.start
    return start
  })
  const ends = parts.map(({ pieces }, at) => {
    const limit = starts[at + 1] ?? block.end
    if (at === parts.length - 1) return block.end
    let end = pieces.at(-1)?.end ?? block.start
    for (let mark = closes.get(end); mark && mark.end <= limit; mark = closes.get(end)) end = mark.end
    return end
  })
  const marks = divided(block.marks, ends)
  const inlineMarks = divided(block.inlineMarks, ends)
  return parts.map((part, at) => ({
    ...block,
    ...part,
    start: starts[at] ?? block.start,
    end: ends[at] ?? block.end,
    gap: at === 0 ? block.gap : 0,
    kind: at > 0 && block.kind === 'list-item' ? 'paragraph' : block.kind,
    marks: marks[at] ?? [],
    inlineMarks: inlineMarks[at] ?? [],
  }))
}
