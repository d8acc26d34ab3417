/** A name as CSL-JSON writes it: a person with parts, or a body or an unparsed name as one literal. */
export type CslName = { readonly family: string; readonly given?: string } | { readonly literal: string }

/** Which event a document's date is of, where the document says so. */
export type DateKind = 'published' | 'updated'

/**
 * What is known of where a document comes from, with CSL-JSON's field names. Every field is what the text, its front
 * matter or its sidecar says; what none of them says is null or empty, never guessed.
 */
export type BibliographicRecord = {
  readonly title: string | null
  readonly author: readonly CslName[]
  readonly publisher: string | null
  /** ISO 8601 calendar date, as precise as known: `2014`, `2014-09` or `2014-09-23`. */
  readonly issued: string | null
  readonly issuedKind: DateKind | null
  readonly URL: string | null
}

/** Whether a text shows anything: more than spaces, marks over nothing, and characters that are invisible. */
export const saysSomething = (text: string): boolean =>
  /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}]/u.test(text)

/** The fields whose absence a reader is told about. */
export const recordFields = ['title', 'author', 'publisher', 'issued'] as const
export type RecordField = (typeof recordFields)[number]

/** The fields of `recordFields` that the document does not state, in that order. */
export const missingFields = (record: BibliographicRecord): readonly RecordField[] =>
  recordFields.filter((field) => (field === 'author' ? record.author.length === 0 : record[field] === null))

/** A name in reading order, such as `Sutirtho Patranobis`. */
export const nameShown = (name: CslName): string =>
  'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ')
