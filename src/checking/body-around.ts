import { type Paragraph, paragraphPlace, type Source } from '../domain/source.ts'
import { placeBehind, type Span } from '../domain/span.ts'
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
 * The words and marks of the body of `source` around `span`, so many characters before and after it, in runs of paragraphs
 * that follow on one another. Titles, headings and what else is never quoted are not among them.
 */
export const bodyAround = (source: Source, span: Span, reach: number): readonly (readonly Piece[])[] => {
  const { paragraphs, text } = source
  const from = wholeWordFrom(text, span.start - reach)
  const to = wholeWordFrom(text, span.end + reach)
  const runs: Piece[][] = []
  let before: Paragraph | undefined
  for (let place = paragraphPlace(source, from); place < paragraphs.length; place++) {
    const paragraph = paragraphs[place] as Paragraph
    if (paragraph.start >= to) break
    const run = before === undefined || areApart(source, before, paragraph) ? [] : (runs.pop() ?? [])
    const { sentences } = paragraph
    for (let at = placeBehind(sentences, from); at < sentences.length; at++) {
      const { start, end } = sentences[at] as Span
      if (start >= to) break
      const own = { start: Math.max(start, from), end: Math.min(end, to) }
      if (own.start < own.end) for (const piece of piecesOf(text, own)) run.push(piece)
    }
    runs.push(run)
    before = paragraph
  }
  return runs
}
