import type { CslName } from '../domain/bibliography.ts'
import type { Citation, Locator, ReferenceStyle } from '../domain/citation.ts'
import type { Source } from '../domain/source.ts'
import { bibtexKey } from './bibtex.ts'
import { familyOf, joined } from './names.ts'
import { headlineCase } from './prose.ts'
import { type ReferenceItem, referenceItem } from './reference-item.ts'

/** The place that is cited: the page, time or row, where the format has them; else the paragraph. */
type Pinpoint = { readonly label: 'page' | 'timestamp' | 'line' | 'paragraph'; readonly value: string }

const pinpointOf = ({ label, value, place }: Locator): Pinpoint => place ?? { label, value }

/** How a style names its places, one and several. */
type PlaceNames = { readonly [L in Exclude<Pinpoint['label'], 'timestamp'>]: readonly [one: string, several: string] }

const placeIn = ({ label, value }: Pinpoint, names: PlaceNames): string => {
  if (label === 'timestamp') return value
  const isSeveral = value.includes('-')
  return `${names[label][isSeveral ? 1 : 0]}${value.replace('-', '–')}`
}

const apaNames: PlaceNames = { page: ['p. ', 'pp. '], paragraph: ['para. ', 'paras. '], line: ['row ', 'rows '] }
const mlaNames: PlaceNames = { page: ['', ''], paragraph: ['par. ', 'pars. '], line: ['row ', 'rows '] }
const chicagoNames: PlaceNames = { page: ['', ''], paragraph: ['para. ', 'paras. '], line: ['row ', 'rows '] }
const texNames: PlaceNames = { page: ['p.~', 'pp.~'], paragraph: ['para.~', 'paras.~'], line: ['row~', 'rows~'] }

/** Longer titles are cut in the text: the list of references has them whole. */
const maxTitleWords = 5

/** `“Ferries Run Late,”`: the first words of the title; without one, what stands for it. */
const titleInstead = ({ title, untitled }: ReferenceItem): string => {
  if (title === null) return untitled
  const words = headlineCase(title).split(' ').slice(0, maxTitleWords).join(' ')
  return `“${words.replace(/[,.:;–-]+$/, '')},”`
}

const authorsIn = (authors: readonly CslName[], and: 'and' | '&', most: number): string => {
  const names = authors.map(familyOf)
  return names.length > most ? `${names[0]} et al.` : joined(names, and)
}

const yearOf = ({ issued, yearSuffix }: ReferenceItem): string =>
  issued === null ? 'n.d.' : `${issued.year}${yearSuffix}`

/** Who is cited; a title in quotation marks already has its comma. */
const leadOf = (item: ReferenceItem, and: 'and' | '&', most: number): string =>
  item.author.length > 0 ? authorsIn(item.author, and, most) : titleInstead(item)

const behind = (lead: string, rest: string, separator: string): string =>
  lead.endsWith('”') ? `${lead} ${rest}` : `${lead}${separator}${rest}`

/** `(Berg, 1987, p. 3)` */
const apa = (item: ReferenceItem, at: Pinpoint): string =>
  `(${behind(leadOf(item, '&', 2), yearOf(item), ', ')}, ${placeIn(at, apaNames)})`

/** `(Berg 3)`, `(Berg, par. 5)` */
const mla = (item: ReferenceItem, at: Pinpoint): string => {
  const isNumber = at.label === 'page' || at.label === 'timestamp'
  const lead = leadOf(item, 'and', 2)
  const place = placeIn(at, mlaNames)
  return `(${isNumber && lead.endsWith(',”') ? `${lead.slice(0, -2)}” ${place}` : behind(lead, place, isNumber ? ' ' : ', ')})`
}

/** `(Berg 1987, 3)` */
const chicago = (item: ReferenceItem, at: Pinpoint): string =>
  `(${behind(leadOf(item, 'and', 2), yearOf(item), ' ')}, ${placeIn(at, chicagoNames)})`

/** `\parencite[p.~3]{berg1987cocoa}` */
const bibtex = (item: ReferenceItem, at: Pinpoint): string =>
  `\\parencite[${placeIn(at, texNames)}]{${bibtexKey(item)}}`

/** A cite item of CSL-JSON, with its locator. */
const cslJson = ({ id }: ReferenceItem, { label, value }: Pinpoint): string =>
  JSON.stringify({ id, locator: value, label })

const styles: { readonly [S in ReferenceStyle]: ((item: ReferenceItem, at: Pinpoint) => string) | null } = {
  // The line has its place, and RIS has no citations.
  plain: null,
  ris: null,
  apa,
  mla,
  chicago,
  bibtex,
  'csl-json': cslJson,
}

/**
 * Formats the citation that stands in a text where the quote is used, with its page, time, row or paragraph.
 * @param source the source cited, for its type
 * @param yearSuffix `a`, `b` … where the library has other works of the same author and year
 * @returns the citation in one line; null for a style without any
 */
export const formatInText = (
  citation: Citation,
  source: Source,
  style: ReferenceStyle,
  yearSuffix = '',
): string | null => styles[style]?.(referenceItem(citation, source, yearSuffix), pinpointOf(citation.locator)) ?? null
