import type { BibliographicRecord, CslName } from '../../../domain/bibliography.ts'
import { type CslContributor, cslContributors, type Publication } from '../../../domain/publication.ts'
import { partialDate } from '../../dates.ts'
import { namesIn } from '../../name-list.ts'
import { textOf, within, type XmlElement } from '../xml.ts'

/** What a book states of itself. */
export type BookRecord = {
  readonly record: Partial<BibliographicRecord>
  /** A BCP 47 tag. */
  readonly language: string | null
}

const lineOf = (element: XmlElement): string => textOf(element).replace(/\s+/gu, ' ').trim()

/** Stand-ins that programs write. */
const nobody = /^(?:unknown|unbekannt|inconnu|desconocido|anonymous|n\/?a|none|calibre\b.*|various)?$/i

/** Roles by the codes of the Library of Congress. */
const roles: Readonly<Record<string, CslContributor>> = {
  edt: 'editor',
  trl: 'translator',
  ill: 'illustrator',
  nrt: 'narrator',
  com: 'compiler',
}

/** What other elements say of one, in EPUB 3; its own attributes, in EPUB 2. */
const settingOf = (metadata: XmlElement, { attributes }: XmlElement, property: string): readonly string[] => {
  const id = attributes['id']
  const own = attributes[`opf:${property}`]
  const refined = within(metadata, 'opf:meta').filter(
    (meta) => id !== undefined && meta.attributes['refines'] === `#${id}` && meta.attributes['property'] === property,
  )
  return [...(own === undefined ? [] : [own]), ...refined.map(lineOf)]
}

const wordsOf = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).sort((a, b) => (a < b ? -1 : 1)).join(' ')

/** A name by its parts, where the book says how it is filed: `Austen, Jane`. */
const namesOf = (metadata: XmlElement, person: XmlElement): readonly CslName[] => {
  const shown = lineOf(person)
  const filed = settingOf(metadata, person, 'file-as')[0]
  // A name that is filed as another one is not the one on the cover.
  return namesIn(filed?.includes(',') && wordsOf(filed) === wordsOf(shown) ? filed : shown)
}

const peopleIn = (metadata: XmlElement): Pick<BibliographicRecord, 'author'> & { readonly others: Publication } => {
  const author: CslName[] = []
  const others = new Map<CslContributor, readonly CslName[]>()
  for (const name of ['dc:creator', 'dc:contributor'])
    for (const person of within(metadata, name)) {
      const stated = settingOf(metadata, person, 'role')
      const names = nobody.test(lineOf(person)) ? [] : namesOf(metadata, person)
      const isAuthor = stated.length === 0 ? name === 'dc:creator' : stated.includes('aut')
      if (isAuthor) author.push(...names)
      else
        for (const role of stated.flatMap((code) => roles[code] ?? []))
          if (names.length > 0) others.set(role, [...(others.get(role) ?? []), ...names])
    }
  return { author, others: Object.fromEntries([...others].filter(([role]) => cslContributors.includes(role))) }
}

/** The day on which the book came out; not that on which its file was last changed. */
const issuedIn = (metadata: XmlElement): string | null => {
  const dates = within(metadata, 'dc:date')
  const eventOf = (date: XmlElement): string | undefined => date.attributes['opf:event']
  const chosen =
    dates.find((date) => /^(?:original-)?publication$/i.test(eventOf(date) ?? '')) ??
    dates.find((date) => eventOf(date) === undefined)
  if (chosen === undefined) return null
  const day = lineOf(chosen).replace(/T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/, '')
  // What programs write for no date at all.
  return /^0/.test(day) ? null : partialDate(day)
}

const isIsbn = (digits: string): boolean => {
  const sum = (weights: (at: number) => number): number =>
    [...digits].reduce((total, digit, at) => total + (digit === 'X' ? 10 : Number(digit)) * weights(at), 0)
  if (/^97[89]\d{10}$/.test(digits)) return sum((at) => (at % 2 === 0 ? 1 : 3)) % 10 === 0
  return /^\d{9}[\dX]$/.test(digits) && sum((at) => 10 - at) % 11 === 0
}

const isbnIn = (metadata: XmlElement): string | null => {
  for (const element of [...within(metadata, 'dc:identifier'), ...within(metadata, 'dc:source')]) {
    const [written, scheme] = [lineOf(element), element.attributes['opf:scheme'] ?? '']
    const digits = written
      .replace(/^(?:urn:)?isbn[:\s-]*/i, '')
      .replace(/[\s-]/g, '')
      .toUpperCase()
    const isSaid = /^(?:urn:)?isbn/i.test(written) || /isbn/i.test(scheme) || digits.length === 13
    if (isSaid && isIsbn(digits)) return digits
  }
  return null
}

const titleIn = (metadata: XmlElement): string | null => {
  const titles = within(metadata, 'dc:title')
  const main = titles.find((title) => settingOf(metadata, title, 'title-type').includes('main'))
  const title = main ?? titles[0]
  const line = title === undefined ? '' : lineOf(title)
  return nobody.test(line) ? null : line
}

/**
 * @param metadata of a book
 * @returns what it states of the book
 */
export const bookRecord = (metadata: XmlElement): BookRecord => {
  const { author, others } = peopleIn(metadata)
  const publisher =
    within(metadata, 'dc:publisher')
      .map(lineOf)
      .find((name) => !nobody.test(name)) ?? null
  const issued = issuedIn(metadata)
  const ISBN = isbnIn(metadata)
  const URL =
    within(metadata, 'dc:identifier')
      .map(lineOf)
      .find((id) => /^https?:\/\/\S+$/.test(id)) ?? null
  const tag = within(metadata, 'dc:language').map(lineOf)[0] ?? ''
  const publication: Publication = { ...others, ...(ISBN === null ? {} : { ISBN }) }
  return {
    record: {
      title: titleIn(metadata),
      author,
      publisher,
      issued,
      issuedKind: issued === null ? null : 'published',
      URL,
      ...(Object.keys(publication).length === 0 ? {} : { publication }),
    },
    language: /^(?!und|mul|zxx)[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/i.test(tag) ? tag : null,
  }
}
