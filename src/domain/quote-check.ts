import type { CitedQuote } from './citation.ts'

/**
 * A stretch of a comparison of two texts, in reading order, with the white space that follows. Without what was added,
 * they make up the source's text, character for character. `added` is only in what was written, `missing` only in the
 * source, and `left-out` in the source where the writer marked an omission or put other words in brackets.
 */
export type Difference = {
  readonly kind: 'same' | 'added' | 'missing' | 'left-out'
  readonly text: string
  /** How it is read where that is not as it stands: words that a line break divides are whole. */
  readonly read?: string
}

/** A difference as it is shown to a reader. */
export const differenceRead = ({ text, read = text }: Difference): string => read

/**
 * Words that a text puts between quotation marks, and whether a source has them. `places` are at most three; with
 * omissions, each is from the first word to the last.
 */
export type CheckedQuote = {
  /** As written, without the marks. */
  readonly written: string
  readonly verdict: /** Word for word, with the same punctuation inside. */
    | { readonly kind: 'verbatim'; readonly places: readonly CitedQuote[] }
    /** Some words or punctuation differ: `differences` lead from the words at each place to what was written. */
    | { readonly kind: 'nearly'; readonly places: readonly CitedQuote[]; readonly differences: readonly Difference[] }
    /**
     * With `…` or brackets that hide a negation: "is […] permitted" for “is not permitted”. `hidden` has the negating
     * words, which are missing in the differences.
     */
    | {
        readonly kind: 'altered'
        readonly places: readonly CitedQuote[]
        readonly differences: readonly Difference[]
        readonly hidden: readonly string[]
      }
    | { readonly kind: 'not-found' }
    /** Only words found nearly everywhere, such as “it was”: too little to search for. */
    | { readonly kind: 'too-common' }
}

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
export const placesOf = ({ quotes }: QuoteCheck): readonly CitedQuote[] =>
  quotes.flatMap(({ verdict }) => ('places' in verdict ? verdict.places : []))
