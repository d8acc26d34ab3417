import type { BibliographicRecord, DateKind } from '../domain/bibliography.ts'
import { type Message, msg } from '../domain/message.ts'
import { cslTypes, type Publication } from '../domain/publication.ts'
import type { Span } from '../domain/span.ts'
import { languageTag } from '../language/languages.ts'
import type { StatedField } from '../language/name-rules.ts'
import { fieldNames, foldedKey } from '../language/name-words.ts'
import { cslDate, cslNames, cslText, publicationField, withPublication } from './csl-fields.ts'
import { type Field, type Fields, type MatterFormat, matterFields, plainValue } from './matter-fields.ts'
import { namesAlone } from './name-text.ts'
import { emptyRecord } from './reading.ts'

/** The record that front matter states, and warnings about what could not be used. */
type FrontMatter = {
  readonly record: BibliographicRecord
  /** See `Source.language`. */
  readonly language?: string | null
  readonly warnings: readonly Message[]
}

/** In characters. Longer front matter is a program's data; the parser takes time quadratic in its keys. */
const maxLength = 16_384
/** In characters. Anything longer is not a title. */
const maxTitle = 1000

const unreadable = (name: string): Message => msg`${name} in the front matter cannot be read, so it was ignored.`

/** The fields that the front matter has of a kind, the most usual first. */
const fieldsOf = ({ byName }: Fields, kind: StatedField): readonly Field[] =>
  fieldNames(kind).flatMap((name) => byName.get(name) ?? [])

/** A text without the marks of a wiki link: `[[2014-03-03]]`, `[[Harbour Post]]`. */
const textOf = (value: unknown): string | null => {
  const plain = plainValue(value)
  return cslText(typeof plain === 'string' && plain.includes('[[') ? namesAlone(plain) : plain, maxLength)
}

const firstText = (fields: Fields, kind: StatedField): string | null =>
  fieldsOf(fields, kind)
    .map(({ value }) => textOf(value))
    .find((text) => text !== null) ?? null

const dateKinds: readonly (readonly [field: StatedField, kind: DateKind | null])[] = [
  ['published', 'published'],
  ['date', null],
  ['updated', 'updated'],
]

type Read<T> = { readonly value: T; readonly warnings: readonly Message[] }

const dateOf = (fields: Fields): Read<Pick<BibliographicRecord, 'issued' | 'issuedKind'>> => {
  const warnings: Message[] = []
  for (const [field, issuedKind] of dateKinds)
    for (const { value, name } of fieldsOf(fields, field)) {
      const plain = plainValue(value)
      const issued = cslDate(typeof plain === 'string' ? textOf(plain) : plain)
      if (issued !== null) return { value: { issued, issuedKind }, warnings }
      const written = textOf(value)
      if (written !== null)
        warnings.push(msg`The date “${written.slice(0, 40)}” in the front matter is unclear, so it was ignored.`)
      else if (typeof value === 'object' && value !== null) warnings.push(unreadable(name))
    }
  return { value: { issued: null, issuedKind: null }, warnings }
}

const authorsOf = (fields: Fields): Read<BibliographicRecord['author']> => {
  for (const { name, value } of fieldsOf(fields, 'author')) {
    const plain = plainValue(value)
    const entries = Array.isArray(plain) ? plain.map(plainValue) : plain
    const { value: author, faults } = cslNames(entries, name)
    const written = Array.isArray(value) || value !== null
    if (author !== null || (written && faults.length > 0))
      return { value: author ?? [], warnings: faults.map(unreadable) }
  }
  return { value: [], warnings: [] }
}

/** Front matter's names for fields of CSL-JSON, folded. Programs use other names of CSL for themselves. */
const publicationKeys: readonly (readonly [csl: string, ...names: readonly string[]])[] = [
  ['container-title', 'containertitle', 'journal', 'journaltitle', 'booktitle', 'magazine'],
  ['volume', 'volume'],
  ['issue', 'issue'],
  ['page', 'pages', 'page'],
  ['edition', 'edition'],
  ['DOI', 'doi'],
  ['ISBN', 'isbn'],
  ['ISSN', 'issn'],
  ['publisher-place', 'publisherplace'],
  ['collection-title', 'collectiontitle', 'series'],
  ['editor', 'editor', 'editors', 'herausgeberin'],
  ['translator', 'translator', 'translators', 'ubersetzer', 'ubersetzerin', 'traducteur', 'traductor'],
]

/** Sites have types of their own, such as `post` and `article`; these are CSL's alone. */
const isTypeOfCsl = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^(?:article-.*|book|chapter|report|thesis|paper-conference)$/.test(value) &&
  (cslTypes as readonly string[]).includes(value)

const publicationOf = ({ byName }: Fields): Read<Publication> => {
  const warnings: Message[] = []
  const type = byName.get('type')?.value
  let value: Publication = isTypeOfCsl(type) ? { ...publicationField('type', type)?.value } : {}
  for (const [csl, ...names] of publicationKeys) {
    const field = names.map((name) => byName.get(name)).find((found) => found !== undefined)
    if (!field) continue
    const read = publicationField(csl, plainValue(field.value))
    value = { ...value, ...read?.value }
    if (read && read.value === null && field.value !== null) warnings.push(unreadable(field.name))
  }
  return { value, warnings }
}

