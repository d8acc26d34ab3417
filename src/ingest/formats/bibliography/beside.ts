import { msg } from '../../../domain/message.ts'
import { readItem, type Sidecar } from '../../sidecar.ts'
import { keyOfEntry, type RawEntry, rawEntries } from './bibliography.ts'
import { type Entry, entryOf, knownBy } from './entry.ts'

/** The bibliographies in the folder of a document. The bytes are shared between threads, so that none is copied. */
export type BibliographyBeside = {
  /** The same for the same bytes. */
  readonly version: string
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

/** What entries are found by. */
type Index = { readonly [K in 'name' | 'doi' | 'title']: ReadonlyMap<string, readonly RawEntry[]> }

/** Shorter titles, such as `Introduction`, are those of many works. */
const minTitle = { words: 3, letters: 12 }

/** A title without what writers and printers vary: capitals, marks, spaces. */
const levelled = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const isTitle = (text: string): boolean =>
  text.split(/\s+/).length >= minTitle.words && levelled(text).length >= minTitle.letters

const doi = /\b10\.\d{4,9}\/[^\s"<>{}|\\^`]{1,200}/gi
const plainDoi = (written: string): string => written.toLowerCase().replace(/[.,;:)\]]+$/, '')

const nameOfFile = (path: string): string => path.replace(/^.*[/\\]/, '').toLowerCase()
/** The names of files in a field of Zotero, JabRef or EndNote: `Doe 2019.pdf:files/12/Doe 2019.pdf:application/pdf`. */
const filesIn = (field: string): readonly string[] =>
  [...field.replace(/\\([_:\\;%&])/g, '$1').matchAll(/([^/\\:;{}]{1,200}\.[A-Za-z]\w{1,5})(?=\s*(?:[:;{}]|$))/g)].map(
    ([, name = '']) => name.trim().toLowerCase(),
  )

const filesOf = (raw: RawEntry): readonly string[] => {
  if (raw.form === 'bibtex')
    return raw.entry.fields.flatMap(([name, value]) => (/^(?:file|pdf|local-url)$/.test(name) ? filesIn(value) : []))
  if (raw.form === 'ris') return raw.record.flatMap(([tag, value]) => (/^L[1-4]$/.test(tag) ? filesIn(value) : []))
  return []
}

const add = (map: Map<string, RawEntry[]>, key: string, raw: RawEntry): void => {
  const known = map.get(key)
  if (known === undefined) map.set(key, [raw])
  else if (!known.includes(raw)) known.push(raw)
}

const indexOf = ({ files }: BibliographyBeside): Index => {
  const index = {
    name: new Map<string, RawEntry[]>(),
    doi: new Map<string, RawEntry[]>(),
    title: new Map<string, RawEntry[]>(),
  }
  for (const { path, bytes } of files)
    for (const raw of rawEntries(path, bytes) ?? []) {
      for (const name of filesOf(raw)) add(index.name, name, raw)
      const key = keyOfEntry(raw).toLowerCase()
      if (key !== '') add(index.name, `${key}.`, raw)
      const known = knownBy(raw)
      const [stated] = known.doi?.match(doi) ?? []
      if (stated) add(index.doi, plainDoi(stated), raw)
      if (known.title !== null && isTitle(known.title)) add(index.title, levelled(known.title), raw)
    }
  return index
}

/** Those of the folders that are being read. */
const maxKept = 4
const kept = new Map<string, Index>()

const indexFor = (bibliography: BibliographyBeside): Index => {
  const known = kept.get(bibliography.version)
  if (known !== undefined) return known
  const index = indexOf(bibliography)
  if (kept.size >= maxKept) kept.clear()
  kept.set(bibliography.version, index)
  return index
}

/** Characters of a document’s beginning in which its own DOI and title stand, and lines that a title may have. */
const head = { characters: 4000, titleCharacters: 1500, lines: 12, joined: 4 }

/** The texts at the head of a document that may be its title: its first lines, one or a few together. */
const headTitles = (text: string): readonly string[] => {
  const lines = text
    .slice(0, head.titleCharacters)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, head.lines)
  return lines.flatMap((_, at) =>
    Array.from({ length: head.joined }, (_unused, more) => levelled(lines.slice(at, at + more + 1).join(' '))),
  )
}

const found = (index: Index, path: string, text: string, title: string | null): readonly RawEntry[] => {
  const all = (map: ReadonlyMap<string, readonly RawEntry[]>, keys: readonly string[]): readonly RawEntry[] => [
    ...new Set(keys.flatMap((key) => map.get(key) ?? [])),
  ]
  const name = nameOfFile(path)
  const byName = all(index.name, [name, name.replace(/[^.]+$/, '')])
  if (byName.length > 0) return byName
  const byDoi = all(index.doi, (text.slice(0, head.characters).match(doi) ?? []).map(plainDoi))
  if (byDoi.length > 0) return byDoi
  return all(index.title, [...(title === null ? [] : [levelled(title)]), ...headTitles(text)])
}

const identityOf = ({ item }: Entry): string => {
  const { DOI, title, issued } = item as Readonly<Record<string, unknown>>
  return JSON.stringify([String(DOI ?? '').toLowerCase(), levelled(String(title ?? '')), issued ?? null])
}

const nothing: Sidecar = { record: {}, warnings: [] }

/**
 * @param bibliography beside a document
 * @param path of the document
 * @param text of it
 * @param title that it states or prints, or null
 * @returns what the entry for it states; nothing, with a warning, where several entries fit
 */
export const entryBeside = (
  bibliography: BibliographyBeside,
  path: string,
  text: string,
  title: string | null,
): Sidecar => {
  const entries = found(indexFor(bibliography), path, text, title).flatMap((raw) => entryOf(raw) ?? [])
  const [entry] = entries
  if (entry === undefined) return nothing
  // One library in two files.
  if (new Set(entries.map(identityOf)).size > 1)
    return { record: {}, warnings: [msg`Several entries of the bibliography beside it fit, so none of them was used.`] }
  const { record, faults } = readItem(entry.item)
  return {
    record,
    warnings: faults.map((field) => msg`${field} of the entry cannot be read, so it was left out.`),
  }
}
