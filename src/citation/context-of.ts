import type { Citation } from '../domain/citation.ts'
import type { Context } from '../domain/context.ts'
import { quoteFrom } from '../domain/quote.ts'
import { paragraphPlace, type Source } from '../domain/source.ts'
import { overlaps, type Span } from '../domain/span.ts'

/**
 * The context of a quote: its paragraph and those before and after it. For a quote of several paragraphs, those of the
 * first.
 * @param paragraph the number of another paragraph to show instead; one out of range means the nearest there is
 */
export const contextOf = (
  source: Source,
  span: Span,
  paragraph: number | undefined,
  cite: (source: Source, span: Span) => Citation,
): Context => {
  const { paragraphs } = source
  const wanted = paragraph === undefined ? paragraphPlace(source, span.start) : paragraph - 1
  const middle = Math.min(Math.max(0, wanted), paragraphs.length - 1)
  return {
    quote: quoteFrom(source, span),
    citation: cite(source, span),
    paragraphs: paragraphs.slice(Math.max(0, middle - 1), middle + 2).map(({ start, end, number }) => ({
      quote: quoteFrom(source, { start, end }),
      citation: cite(source, { start, end }),
      number,
      holdsQuote: overlaps({ start, end }, span),
    })),
    of: paragraphs.length,
  }
}
