import type { BibliographicRecord } from '../domain/bibliography.ts'
import { type Message, msg } from '../domain/message.ts'
import type { Publication } from '../domain/publication.ts'
import { languageTag } from '../language/languages.ts'
import { cslDate, cslNames, cslText, publicationField, type ReadField, withPublication } from './csl-fields.ts'

/** In bytes. A larger sidecar is a database rather than one item. */
export const largestSidecar = 65_536

/** The fields of a sidecar, or a warning that says what is wrong with it. */
export type Sidecar = {
  readonly record: Partial<BibliographicRecord>
  /** See `Source.language`. */
  readonly language?: string | null
  readonly warnings: readonly Message[]
}

const rejected = (reason: Message): Sidecar => ({ record: {}, warnings: [msg`The sidecar was ignored: ${reason}`] })

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
  } catch {
    return undefined
  }
}

/** What programs write beside CSL's fields for themselves. */
const ofPrograms = /^(?:id|citation-key|citation-label|categories|custom|library|_.*)$/

const addressOf = (value: unknown): string | null => {
  const text = cslText(value)
  return text !== null && /^https?:\/\/[^\s/]/i.test(text) && URL.canParse(text) ? text : null
}

/** A title that is a list is Crossref's way to write it. */
const titleOf = (value: unknown): string | null => cslText(Array.isArray(value) ? value[0] : value)

type Stated = ReadField<Partial<BibliographicRecord>>

/** A field of the record itself; undefined for any other. */
const recordField = (key: string, value: unknown): Stated | undefined => {
  const ifRead = <T>(read: T | null, stated: (read: T) => Partial<BibliographicRecord>): Stated =>
    read === null ? { value: null, faults: [key] } : { value: stated(read), faults: [] }
  switch (key) {
    case 'title':
      return ifRead(titleOf(value), (title) => ({ title }))
    case 'publisher':
      return ifRead(cslText(value), (publisher) => ({ publisher }))
    case 'URL':
      return ifRead(addressOf(value), (URL) => ({ URL }))
    case 'issued':
      return ifRead(cslDate(value), (issued) => ({ issued, issuedKind: null }))
    case 'author': {
      const { value: author, faults } = cslNames(value, key)
      return { value: author && { author }, faults }
    }
    default:
      return undefined
  }
}

/** What an item of CSL-JSON states, and its fields that cannot be read or that CSL does not have. */
type ReadItem = Pick<Sidecar, 'record' | 'language'> & {
  readonly faults: readonly string[]
  readonly unknown: readonly string[]
}

/**
 * @param item of CSL-JSON
 * @returns what it states; a field that cannot be read costs itself alone
 */
export const readItem = (item: object): ReadItem => {
  const faults: string[] = []
  const unknown: string[] = []
  let record: Partial<BibliographicRecord> = {}
  let publication: Publication = {}
  for (const [key, value] of Object.entries(item) as readonly (readonly [string, unknown])[]) {
    const [own, other] = [recordField(key, value), publicationField(key, value)]
    if (own === undefined && other === undefined && !ofPrograms.test(key)) unknown.push(key)
    faults.push(...(own?.faults ?? []), ...(other?.faults ?? []))
    record = { ...record, ...own?.value }
    publication = { ...publication, ...other?.value }
  }
  const outlet = record.publisher ?? publication['container-title']
  return {
    record: withPublication({ ...record, ...(outlet ? { publisher: outlet } : {}) }, publication),
    language: publication.language === undefined ? null : languageTag(publication.language),
    faults,
    unknown,
  }
}

const sidecarOf = (item: object): Sidecar => {
  const { faults, unknown, ...read } = readItem(item)
  return {
    ...read,
    warnings: [
      ...faults.map((field) => msg`${field} of the sidecar is not valid CSL-JSON, or too long, so it was ignored.`),
      ...(unknown.length === 0
        ? []
        : [msg`CSL-JSON has no such field, so it was ignored in the sidecar: ${unknown.slice(0, 5).join(', ')}`]),
    ],
  }
}

/**
 * Reads `<name>.csl.json`: a CSL-JSON item whose fields override what the document states. A field that cannot be read
 * costs that field alone, and a warning names it.
 * @param bytes the file
 * @returns its fields, and warnings
 */
export const readSidecar = (bytes: Uint8Array): Sidecar => {
  if (bytes.length > largestSidecar) return rejected(msg`it is larger than ${largestSidecar / 1024} KB.`)
  const json = parseJson(bytes)
  if (json === undefined) return rejected(msg`it is not valid JSON in UTF-8.`)
  // CSL-JSON is a list of items, but people also write a single item.
  const item: unknown = Array.isArray(json) && json.length === 1 ? json[0] : json
  return typeof item === 'object' && item !== null && !Array.isArray(item)
    ? sidecarOf(item)
    : rejected(msg`it is not one item of CSL-JSON.`)
}
