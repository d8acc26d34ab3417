import type { Citation } from './citation.ts'
import type { Quote } from './quote.ts'
import type { SourceId } from './source.ts'

/** A whole body paragraph, as a quote of its own. */
export type ContextParagraph = {
  readonly quote: Quote
  readonly citation: Citation
  /** Counted from 1 over the body paragraphs of the source. */
  readonly number: number
  /** Whether it contains words of the quote whose context this is. */
  readonly holdsQuote: boolean
}

/** The paragraphs around a quote, consecutive. */
export type Context = {
  /** The quote whose context this is. */
  readonly quote: Quote
  readonly citation: Citation
  /** In order, without gaps; at least one. */
  readonly paragraphs: readonly ContextParagraph[]
  /** How many body paragraphs the source has. */
  readonly of: number
  /** The source that this is an earlier version of, if it is one. */
  readonly newer?: SourceId
}
