import type { BibliographicRecord, CslName } from '../../../domain/bibliography.ts'
import { nameShown } from '../../../domain/bibliography.ts'
import { plainForm } from '../../../language/letters.ts'
import { partialDate } from '../../dates.ts'
import { namesIn } from '../../name-list.ts'
import { isPersonName } from '../../names.ts'
import type { Page, PageElement } from '../dom/page.ts'
import { pageTitle, type TitleSources } from './page-title.ts'
import { plainText, type StatedFields } from './stated-fields.ts'

const folded = (text: string): string => plainForm(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** Who writes for a site without being named, and names by which one logs in. */
const noName =
  /^(?:(?:web)?admin(?:istrator)?|web\s?master|root|user|guest(?:\s(?:author|post|contributor))?|anonymous|unknown|none|null|undefined|n\/a|author|editor|editors|staff|team|redaktion|redaction|redacción|rédaction|contributors?|[a-z\d_.-]*[\d_][a-z\d_.-]*|[a-z]{1,30})$/

const isName = (text: string, { sites }: StatedFields, host: string): boolean =>
  text.length <= 200 &&
  /\p{L}{2}/u.test(text) &&
  !/https?:|www\.|\.(?:com|org|net|de)\b|^@|[{}<>=]/i.test(text) &&
  !noName.test(text.trim()) &&
  !noName.test(
    text
      .trim()
      .toLowerCase()
      .replace(/^(?:by|the|von|par|por)\s+/, ''),
  ) &&
  !/\b(?:staff|team|desk|editors|redaktion|newsroom|reporters)$/i.test(text.trim()) &&
  !sites.some((site) => folded(site).startsWith(folded(text))) &&
  folded(text) !== folded(host.replace(/\.[a-z]+$/, ''))

const distinct = (names: readonly CslName[]): readonly CslName[] => {
  const shown = names.map((name) => folded(nameShown(name)))
  return names.filter((_, at) => shown.indexOf(shown[at] as string) === at)
}

/** More are the staff of a site, not the writers of a text. */
const maxNames = 60

const isPerson = (name: CslName): boolean => 'family' in name

/** Letters behind a whole name that stand for degrees: `Jane Roe, RDN`. */
const degrees = /^(\p{L}\S* \S.*?)(?:,\s*(?:[A-Z]\.?){2,5}[a-z]?\.?)+$/u

/** A person’s job or paper stands beside the name: `Jane Roe, AP Auto Writer`. */
const namesInField = (text: string): readonly CslName[] => {
  const names = namesIn(text.replace(degrees, '$1'))
  const persons = names.filter(isPerson)
  return persons.length > 0 ? persons : names
}

const namesOf = (texts: readonly string[], stated: StatedFields, host: string): readonly CslName[] => {
  const names = distinct(
    texts
      .filter((text) => isName(text, stated, host))
      .flatMap(namesInField)
      .filter((name) => isName(nameShown(name), stated, host)),
  )
  return names.length <= maxNames ? names : []
}

/** Dates that programs write where they know none. */
const noDate = /^(?:1970-01-01|1969-12-31|000\d|0\d{3}|1900-01-01|2[1-9]\d\d)/

const dayOf = (written: string): string | null => {
  const date = partialDate(written.replace(/^\w+,\s+/, ''))
  return date === null || noDate.test(date) ? null : date
}

/** `/2014/09/23/`, `/2014-09-23-title`, `/20140923/` in an address. */
const dateInAddress = /[/_-]((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/

const addressDate = (address: string | null): string | null => {
  const [, year, , month, day] = dateInAddress.exec(address?.replace(/[?#].*$/, '') ?? '') ?? []
  return year === undefined ? null : partialDate(`${year}-${month}-${day}`)
}

const daysBetween = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000

/** A time in UTC may be on another day where the page was published; its address is of that day. */
const localDay = (written: string, inAddress: string | null): string | null => {
  const day = dayOf(written)
  const isUtc = /T\d\d:\d\d.*(?:Z|[+-]00:?00)$/i.test(written)
  return day !== null && isUtc && inAddress !== null && daysBetween(day, inAddress) <= 1 ? inAddress : day
}

const first = <T>(values: readonly string[], read: (value: string) => T | null): T | null => {
  for (const value of values) {
    const found = read(value)
    if (found !== null) return found
  }
  return null
}

const classOf = (element: PageElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`

/** The times that a page shows: those that it calls the day of publication, else its only one. */
const shownTimes = (page: Page): readonly string[] => {
  const times = [...page.body.querySelectorAll('time')].slice(0, 50)
  const own = times.filter((time) => !/updated|modified|comment/i.test(classOf(time)))
  const published = own.filter(
    (time) =>
      time.getAttribute('pubdate') !== null || /publish|posted|entry-date|post-date|pubdate/i.test(classOf(time)),
  )
  const chosen = published.length > 0 ? published : own.length === 1 ? own : []
  return chosen.map((time) => time.getAttribute('datetime') ?? time.textContent)
}

/** Writers whom links or classes name, if all of what they say is persons. */
const shownWriters = (page: Page, selector: string, stated: StatedFields, host: string): readonly CslName[] => {
  const texts = [...page.body.querySelectorAll(selector)].slice(0, 12).map((element) => plainText(element.textContent))
  const names = distinct(
    [...new Set(texts)]
      .filter((text) => text.length <= 120 && isName(text, stated, host))
      .flatMap((text) => namesIn(text, 'byline')),
  )
  return names.length <= 4 && names.every((name) => isPerson(name) && isPersonName(nameShown(name))) ? names : []
}

const bylines =
  '.byline__name, .byline-name, .byline .author, .author-name, .article-author, .post-author, .entry-author, .byline, .author.vcard, .author, .writer, [class*="Byline"], [class*="AuthorName"]'

const hostOf = (address: string | null): string =>
  address !== null && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''

/** A site’s name, not its slogan, address or account. */
const siteName = (sites: readonly string[]): string | null =>
  sites
    .map((site) => site.split(/\s+[|–—-]\s+/)[0] ?? site)
    .find((site) => site.length <= 80 && !/^https?:|^@|^www\./i.test(site)) ?? null

/** What a page says of itself. */
export type PageRecord = {
  readonly stated: Partial<BibliographicRecord>
  readonly fallback: Partial<BibliographicRecord>
}

/**
 * @param page without its furniture
 * @param stated what its metadata says
 * @param headings the texts of `<title>`, `<h1>` and `<h2>`
 * @returns the fields that it states, and those that it only shows
 */
export const pageRecord = (
  page: Page,
  stated: StatedFields,
  headings: Pick<TitleSources, 'window' | 'headlines' | 'subheads'>,
): PageRecord => {
  const address = stated.addresses[0] ?? null
  const host = hostOf(address)
  const inAddress = addressDate(address)
  const lists = stated.authors.map((texts) => namesOf(texts, stated, host)).filter((names) => names.length > 0)
  const linked = shownWriters(page, '[rel~="author"]', stated, host)
  const author = [...lists, linked].find((names) => names.some(isPerson)) ?? lists[0] ?? []
  const published =
    first(stated.published, (written) => localDay(written, inAddress)) ??
    first(shownTimes(page), (written) => localDay(written, inAddress)) ??
    inAddress
  const updated = first(stated.updated, (written) => localDay(written, null))
  const seen =
    author.length > 0
      ? []
      : (first(bylines.split(', '), (selector) => {
          const names = shownWriters(page, selector, stated, host)
          return names.length > 0 ? names : null
        }) ?? [])
  return {
    stated: {
      title: pageTitle({ stated: stated.titles, ...headings, sites: stated.sites, host }),
      author,
      publisher: siteName(stated.sites),
      URL: address,
      ...(published === null ? {} : { issued: published, issuedKind: 'published' }),
    },
    fallback: {
      author: seen,
      ...(published === null && updated !== null ? { issued: updated, issuedKind: 'updated' } : {}),
    },
  }
}
