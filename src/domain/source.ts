import type { BibliographicRecord } from './bibliography.ts'
import type { Message } from './message.ts'
import { placeBehind, type Span } from './span.ts'

/** The name of a source in its library: the document's path below the folder, with `/`, without its extension. */
export type SourceId = string & { readonly __brand: 'SourceId' }
export const sourceId = (value: string): SourceId => value as SourceId

/** A 64-bit hash of the UTF-16 units of a text, as 16 hexadecimal digits (cyrb53, all of its bits). */
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
 * A short name of a source where its id is too long to be sent, or has characters that would not arrive: `id:` and 16
 * hexadecimal digits, the same for as long as the id. Two sources of one key would both be offered.
 */
export const sourceKey = (id: SourceId): string => `id:${hashOf(id)}`
export const isSourceKey = (name: string): boolean => /^id:[0-9a-f]{16}$/.test(name)

/** The one order of ids, for sorting and for breaking ties: by code unit, the same in every locale. */
export const compareIds = (a: SourceId, b: SourceId): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * What a run of a source's text is.
 * - `body`: what the document says; it is indexed and may be quoted.
 * - `title`, `byline`, `date`, `dateline`: the bibliographic record as printed; helps to find, never quoted.
 * - `heading`: a heading inside the document; helps to find, names the section, never quoted.
 * - `markup`: marks that carry no words of the document (list bullets, `>`, stray quotation marks, speaker labels, front matter).
 * - `boilerplate`: not the document's own matter (navigation, teasers, calls to action, captions, credits); neither indexed nor quoted.
 */
export type RunKind = 'body' | 'title' | 'byline' | 'date' | 'dateline' | 'heading' | 'markup' | 'boilerplate'

/** A run of the text with one purpose. `rule` names what decided it, for `sources show`; always given for boilerplate. */
export type Run = Span & { readonly kind: RunKind; readonly rule?: string }

/** One body paragraph. */
export type Paragraph = Span & {
  /** Counted from 1 over the body paragraphs of the source. */
  readonly number: number
  /** The headings above it, outermost first; empty at the top level. */
  readonly section: readonly string[]
  readonly role: 'prose' | 'list-item' | 'block-quote' | 'question' | 'code'
  /** The speaker label it opens with or continues under, in an interview or transcript. */
  readonly speaker: string | null
  /** The question that this paragraph answers, in an interview. */
  readonly answers: Span | null
  /** In order, apart, inside the paragraph; between them stands only white space and markup. */
  readonly sentences: readonly Span[]
}

/** How a document arrived, and what was noticed on the way. */
export type Origin = {
  /** The document's path below the library folder, with its extension; the name of an upload later. */
  readonly path: string
  readonly bytes: number
  /** Of the document's bytes, in hexadecimal. */
  readonly sha256: string
  /** WHATWG encoding name, such as `utf-8` or `windows-1252`. */
  readonly encoding: string
  /** What a host should know, in whole sentences: a guessed encoding, characters that could not be decoded. */
  readonly warnings: readonly Message[]
}

/** What a document becomes. */
export type Source = {
  readonly id: SourceId
  /** Canonical text: of UTF-8 without BOM and CR, the file's text unchanged. Every span of the source counts in it. */
  readonly text: string
  /** Changes whenever the text or the id does; 12 lower-case characters of Crockford's base 32. */
  readonly version: string
  readonly record: BibliographicRecord
  /** `record.title`, or else the opening words, with `…` where they are cut. */
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly dateline: string | null
  readonly paragraphs: readonly Paragraph[]
  /** In order, apart; every character of the text that is not white space is in exactly one. */
  readonly runs: readonly Run[]
  readonly origin: Origin
}

/** The place among the paragraphs of the first one that ends behind `offset`; their number when none does. */
export const paragraphPlace = ({ paragraphs }: Source, offset: number): number => placeBehind(paragraphs, offset)

/** The runs that are kept out of index and quotes. */
export const boilerplateOf = (source: Source): readonly Run[] => source.runs.filter((run) => run.kind === 'boilerplate')
