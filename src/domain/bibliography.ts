import type { Publication } from './publication.ts'

/**
 * A name in CSL-JSON: a person's parts, or an organisation or unparsed name as one literal. Particles that a document
 * writes before the family name are part of `family`, unless it states them apart.
 */
export type CslName =
  | {
      readonly family: string
      readonly given?: string
      readonly suffix?: string
      readonly 'non-dropping-particle'?: string
      readonly 'dropping-particle'?: string
    }
  | { readonly literal: string }

/** What a document's date refers to, where the document says so. */
export type DateKind = 'published' | 'updated'

/**
 * Where a document comes from, with CSL-JSON's field names. Every field is taken from the text, its front matter or its
 * sidecar; what none of them states is null or empty, never guessed.
 */
export type BibliographicRecord = {
  readonly title: string | null
  readonly author: readonly CslName[]
  readonly publisher: string | null
  /** ISO 8601 calendar date, as precise as known: `2014`, `2014-09` or `2014-09-23`. */
  readonly issued: string | null
  readonly issuedKind: DateKind | null
  readonly URL: string | null
  /** What else is stated of it; absent if nothing is. */
  readonly publication?: Publication
}

/**
 * @param text any text
 * @returns whether anything of it is visible: false for only white space, combining marks and invisible characters
 */
export const saysSomething = (text: string): boolean =>
  /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{P}\p{S}\p{Co}\p{Cn}]/u.test(text)

/** The fields that a reader is told are missing. */
export const recordFields = ['title', 'author', 'publisher', 'issued'] as const
export type RecordField = (typeof recordFields)[number]

/**
 * @param record a document's record
 * @returns the fields of `recordFields` that it lacks, in that order
 */
export const missingFields = (record: BibliographicRecord): readonly RecordField[] =>
  recordFields.filter((field) => (field === 'author' ? record.author.length === 0 : record[field] === null))

/** What is particular to a person's name. */
export type PersonName = Extract<CslName, { readonly family: string }>

/** `van` as `van `, `d’` as `d’`: a particle that ends in an apostrophe touches the name. */
const beforeName = (particle: string): string => (/['’-]$/.test(particle) ? particle : `${particle} `)

/**
 * @param name a person's name
 * @returns the family name with the particle that stays before it: `van Gogh`
 */
export const familyShown = (name: PersonName): string => {
  const particle = name['non-dropping-particle']
  return particle === undefined ? name.family : beforeName(particle) + name.family
}

/**
 * @param name a CSL name
 * @returns it in reading order, such as `Sutirtho Patranobis`
 */
export const nameShown = (name: CslName): string =>
  'literal' in name
    ? name.literal
    : [name.given, name['dropping-particle'], familyShown(name), name.suffix].filter(Boolean).join(' ')
