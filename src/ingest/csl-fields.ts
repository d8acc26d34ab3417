import { z } from 'zod'
import type { BibliographicRecord, CslName } from '../domain/bibliography.ts'
import { cslContributors, cslDates, cslTexts, cslTypes, type Publication } from '../domain/publication.ts'
import { partialDate } from './dates.ts'
import { namesIn } from './name-list.ts'
import { stated } from './stated.ts'

/** In characters. Anything longer is no field of a reference. */
const maxText = 1000
/** In characters. */
const maxAbstract = 20_000

/** What a field was read as; `faults` has the paths of what could not be read. */
export type ReadField<T> = { readonly value: T | null; readonly faults: readonly string[] }

const read = <T>(value: T | null, path: string): ReadField<T> => ({ value, faults: value === null ? [path] : [] })

const visible = (text: string): string | null => stated(text.replace(/\s+/g, ' ').trim())

/**
 * @param value of a field that is a text
 * @returns it in one line; null if it is none, shows nothing or is too long
 */
export const cslText = (value: unknown, limit = maxText): string | null => {
  const text = typeof value === 'string' ? visible(value) : null
  return text !== null && text.length <= limit ? text : null
}

const numberOrText = (value: unknown): string | null =>
  cslText(typeof value === 'number' ? String(value) : value, maxAbstract)

/** Of what Crossref writes as lists. */
const firstOf = (key: string, value: unknown): unknown =>
  Array.isArray(value) && /^(?:container-title|container-title-short|ISSN|ISBN)$/.test(key) ? value[0] : value

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
const part = z.coerce.number().int()
const date = z.union([
  z
    .looseObject({ 'date-parts': z.tuple([z.array(part).min(1).max(3)]).rest(z.array(part)) })
    .transform(({ 'date-parts': [[year = 0, ...rest]] }) =>
      [pad(year, 4), ...rest.map((value) => pad(value, 2))].join('-'),
    ),
  z.looseObject({ raw: z.string() }).transform(({ raw }) => raw),
  z.looseObject({ literal: z.string() }).transform(({ literal }) => literal),
  z
    .looseObject({ year: part, month: part.optional(), day: part.optional() })
    .transform(({ year, month, day }) =>
      [pad(year, 4), ...[month, day].flatMap((value) => (value === undefined ? [] : [pad(value, 2)]))].join('-'),
    ),
  z.union([z.string(), z.number()]).transform(String),
])

/**
 * @param value of a field that is a date
 * @returns it as precisely as stated, such as `2014-09`; null if it is unclear
 */
export const cslDate = (value: unknown): string | null => {
  const parsed = date.safeParse(value)
  return parsed.success && parsed.data.length <= maxText ? partialDate(parsed.data) : null
}

/** By CSL's name for a part of a name, the names that front matter gives it. */
const nameParts = {
  family: ['family', 'familyname', 'familynames', 'lastname', 'last', 'surname'],
  given: ['given', 'givenname', 'givennames', 'firstname', 'first', 'forename'],
  suffix: ['suffix', 'namesuffix'],
  'non-dropping-particle': ['nondroppingparticle', 'nameparticle'],
  'dropping-particle': ['droppingparticle'],
  whole: ['name', 'literal', 'fullname', 'displayname'],
} as const

const keyOf = (key: string): string => key.toLowerCase().replace(/[\s_-]+/g, '')

/** One name as an object: its parts, or as a whole. */
const nameIn = (entry: object, path: string): ReadField<readonly CslName[]> => {
  const fields = new Map(Object.entries(entry).map(([key, value]) => [keyOf(key), value as unknown]))
  const found = (part: keyof typeof nameParts) => nameParts[part].find((key) => fields.has(key))
  const faults: string[] = []
  const textOf = (part: keyof typeof nameParts): string | null => {
    const key = found(part)
    const text = key === undefined ? null : cslText(fields.get(key))
    if (key !== undefined && text === null) faults.push(`${path}.${key}`)
    return text
  }
  const [family, given, suffix] = [textOf('family'), textOf('given'), textOf('suffix')]
  const [nonDropping, dropping] = [textOf('non-dropping-particle'), textOf('dropping-particle')]
  if (family !== null)
    return {
      value: [
        {
          family,
          ...(given === null ? {} : { given }),
          ...(suffix === null ? {} : { suffix }),
          ...(nonDropping === null ? {} : { 'non-dropping-particle': nonDropping }),
          ...(dropping === null ? {} : { 'dropping-particle': dropping }),
        },
      ],
      faults,
    }
  if (given !== null) return { value: [{ literal: given }], faults }
  const key = found('whole')
  const whole = key === undefined ? undefined : fields.get(key)
  // Quarto nests the parts: `name: {given: Jane, family: Roe}`.
  if (typeof whole === 'object' && whole !== null && !Array.isArray(whole)) return nameIn(whole, path)
  const text = textOf('whole')
  if (text === null) return { value: null, faults: faults.length > 0 ? faults : [path] }
  return { value: key === 'literal' ? [{ literal: text }] : namesIn(text), faults }
}

/**
 * @param value of a field that is names: a text, one name, or a list of either
 * @param path of the field, which faults begin with
 * @returns the names that can be read; null if there are none
 */
export const cslNames = (value: unknown, path: string): ReadField<readonly CslName[]> => {
  const lines = typeof value === 'string' ? value.split('\n').filter((line) => line.trim() !== '') : []
  const entries: readonly unknown[] = Array.isArray(value) ? value : lines.length > 1 ? lines : [value]
  const parts = entries.map((entry, at) => {
    const place = Array.isArray(value) ? `${path}.${at}` : path
    if (typeof entry === 'object' && entry !== null && !Array.isArray(entry)) return nameIn(entry, place)
    const text = cslText(entry)
    return read(text === null ? null : namesIn(text), place)
  })
  const names = parts.flatMap((each) => each.value ?? [])
  return { value: names.length > 0 ? names : null, faults: parts.flatMap(({ faults }) => faults) }
}

const isIn = <T extends string>(list: readonly T[], key: string): key is T => (list as readonly string[]).includes(key)

const DOI = (value: unknown): string | null =>
  cslText(value)
    ?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '')
    .match(/^10\.\d{4,9}\/\S+$/)?.[0] ?? null

/**
 * @param key CSL's name of a field
 * @param value of it
 * @returns that field of a publication; undefined if CSL has no such field beside those of the record
 */
export const publicationField = (key: string, value: unknown): ReadField<Publication> | undefined => {
  const asField = <T>({ value: field, faults }: ReadField<T>): ReadField<Publication> => ({
    value: field === null ? null : { [key]: field },
    faults,
  })
  if (key === 'type') return asField(read(cslTypes.find((type) => type === value) ?? null, key))
  if (key === 'DOI') return asField(read(DOI(value), key))
  if (isIn(cslTexts, key)) return asField(read(numberOrText(firstOf(key, value)), key))
  if (isIn(cslDates, key)) return asField(read(cslDate(value), key))
  if (isIn(cslContributors, key)) return asField(cslNames(value, key))
  return undefined
}

/**
 * @param publication what is known of a publication
 * @param record the record that it belongs to
 * @returns the record with it; as it was if nothing is known
 */
export const withPublication = <R extends Partial<BibliographicRecord>>(record: R, publication: Publication): R =>
  Object.keys(publication).length === 0 ? record : { ...record, publication: { ...record.publication, ...publication } }
