import { type Paragraph, paragraphPlace, type Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { type Piece, piecesOf } from './pieces.ts'

/** Whether words that are not body, such as a heading or a teaser, stand between two paragraphs: nobody quotes across them unmarked. */
const areApart = ({ text }: Source, before: Paragraph, after: Paragraph): boolean =>
  /[\p{L}\p{N}]/u.test(text.slice(before.end, after.start))

/** The place from `at` on where no word is cut; no word of a language is longer than what is looked at. */
const wholeWordFrom = (text: string, at: number): number => {
  if (at <= 0) return 0
  const white = text.slice(at - 1, at + 100).search(/\s/)
  return white < 0 ? at : at - 1 + white
}

/**
 * The words and marks of the body of `source` around `span`: so many characters before and after it, as far as the
 * paragraphs follow on one another. Titles, headings and what else is never quoted are not among them.
 */
export const bodyAround = (source: Source, span: Span, reach: number): readonly Piece[] => {
  const { paragraphs, text } = source
  const from = wholeWordFrom(text, span.start - reach)
  const to = wholeWordFrom(text, span.end + reach)
  let first = paragraphPlace(source, span.start)
  let last = first
  const follow = (before: number): boolean => {
    const [a, b] = [paragraphs[before], paragraphs[before + 1]]
    return a !== undefined && b !== undefined && a.end > from && b.start < to && !areApart(source, a, b)
  }
  while (follow(first - 1)) first--
  while (follow(last)) last++
  return paragraphs.slice(first, last + 1).flatMap(({ sentences }) =>
    sentences.flatMap(({ start, end }) => {
      const own = { start: Math.max(start, from), end: Math.min(end, to) }
      return own.start < own.end ? piecesOf(text, own) : []
    }),
  )
}
