import type { Citation } from './citation.ts'
import type { Quote } from './quote.ts'

/** A body paragraph, whole, as a quote of its own. */
export type ContextParagraph = {
  readonly quote: Quote
  readonly citation: Citation
  /** Counted from 1 over the body paragraphs of the source. */
  readonly number: number
  /** Whether words of the quote whose context this is stand in it. */
  readonly holdsQuote: boolean
}

/** What stands around a quote: some paragraphs of its source, one after another. */
export type Context = {
  /** The quote that it is the context of. */
  readonly quote: Quote
  readonly citation: Citation
  /** In order, without a gap; at least one. */
  readonly paragraphs: readonly ContextParagraph[]
  /** How many body paragraphs the source has. */
  readonly of: number
}
