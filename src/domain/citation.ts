import type { CslName, DateKind } from './bibliography.ts'
import type { SourceId } from './source.ts'

/** Names one quote of one version of one source; `/cite` takes it. Derived from the content, see `citation/quote-id.ts`. */
export type QuoteId = string & { readonly __brand: 'QuoteId' }

/** Where in a source: CSL label and value; `section` adds the headings above, outermost first. */
export type Locator = {
  readonly label: 'paragraph'
  readonly value: string
  readonly section: readonly string[]
}

/** A bibliographic record and a place in it. */
export type Citation = {
  readonly id: QuoteId
  readonly source: SourceId
  readonly title: string | null
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly author: readonly CslName[]
  readonly publisher: string | null
  readonly issued: string | null
  /** Which event `issued` is of; null where the document does not say. */
  readonly issuedKind: DateKind | null
  readonly URL: string | null
  readonly locator: Locator
  /** Who is speaking, where the source labels its speakers. */
  readonly speaker: string | null
  /** One line for a reader, such as `Sutirtho Patranobis, “ISIS training …”, Hindustan Times, 23 September 2014, ¶ 5`. */
  readonly text: string
}

/** The styles in which a reference can be written. */
export const referenceStyles = ['plain', 'apa', 'mla', 'chicago', 'bibtex', 'ris', 'csl-json'] as const
export type ReferenceStyle = (typeof referenceStyles)[number]
