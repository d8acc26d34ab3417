import type { Citation } from '../domain/citation.ts'
import { quoteFrom } from '../domain/quote.ts'
import type { QuotedPlace } from '../domain/quote-check.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'

/** Places that are told of one quotation: who wants more knows where to look. */
export const mostPlaces = 3

/** Words of a source that a quotation has. */
export type Found = { readonly source: Source; readonly span: Span }

/** The places that are told: without repeats, and of those in one source the second only when no other source has the words. */
export const placesFrom = (
  found: readonly Found[],
  cite: (source: Source, span: Span) => Citation,
): readonly QuotedPlace[] => {
  const bySource = new Map<SourceId, Map<number, Found>>()
  for (const each of found) {
    const own = bySource.get(each.source.id) ?? new Map<number, Found>()
    bySource.set(each.source.id, own.set(each.span.start, own.get(each.span.start) ?? each))
  }
  return [...bySource.values()]
    .flatMap((own) => [...own.values()].map((each, nth) => ({ each, nth })))
    .sort((a, b) => a.nth - b.nth)
    .slice(0, mostPlaces)
    .map(({ each: { source, span } }) => ({ quote: quoteFrom(source, span), citation: cite(source, span) }))
}
