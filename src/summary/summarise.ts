import type { Citation } from '../domain/citation.ts'
import { quoteFrom } from '../domain/quote.ts'
import type { Source } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Summary } from '../domain/summary.ts'
import { chooseSentences } from './choose-sentences.ts'

/** A summary of `source` in at most `count` of its sentences: verbatim, in its order, each cited. */
export const summarise = async (
  source: Source,
  count: number,
  cite: (source: Source, span: Span) => Citation,
): Promise<Summary> => ({
  source: source.id,
  titleShown: source.titleShown,
  titleIsDerived: source.titleIsDerived,
  sentences: (await chooseSentences(source, count)).map((span) => ({
    quote: quoteFrom(source, span),
    citation: cite(source, span),
  })),
  of: source.paragraphs.reduce((total, { sentences }) => total + sentences.length, 0),
})
