import { decode } from '../../decode.ts'
import { type BibtexEntry, bibtexEntries, bibtexText } from './bibtex-entries.ts'
import { cslItemsIn, opensItems, readCslItem } from './json-items.ts'
import { type RisRecord, risRecords, risText } from './ris-records.ts'

/** What the names of bibliographies end in. */
export const bibliographyEndings = ['bib', 'ris', 'json'] as const

const ending = /\.(bib|ris|json)$/i

/**
 * @param path of a file
 * @returns whether it is a bibliography, or data in JSON, by its name; the sidecar of a document is none
 */
export const isBibliography = (path: string): boolean => ending.test(path) && !/\.csl\.json$/i.test(path)

/** An entry as its file has it. */
export type RawEntry =
  | { readonly form: 'bibtex'; readonly entry: BibtexEntry }
  | { readonly form: 'ris'; readonly record: RisRecord }
  | { readonly form: 'csl'; readonly json: string }

function* each<T, R>(items: Iterable<T>, make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item)
}

/**
 * @param path of a bibliography
 * @param bytes of it
 * @returns its entries, each read when it is asked for; null for JSON of anything else
 * @throws QuothError `bad-document` for what is no text
 */
export const rawEntries = (path: string, bytes: Uint8Array): Iterable<RawEntry> | null => {
  const form = ending.exec(path)?.[1]?.toLowerCase()
  // Other data in JSON may be large, and is not worth decoding.
  if (form === 'json' && !opensItems(Buffer.from(bytes.subarray(0, 1000)).toString('latin1'))) return null
  const text = decode(bytes)
    .text.replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
  switch (form) {
    case 'bib':
      return each(bibtexEntries(text), (entry) => ({ form: 'bibtex', entry }))
    case 'ris':
      return each(risRecords(text), (record) => ({ form: 'ris', record }))
    default: {
      const items = cslItemsIn(text)
      return items && each(items, (json) => ({ form: 'csl', json }))
    }
  }
}

/**
 * @param raw an entry
 * @returns a file with that entry alone
 */
export const fileOfEntry = (raw: RawEntry): string => {
  switch (raw.form) {
    case 'bibtex':
      return bibtexText(raw.entry)
    case 'ris':
      return risText(raw.record)
    case 'csl':
      return `[${raw.json}]`
  }
}

/**
 * @param raw an entry
 * @returns the key by which it is cited; empty where it has none
 */
export const keyOfEntry = (raw: RawEntry): string => {
  switch (raw.form) {
    case 'bibtex':
      return raw.entry.key
    case 'ris':
      return raw.record.find(([tag]) => tag === 'ID')?.[1] ?? ''
    case 'csl': {
      const item = readCslItem(raw.json)
      const key = item?.['citation-key'] ?? item?.['id']
      // Zotero’s are addresses, whose last part is the key.
      return typeof key === 'string' || typeof key === 'number' ? String(key).replace(/^https?:.*\//, '') : ''
    }
  }
}
