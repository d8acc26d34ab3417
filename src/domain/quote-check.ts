import type { Citation } from './citation.ts'
import type { Quote } from './quote.ts'

/** Words that two texts share, or in which they differ, in reading order. */
export type Difference =
  | { readonly kind: 'same'; readonly text: string }
  /** In what was written, and not in the source. */
  | { readonly kind: 'added'; readonly text: string }
  /** In the source, and not in what was written. */
  | { readonly kind: 'missing'; readonly text: string }

/** Words that a text puts between quotation marks, and whether a source has them. */
export type CheckedQuote = {
  /** As written, without the marks. */
  readonly written: string
  readonly verdict: /** Word for word; white space, the form of quotation marks and dashes, and marked omissions aside. */
    | { readonly kind: 'verbatim'; readonly places: readonly Place[] }
    /** With other words here and there: `differences` lead from the source's words to what was written. */
    | { readonly kind: 'nearly'; readonly places: readonly Place[]; readonly differences: readonly Difference[] }
    | { readonly kind: 'not-found' }
}

/** Where words stand: the source's own, with their citation. Of words with omissions, from the first to the last of them. */
export type Place = { readonly quote: Quote; readonly citation: Citation }

/** The quotations of a text, checked against the library. */
export type QuoteCheck = {
  /** In the order of the text; empty when it has no quotation marks. */
  readonly quotes: readonly CheckedQuote[]
  /** Quotations beyond those that were checked. */
  readonly left: number
  readonly searched: number
}