const isUrl = (value: string | null): value is string => value !== null && /^https?:\/\/\S+$/.test(value)

const isKnown = (name: string): boolean =>
  (['title', 'author', 'publisher', 'source', 'published', 'date', 'updated', 'language', 'address'] as const).some(
    (field) => fieldNames(field).includes(foldedKey(name)),
  )

const recordOf = (fields: Fields): FrontMatter => {
  const [issued, author, publication] = [dateOf(fields), authorsOf(fields), publicationOf(fields)]
  const title = firstText(fields, 'title')
  const isTitle = title === null || title.length <= maxTitle
  const source = firstText(fields, 'source')
  const written = firstText(fields, 'language')
  const address = firstText(fields, 'address')
  const outlet = firstText(fields, 'publisher') ?? (isUrl(source) ? null : source)
  return {
    record: withPublication(
      {
        ...emptyRecord,
        ...issued.value,
        title: isTitle ? title : null,
        author: author.value,
        publisher: outlet ?? publication.value['container-title'] ?? null,
        URL: isUrl(address) ? address : isUrl(source) ? source : null,
      },
      publication.value,
    ),
    language: written === null ? null : languageTag(written),
    warnings: [
      ...fields.unreadable.filter(isKnown).map(unreadable),
      ...fields.repeated
        .filter(isKnown)
        .map((name) => msg`${name} stands more than once in the front matter; the last one counts.`),
      ...issued.warnings,
      ...author.warnings,
      ...publication.warnings,
      ...(isTitle
        ? []
        : [msg`The title in the front matter is longer than ${maxTitle} characters, so it was ignored.`]),
    ],
  }
}

/**
 * @param matter front matter, without its fences
 * @param format how it is written
 * @returns the record that it states; what cannot be read is a warning, never an error
 */
export const readFrontMatter = (matter: string, format: MatterFormat = 'yaml'): FrontMatter =>
  matter.length > maxLength
    ? {
        record: emptyRecord,
        warnings: [msg`The front matter is longer than ${maxLength} characters, so it was ignored.`],
      }
    : recordOf(matterFields(matter, format))

/** Front matter as it stands in a text. */
export type FoundMatter = Span & { readonly matter: string; readonly format: MatterFormat }

type Fence = {
  readonly format: MatterFormat
  readonly opening: RegExp
  readonly closing: RegExp
  readonly form: RegExp
}

/** What opens and closes front matter, and what it looks like: two rules across a page enclose none. */
const fences: readonly Fence[] = [
  {
    format: 'yaml',
    opening: /^---[ \t]*(?=\n)/,
    closing: /\n(?:---|\.\.\.)[ \t]*(?=\n|$)/,
    form: /^(?:#.*\n)*(?:\s*$|["']?[\p{L}_$][\p{L}\p{N}_ .$-]{0,60}["']?[ \t]*:(?!\/\/)|\s*["']?[\p{L}_$][\p{L}\p{N}_.$-]{0,60}["']?:\s|\{)/u,
  },
  {
    format: 'toml',
    opening: /^\+\+\+[ \t]*(?=\n)/,
    closing: /\n\+\+\+[ \t]*(?=\n|$)/,
    form: /^(?:\s|#.*\n)*(?:$|["']?[\w.-]{1,60}["']?[ \t]*=|\[)/,
  },
]

const jsonEnd = /\n\}[ \t]*(?=\n|$)/
const titleBlock = /^%[ \t]+\S.*(?:\n[ \t]+\S.*)*(?:\n%.*(?:\n[ \t]+\S.*)*){1,2}(?=\n\s*(?:\n|$)|$)/

const jsonMatter = (text: string): FoundMatter | null => {
  const close = /^\{\s*"/.test(text) ? jsonEnd.exec(text.slice(0, maxLength)) : null
  if (!close) return null
  const end = close.index + close[0].trimEnd().length
  const matter = text.slice(0, end)
  const { byName } = matterFields(matter, 'json')
  const isRead =
    fieldNames('title').some((name) => byName.has(name)) || fieldNames('date').some((name) => byName.has(name))
  return isRead ? { start: 0, end, matter, format: 'json' } : null
}

/**
 * Finds front matter: YAML between `---`, TOML between `+++`, a JSON object, or Pandoc's title block. Does so without
 * the Markdown parser, which is not used for every text.
 * @param text a Markdown document
 * @returns its span and what is inside; null if there is none
 */
export const findFrontMatter = (text: string): FoundMatter | null => {
  for (const { format, opening, closing, form } of fences) {
    const from = opening.exec(text)?.[0].length
    if (from === undefined) continue
    const close = closing.exec(text.slice(from))
    if (!close) return null
    const to = from + close.index
    const matter = text.slice(from + 1, to)
    return form.test(matter) ? { start: 0, end: to + close[0].trimEnd().length, matter, format } : null
  }
  const block = titleBlock.exec(text.slice(0, maxLength))?.[0]
  return block === undefined ? jsonMatter(text) : { start: 0, end: block.length, matter: block, format: 'pandoc' }
}
