import type { CslName, DateKind } from './bibliography.ts'
import type { Quote } from './quote.ts'
import type { SourceId } from './source.ts'

/**
 * Identifies a quote of one version of a source; `/cite` takes it. Derived from the content: `citation/quote-id.ts`.
 */
export type QuoteId = string & { readonly __brand: 'QuoteId' }

/** Where in a source, as CSL label and value; `section` has the headings above, outermost first. */
export type Locator = {
  readonly label: 'paragraph'
  readonly value: string
  readonly section: readonly string[]
}

/** A bibliographic record and a locator. */
export type Citation = {
  readonly id: QuoteId
  readonly source: SourceId
  readonly title: string | null
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly author: readonly CslName[]
  readonly publisher: string | null
  readonly issued: string | null
  /** What `issued` refers to; null when the document does not say. */
  readonly issuedKind: DateKind | null
  readonly URL: string | null
  readonly locator: Locator
  /** Tells the source apart from another that would be cited alike: its id. */
  readonly disambiguation?: string
  /** Who is speaking, if the source labels its speakers. */
  readonly speaker: string | null
  /** One line for a reader, such as `Jane Doe, “Ferries run late”, Harbour Times, 23 September 2014, ¶ 5`. */
  readonly text: string
}

/** A quote and where it is from. */
export type CitedQuote = { readonly quote: Quote; readonly citation: Citation }

/** The styles of a reference. */
export const referenceStyles = ['plain', 'apa', 'mla', 'chicago', 'bibtex', 'ris', 'csl-json'] as const
export type ReferenceStyle = (typeof referenceStyles)[number]
