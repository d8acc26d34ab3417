import type { Citation } from './citation.ts'
import type { Quote } from './quote.ts'

/**
 * A stretch of a comparison of two texts, in reading order, with the white space that follows. Without what was added,
 * they make up the source's text, character for character.
 */
export type Difference =
  | { readonly kind: 'same'; readonly text: string }
  /** Only in what was written. */
  | { readonly kind: 'added'; readonly text: string }
  /** Only in the source. */
  | { readonly kind: 'missing'; readonly text: string }
  /** In the source, where the writer marked an omission or put other words in brackets. */
  | { readonly kind: 'left-out'; readonly text: string }

/** Words that a text puts between quotation marks, and whether a source has them. */
export type CheckedQuote = {
  /** As written, without the marks. */
  readonly written: string
  readonly verdict: /** Word for word, with the same punctuation inside. */
    | { readonly kind: 'verbatim'; readonly places: readonly QuotedPlace[] }
    /** Some words or punctuation differ: `differences` lead from the words at each place to what was written. */
    | { readonly kind: 'nearly'; readonly places: readonly QuotedPlace[]; readonly differences: readonly Difference[] }
    /**
     * With `…` or brackets that hide a negation: "is […] permitted" for “is not permitted”. `hidden` has the negating
     * words, which are missing in the differences.
     */
    | {
        readonly kind: 'altered'
        readonly places: readonly QuotedPlace[]
        readonly differences: readonly Difference[]
        readonly hidden: readonly string[]
      }
    | { readonly kind: 'not-found' }
    /** Only words found nearly everywhere, such as “it was”: too little to search for. */
    | { readonly kind: 'too-common' }
}

/**
 * Where the quotation is in a source, with its citation; with omissions, from its first word to its last. A verdict has
 * at most three places.
 */
export type QuotedPlace = { readonly quote: Quote; readonly citation: Citation }

/** The quotations of a text, checked against the library. */
export type QuoteCheck = {
  /** In the order of the text; empty when it has no quotation marks. */
  readonly quotes: readonly CheckedQuote[]
  /** How many further quotations were not checked. */
  readonly left: number
  readonly searched: number
}

/**
 * @param check a checked text
 * @returns every place, in the order in which it is shown
 */
export const placesOf = ({ quotes }: QuoteCheck): readonly QuotedPlace[] =>
  quotes.flatMap(({ verdict }) => ('places' in verdict ? verdict.places : []))
