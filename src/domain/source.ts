import type { BibliographicRecord } from './bibliography.ts'
import type { Message } from './message.ts'
import { placeBehind, type Span } from './span.ts'

/** A source's id in its library: the document's path relative to the folder, with `/`, without its extension. */
export type SourceId = string & { readonly __brand: 'SourceId' }
export const sourceId = (value: string): SourceId => value as SourceId

/** A 64-bit hash of the UTF-16 units of a text, as 16 hexadecimal digits (cyrb53 with all its bits). */
const hashOf = (text: string): string => {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  const mixed = [
    Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909),
    Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909),
  ]
  return mixed.map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}

/**
 * A stable short name for a source whose id is too long to send, or has characters that would not arrive. Sources that
 * happen to share a key are both offered.
 * @param id any id
 * @returns `id:` and 16 hexadecimal digits
 */
export const sourceKey = (id: SourceId): string => `id:${hashOf(id)}`
export const isSourceKey = (name: string): boolean => /^id:[0-9a-f]{16}$/.test(name)

/** The order of ids, for sorting and breaking ties: by code unit, the same in every locale. */
export const compareIds = (a: SourceId, b: SourceId): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What a run of a source's text is. Only `body` is quoted.
 * - `body`: the document's own text; indexed.
 * - `title`, `byline`, `date`, `dateline`: the bibliographic record as printed; helps retrieval.
 * - `heading`: a heading inside the document; helps retrieval and names the section.
 * - `markup`: marks that are not words of the document (bullets, `>`, stray quotation marks, speaker labels, front
 *   matter).
 * - `boilerplate`: not the document's content (navigation, teasers, calls to action, captions, credits); not indexed.
 */
export type RunKind = 'body' | 'title' | 'byline' | 'date' | 'dateline' | 'heading' | 'markup' | 'boilerplate'

/** A run of text with one purpose. `rule` names what decided it, for `sources show`; boilerplate always has one. */
export type Run = Span & { readonly kind: RunKind; readonly rule?: string }

/** One body paragraph. */
export type Paragraph = Span & {
  /** Counted from 1 over the source's body paragraphs. */
  readonly number: number
  /** The headings above it, outermost first; empty at the top level. */
  readonly section: readonly string[]
  readonly role: 'prose' | 'list-item' | 'block-quote' | 'question' | 'code'
  /** Who speaks, in an interview or transcript with labels. */
  readonly speaker: string | null
  /** The question that it answers, in an interview. */
  readonly answers: Span | null
  /** In order, without overlaps; between them is only white space and markup. */
  readonly sentences: readonly Span[]
}

/** The kinds of places that formats have besides paragraphs. */
export type PlaceLabel = 'page' | 'timestamp' | 'row'

/**
 * Where something begins that people cite besides the paragraph: a page or a row, counted from 1, or a time in
 * milliseconds. It lasts until the next.
 */
export type Place = {
  readonly start: number
  readonly label: PlaceLabel
  readonly value: number
  /** How sure what was read there from a picture is, in percent; absent for text. */
  readonly ocr?: number
}

/** Where a source came from, and warnings from reading it. */
export type Origin = {
  /** The document's path, relative to the library folder, with its extension. */
  readonly path: string
  readonly bytes: number
  /** SHA-256 of the document's bytes, in hexadecimal. */
  readonly sha256: string
  /** WHATWG encoding name, such as `utf-8` or `windows-1252`; of what is no plain text, `utf-8`. */
  readonly encoding: string
  /** What read it and in which version, such as `unpdf 1.7.0`; absent for plain text, Markdown and mail. */
  readonly reader?: string
  /** In whole sentences: a guessed encoding, characters that could not be decoded. */
  readonly warnings: readonly Message[]
}

/** What a document becomes. */
export type Source = {
  readonly id: SourceId
  /** The canonical text, without BOM and CR. Every span of the source refers to it. */
  readonly text: string
  /**
   * A hash of id and text, or of id and file for what a format's reader reads: 12 lower-case characters of Crockford's
   * base 32.
   */
  readonly version: string
  readonly record: BibliographicRecord
  /** `record.title`, or else the opening words, with `…` if cut. */
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly dateline: string | null
  /** A BCP 47 tag, such as `de`: stated by the record, or else detected; null if it is unknown. */
  readonly language: string | null
  readonly paragraphs: readonly Paragraph[]
  /** In order; every character of the text that is not white space is in exactly one. */
  readonly runs: readonly Run[]
  /** In order; empty for a format without pages, times or rows. */
  readonly places: readonly Place[]
  readonly origin: Origin
}

/**
 * @param source any source
 * @param offset an offset in its text
 * @returns the index of the first paragraph that ends after `offset`; the number of paragraphs when none does
 */
export const paragraphPlace = (source: Source, offset: number): number => placeBehind(source.paragraphs, offset)

/**
 * @param source any source
 * @param span a part of its text
 * @returns the places that it reaches over, in order: the one that it begins in and those that begin within; none in a
 *   source without places, or before the first
 */
export const placesAt = ({ places }: Pick<Source, 'places'>, { start, end }: Span): readonly Place[] => {
  const from = places.findLastIndex((place) => place.start <= start)
  return places.slice(Math.max(0, from)).filter((place) => place.start < end)
}

/**
 * @param source any source
 * @returns its runs that are neither indexed nor quoted
 */
export const boilerplateOf = (source: Source): readonly Run[] => source.runs.filter((run) => run.kind === 'boilerplate')
