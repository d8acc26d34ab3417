import type { Citation } from './citation.ts'
import type { Quote } from './quote.ts'

/**
 * Words that two texts share, or in which they differ, in reading order, each with the white space that follows. Without
 * those that were added they are the source's own, character for character.
 */
export type Difference =
  | { readonly kind: 'same'; readonly text: string }
  /** In what was written, and not in the source. */
  | { readonly kind: 'added'; readonly text: string }
  /** In the source, and not in what was written. */
  | { readonly kind: 'missing'; readonly text: string }
  /** In the source, where what was written marks an omission, or other words in brackets. */
  | { readonly kind: 'left-out'; readonly text: string }

/** Words that a text puts between quotation marks, and whether a source has them. */
export type CheckedQuote = {
  /** As written, without the marks. */
  readonly written: string
  readonly verdict: /** Word for word, with the same punctuation inside. */
    | { readonly kind: 'verbatim'; readonly places: readonly QuotedPlace[] }
    /** With other words or punctuation here and there: `differences` lead from the words at each place to what was written. */
    | { readonly kind: 'nearly'; readonly places: readonly QuotedPlace[]; readonly differences: readonly Difference[] }
    /**
     * With `…` or brackets where the source denies what is quoted: "is […] permitted" of “is not permitted”. The words that
     * deny are `hidden`; among the differences they are missing.
     */
    | {
        readonly kind: 'altered'
        readonly places: readonly QuotedPlace[]
        readonly differences: readonly Difference[]
        readonly hidden: readonly string[]
      }
    | { readonly kind: 'not-found' }
    /** All its words stand nearly everywhere, such as “it was”: too little to look it up by. */
    | { readonly kind: 'too-common' }
}

/**
 * Where words stand: the source's own, with their citation. Of words with omissions, from the first to the last of them. A
 * verdict names three places at most.
 */
export type QuotedPlace = { readonly quote: Quote; readonly citation: Citation }

/** The quotations of a text, checked against the library. */
export type QuoteCheck = {
  /** In the order of the text; empty when it has no quotation marks. */
  readonly quotes: readonly CheckedQuote[]
  /** Quotations beyond those that were checked. */
  readonly left: number
  readonly searched: number
}

/** Every place of a check in the order in which it is shown. */
export const placesOf = ({ quotes }: QuoteCheck): readonly QuotedPlace[] =>
  quotes.flatMap(({ verdict }) => ('places' in verdict ? verdict.places : []))
