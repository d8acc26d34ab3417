import type { CslName, DateKind } from './bibliography.ts'
import { type Message, msg, sameEverywhere } from './message.ts'
import type { Quote } from './quote.ts'
import type { SourceId } from './source.ts'

/**
 * Identifies a quote of one version of a source; `/cite` takes it. Derived from the content: `citation/quote-id.ts`.
 */
export type QuoteId = string & { readonly __brand: 'QuoteId' }

/** A place of a format as CSL label and value: `page` `3` or `3-4`, `timestamp` `1:02:03`, `line` `7` for a row. */
export type PlaceLocator = {
  readonly label: 'page' | 'timestamp' | 'line'
  readonly value: string
  /** Of a page: the paragraph, counted among those that begin on it; null for one that began before. */
  readonly paragraph: string | null
  /** How sure the words are to stand there so, in percent, where they were read from a picture. */
  readonly ocr?: number
}

/** Where in a source, as CSL label and value; `section` has the headings above, outermost first. */
export type Locator = {
  readonly label: 'paragraph'
  readonly value: string
  readonly section: readonly string[]
  /** Where the format has pages, times or rows. */
  readonly place?: PlaceLocator
}

/** `5-6` as `5–6`. */
const rangeShown = (value: string): string => value.replace('-', '–')

const paragraphShown = (value: string): string => `${value.includes('-') ? '¶¶' : '¶'} ${rangeShown(value)}`

const placeShown = ({ label, value, paragraph }: PlaceLocator): Message => {
  const at = rangeShown(value)
  const isRange = value.includes('-')
  switch (label) {
    case 'timestamp':
      return sameEverywhere(at)
    case 'line':
      return isRange ? msg`rows ${at}` : msg`row ${at}`
    case 'page': {
      const page = isRange ? msg`pp. ${at}` : msg`p. ${at}`
      return paragraph === null ? page : { key: '{0}, {1}', values: [page, paragraphShown(paragraph)] }
    }
  }
}

/**
 * @param locator any locator
 * @returns the place without the headings above it, as a reader sees it: `¶ 5`, `p. 3, ¶ 2`, `row 7`, `1:02:03`; and how
 *   sure the words are, if they were read from a picture
 */
export const locatorShown = ({ value, place }: Locator): Message => {
  if (place === undefined) return sameEverywhere(paragraphShown(value))
  const shown = placeShown(place)
  return place.ocr === undefined ? shown : msg`${shown} (read by OCR, ${place.ocr} % sure)`
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
