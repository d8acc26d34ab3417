import { parseDocument } from 'yaml'
import type { BibliographicRecord, CslName, DateKind } from '../domain/bibliography.ts'
import { type Message, msg } from '../domain/message.ts'
import type { Span } from '../domain/span.ts'
import { languageTag } from '../language/languages.ts'
import { partialDate } from './dates.ts'
import { cslName, splitNames } from './names.ts'
import { emptyRecord } from './reading.ts'
import { stated } from './stated.ts'

/** The record that front matter states, and warnings about what could not be used. */
type FrontMatter = {
  readonly record: BibliographicRecord
  /** See `Source.language`. */
  readonly language?: string | null
  readonly warnings: readonly Message[]
}

type Fields = ReadonlyMap<string, unknown>

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  return stated(text.replace(/\s+/g, ' ').trim())
}

const firstText = (fields: Fields, keys: readonly string[]): string | null =>
  keys.map((key) => textOf(fields.get(key))).find((text) => text !== null) ?? null

/** `Doe, Jane`: one comma between two single words is an inverted name. */
const inverted = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}\.?)?)$/u

const namesIn = (written: string | null): readonly CslName[] => {
  if (!written) return []
  const [, family, given] = inverted.exec(written) ?? []
  if (family && given) return [{ family, given }]
  return splitNames(written).flatMap((name) => cslName(name) ?? [])
}

/** Lists of names are one level deep; deeper lists are ignored. */
const namesOf = (value: unknown): readonly CslName[] =>
  [value].flat().flatMap((entry: unknown): readonly CslName[] => {
    if (typeof entry !== 'object' || entry === null) return namesIn(textOf(entry))
    const { family, given, name, literal } = entry as Record<string, unknown>
    const familyName = textOf(family)
    const givenName = textOf(given)
    if (familyName) return [{ family: familyName, ...(givenName ? { given: givenName } : {}) }]
    return namesIn(textOf(name) ?? textOf(literal))
  })

const dateKeys: readonly (readonly [key: string, kind: DateKind | null])[] = [
  ['published', 'published'],
  ['datepublished', 'published'],
  ['date', null],
  ['issued', 'published'],
  ['pubdate', 'published'],
  ['updated', 'updated'],
  ['modified', 'updated'],
  ['lastmod', 'updated'],
]

const dateOf = (
  fields: Fields,
): Pick<BibliographicRecord, 'issued' | 'issuedKind'> & { readonly warnings: readonly Message[] } => {
  const warnings: Message[] = []
  for (const [key, kind] of dateKeys) {
    const written = textOf(fields.get(key))
    const issued = written && partialDate(written)
    if (issued) return { issued, issuedKind: kind, warnings }
    if (written)
      warnings.push(msg`The date “${written.slice(0, 40)}” in the front matter is unclear, so it was ignored.`)
  }
  return { issued: null, issuedKind: null, warnings }
}

const isUrl = (value: string | null): value is string => value !== null && /^https?:\/\/\S+$/.test(value)

/** In characters. Longer front matter is a program's data; the parser takes time quadratic in its keys. */
const maxLength = 16_384
/** In characters. Anything longer is not a title. */
const maxTitle = 1000

/**
 * The fields, by lower-case name. Aliases are refused: front matter needs none, and they can be cyclic or expand
 * without limit. The parser's errors are not shown, so it need not spend time on formatting them.
 */
const fieldsOf = (yaml: string): Fields => {
  const document = parseDocument(yaml, { logLevel: 'silent', prettyErrors: false })
  if (document.errors.length > 0) throw document.errors[0]
  const value: unknown = document.toJS({ maxAliasCount: 0 })
  return new Map(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([key, field]) => [key.toLowerCase().replace(/[_-]/g, ''), field as unknown])
      : [],
  )
}

const ignored = (warning: Message): FrontMatter => ({ record: emptyRecord, warnings: [warning] })

/**
 * @param yaml front matter
 * @returns the record that it states; what cannot be read is a warning, never an error
 */
export const readFrontMatter = (yaml: string): FrontMatter => {
  if (yaml.length > maxLength)
    return ignored(msg`The front matter is longer than ${maxLength} characters, so it was ignored.`)
  let fields: Fields
  try {
    fields = fieldsOf(yaml)
  } catch {
    return ignored(msg`The front matter is not valid YAML or uses aliases, so it was ignored.`)
  }
  const { warnings, ...issued } = dateOf(fields)
  const title = firstText(fields, ['title', 'headline'])
  const isTitle = title === null || title.length <= maxTitle
  const source = firstText(fields, ['source'])
  const written = firstText(fields, ['lang', 'language', 'locale'])
  const address = firstText(fields, ['url', 'canonical', 'canonicalurl', 'link'])
  return {
    record: {
      ...emptyRecord,
      ...issued,
      title: isTitle ? title : null,
      author:
        ['author', 'authors', 'by', 'byline']
          .map((key) => namesOf(fields.get(key)))
          .find((names) => names.length > 0) ?? [],
      publisher:
        firstText(fields, ['publisher', 'publication', 'site', 'sitename', 'website']) ??
        (isUrl(source) ? null : source),
      URL: isUrl(address) ? address : isUrl(source) ? source : null,
    },
    language: written === null ? null : languageTag(written),
    warnings: isTitle
      ? warnings
      : [...warnings, msg`The title in the front matter is longer than ${maxTitle} characters, so it was ignored.`],
  }
}

const opening = /^---[ \t]*(?=\n)/
const closing = /\n---[ \t]*(?=\n|$)/

/**
 * Finds front matter, from a first line `---` to the next one. Does so without the Markdown parser, which is not used
 * for every text.
 * @param text a Markdown document
 * @returns its span and the YAML inside; null if there is none
 */
export const findFrontMatter = (text: string): (Span & { readonly yaml: string }) | null => {
  const from = opening.exec(text)?.[0].length
  if (from === undefined) return null
  const close = closing.exec(text.slice(from))
  if (!close) return null
  const to = from + close.index
  return { start: 0, end: to + close[0].trimEnd().length, yaml: text.slice(from + 1, to) }
}
