import { parseDocument } from 'yaml'
import type { BibliographicRecord, CslName, DateKind } from '../domain/bibliography.ts'
import { partialDate } from './dates.ts'
import { cslName, splitNames } from './names.ts'
import { emptyRecord } from './reading.ts'

/** What front matter states, and what of it could not be used. */
export type FrontMatter = { readonly record: BibliographicRecord; readonly warnings: readonly string[] }

type Fields = ReadonlyMap<string, unknown>

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  return text === '' ? null : text.replace(/\s+/g, ' ')
}

const firstText = (fields: Fields, keys: readonly string[]): string | null =>
  keys.map((key) => textOf(fields.get(key))).find((text) => text !== null) ?? null

/** `Ridgwell, Henry`: one comma between two single words is a name turned round. */
const turned = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}'’.-]+(?: \p{Lu}\.?)?)$/u

const namesOf = (value: unknown): readonly CslName[] => {
  if (Array.isArray(value)) return value.flatMap(namesOf)
  if (typeof value === 'object' && value !== null) {
    const { family, given, name, literal } = value as Record<string, unknown>
    const familyName = textOf(family)
    const givenName = textOf(given)
    if (familyName) return [{ family: familyName, ...(givenName ? { given: givenName } : {}) }]
    return namesOf(textOf(name) ?? textOf(literal))
  }
  const written = textOf(value)
  if (!written) return []
  const [, family, given] = turned.exec(written) ?? []
  if (family && given) return [{ family, given }]
  return splitNames(written).flatMap((name) => cslName(name) ?? [])
}

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
): Pick<BibliographicRecord, 'issued' | 'issuedKind'> & { readonly warnings: readonly string[] } => {
  const warnings: string[] = []
  for (const [key, kind] of dateKeys) {
    const written = textOf(fields.get(key))
    const issued = written && partialDate(written)
    if (issued) return { issued, issuedKind: kind, warnings }
    if (written)
      warnings.push(`The date “${written.slice(0, 40)}” in the front matter is not clear, so it was left out.`)
  }
  return { issued: null, issuedKind: null, warnings }
}

const isUrl = (value: string | null): value is string => value !== null && /^https?:\/\/\S+$/.test(value)

/** Aliases that YAML may expand: front matter needs none, and a chain of them can grow without end. */
const mostAliases = 10

const fieldsOf = (yaml: string): Fields => {
  const document = parseDocument(yaml, { logLevel: 'silent' })
  if (document.errors.length > 0) throw document.errors[0]
  const value: unknown = document.toJS({ maxAliasCount: mostAliases })
  return new Map(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).map(([key, field]) => [key.toLowerCase().replace(/[_-]/g, ''), field as unknown])
      : [],
  )
}

/** The bibliographic record that YAML front matter states. What cannot be read is a warning, never a failure. */
export const readFrontMatter = (yaml: string): FrontMatter => {
  let fields: Fields
  try {
    fields = fieldsOf(yaml)
  } catch {
    return { record: emptyRecord, warnings: ['The front matter is no valid YAML, so it was left out.'] }
  }
  const { warnings, ...issued } = dateOf(fields)
  const source = firstText(fields, ['source'])
  const address = firstText(fields, ['url', 'canonical', 'canonicalurl', 'link'])
  return {
    record: {
      ...emptyRecord,
      ...issued,
      title: firstText(fields, ['title', 'headline']),
      author:
        ['author', 'authors', 'by', 'byline']
          .map((key) => namesOf(fields.get(key)))
          .find((names) => names.length > 0) ?? [],
      publisher:
        firstText(fields, ['publisher', 'publication', 'site', 'sitename', 'website']) ??
        (isUrl(source) ? null : source),
      URL: isUrl(address) ? address : isUrl(source) ? source : null,
    },
    warnings,
  }
}
