import type { CslName } from '../domain/bibliography.ts'
import type { RecordEdits } from '../domain/stored-document.ts'
import { readItem, readSidecar } from './sidecar.ts'

/** CSL's names of the fields that people state. */
const fields = { title: 'title', authors: 'author', publisher: 'publisher', date: 'issued', url: 'URL' } as const

const itemOf = (edits: RecordEdits): { readonly [field: string]: string } =>
  Object.fromEntries(
    (Object.keys(fields) as (keyof RecordEdits)[]).flatMap((key) => {
      const value = edits[key]
      return value === undefined ? [] : [[fields[key], value]]
    }),
  )

/**
 * @param edits what a person states about a document
 * @returns those of its fields that cannot be read
 */
export const faultsOf = (edits: RecordEdits): readonly (keyof RecordEdits)[] => {
  const { faults } = readItem(itemOf(edits))
  return (Object.keys(fields) as (keyof RecordEdits)[]).filter((key) => faults.includes(fields[key]))
}

/**
 * @param edits what a person states about a document
 * @returns the sidecar that states the same; undefined for nothing
 */
export const sidecarOf = (edits: RecordEdits): Uint8Array | undefined =>
  Object.keys(edits).length === 0 ? undefined : new TextEncoder().encode(JSON.stringify(itemOf(edits)))

/** As a person would type it, so that it is read as the same name. */
const nameTyped = (name: CslName): string => {
  if ('literal' in name) return name.literal
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ')
  const family = [name['non-dropping-particle'], name.family, name.suffix].filter(Boolean).join(' ')
  return given === '' ? family : `${family}, ${given}`
}

/**
 * @param sidecar a file of CSL-JSON beside a document
 * @returns what it states of what people may state; nothing for one that cannot be read
 */
export const editsIn = (sidecar: Uint8Array): RecordEdits => {
  const { title, author, publisher, issued, URL: url } = readSidecar(sidecar).record
  return {
    ...(title && { title }),
    ...(author?.length && { authors: author.map(nameTyped).join('; ') }),
    ...(publisher && { publisher }),
    ...(issued && { date: issued }),
    ...(url && { url }),
  }
}
