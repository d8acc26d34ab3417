import { createHash } from 'node:crypto'
import { type SourceId, sourceId } from '../../../domain/source.ts'
import { crockford32 } from '../../../language/crockford.ts'
import type { DocumentPart } from '../../read-document.ts'
import { fileOfEntry, keyOfEntry, type RawEntry, rawEntries } from './bibliography.ts'

/** A key that can stand in an id; others are replaced by a hash of their entry. */
const plainKey = /^[\p{L}\p{N}_.:+/-]{1,80}$/u

const nameOf = (raw: RawEntry, file: string): string => {
  const key = keyOfEntry(raw)
  return plainKey.test(key) ? key : crockford32(createHash('sha256').update(file).digest(), 10)
}

function* divided(id: SourceId, entries: Iterable<RawEntry>): Generator<DocumentPart> {
  const taken = new Map<string, number>()
  for (const raw of entries) {
    const file = fileOfEntry(raw)
    const name = nameOf(raw, file)
    const count = (taken.get(name) ?? 0) + 1
    taken.set(name, count)
    yield { id: sourceId(`${id}#${count === 1 ? name : `${name}-${count}`}`), bytes: Buffer.from(file) }
  }
}

/**
 * Divides a bibliography into its entries, each of which becomes a source of its own, named by its key.
 * @param id of the document
 * @param path of it
 * @param bytes of it
 * @returns its entries, each read when it is asked for; none for JSON of anything else
 */
export const entriesIn = (id: SourceId, path: string, bytes: Uint8Array): Iterable<DocumentPart> => {
  const entries = rawEntries(path, bytes)
  return entries === null ? [] : divided(id, entries)
}
