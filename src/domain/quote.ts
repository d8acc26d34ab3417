import { readable } from './readable.ts'
import type { Source, SourceId } from './source.ts'
import type { Span } from './span.ts'

/** UTF-16 units before and after a quote that are kept with it. */
const contextLength = 32

declare const made: unique symbol

/**
 * Exact words of a source and their position: a W3C TextQuoteSelector (`exact`, `prefix`, `suffix`) and a
 * TextPositionSelector (`start`, `end`) in one. Only `quoteFrom` makes one.
 */
export type Quote = Span & {
  readonly source: SourceId
  readonly exact: string
  /** The words as a reader sees them: without the hyphens of line breaks, and the heads of pages that stand inside. */
  readonly shown: string
  /** Up to 32 UTF-16 units of text before and after. */
  readonly prefix: string
  readonly suffix: string
  readonly [made]: true
}

/**
 * @param source any source
 * @param span where the words are in its text
 * @returns the words, unchanged: `exact === source.text.slice(start, end)`
 * @throws RangeError when the span is empty or outside the text: a bug, never a user's mistake
 */
export const quoteFrom = (source: Source, { start, end }: Span): Quote => {
  if (!(Number.isInteger(start) && Number.isInteger(end)) || start < 0 || start >= end || end > source.text.length)
    throw new RangeError(`[${start}, ${end}) is not a span of ${source.id} (${source.text.length} units)`)
  return {
    source: source.id,
    start,
    end,
    exact: source.text.slice(start, end),
    shown: readable(source, { start, end }),
    prefix: source.text.slice(Math.max(0, start - contextLength), start),
    suffix: source.text.slice(end, end + contextLength),
  } as Quote
}

/**
 * @param before a quote
 * @param after a later one of the same source
 * @returns whether words stand between them; the mark or number of a list item is none
 */
export const wordsBetween = (before: Quote, after: Quote): boolean => {
  const distance = after.start - before.end
  // A quote keeps only so much of the text before it.
  return distance > after.prefix.length || (distance > 0 && /\p{L}|\p{N}{3}/u.test(after.prefix.slice(-distance)))
}
