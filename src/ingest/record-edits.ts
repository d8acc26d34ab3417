import type { RecordEdits } from '../domain/stored-document.ts'
import { readItem } from './sidecar.ts'

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
