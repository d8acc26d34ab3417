import { type CslName, nameShown } from '../domain/bibliography.ts'
import { type Citation, type Locator, locatorShown, type PlaceLocator } from '../domain/citation.ts'
import { inEnglish } from '../domain/message.ts'
import { type Paragraph, type Place, paragraphPlace, placesAt, type Source } from '../domain/source.ts'
import { overlaps, type Span } from '../domain/span.ts'
import type { ReadableLibrary } from '../library/port.ts'
import { dayMonthYear, readDate } from './dates.ts'
import { quoteIdFor } from './quote-id.ts'

/**
 * Control characters and invisible characters that reorder or hide text. Joiners stay: emoji and some scripts need
 * them.
 */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu
const loneSurrogate = /\p{Cs}/gu

/** Metadata of a document as one line that cannot break or reverse the text around it. */
export const oneLine = (text: string): string =>
  text
    .replace(hidden, (mark) => (/\p{Cf}/u.test(mark) ? '' : ' '))
    .replace(loneSurrogate, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim()

/** Longer titles are cut at a word in the reader's line; `Citation.title` has them whole. */
const maxTitleLength = 160

const shorten = (text: string): string => {
  if (text.length <= maxTitleLength) return text
  const cut = text.lastIndexOf(' ', maxTitleLength)
  return `${oneLine(text.slice(0, cut > 0 ? cut : maxTitleLength))} …`
}

const authorsShown = (authors: readonly CslName[]): string => {
  const names = authors.map((name) => oneLine(nameShown(name))).filter(Boolean)
  if (names.length > 3) return `${names[0]} et al.`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The title in quotation marks, or the opening words in brackets, which show that they are not a title. */
const titleShownIn = ({ titleShown, titleIsDerived, id }: Source): string => {
  const title = shorten(oneLine(titleShown)) || id
  if (!titleIsDerived) return `“${title}”`
  return title.startsWith('[') ? title : `[${title}]`
}

const dateShown = ({ record }: Source): string => {
  const date = record.issued === null ? null : readDate(record.issued)
  if (date === null) return ''
  return record.issuedKind === 'updated' ? `updated ${dayMonthYear(date)}` : dayMonthYear(date)
}

/** The first and the last paragraph that share a character with `span`. */
const paragraphsAt = (source: Source, span: Span): { readonly first: Paragraph; readonly last: Paragraph } => {
  const { paragraphs, id } = source
  let index = paragraphPlace(source, span.start)
  const first = paragraphs[index]
  if (first === undefined || !overlaps(first, span))
    throw new RangeError(`[${span.start}, ${span.end}) of ${id} is in no body paragraph`)
  let last = first
  for (let next = paragraphs[++index]; next !== undefined && overlaps(next, span); next = paragraphs[++index])
    last = next
  return { first, last }
}

const rangeOf = (first: number, last: number): string => (first === last ? `${first}` : `${first}-${last}`)

/** `3:05`, `1:02:03` */
const timeOf = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000)
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const two = (value: number): string => `${value}`.padStart(2, '0')
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`
}

/** The least sure of what was read from pictures. */
const leastSure = (places: readonly Place[]): number | undefined => {
  const sure = places.flatMap(({ ocr }) => (ocr === undefined ? [] : [ocr]))
  return sure.length === 0 ? undefined : Math.min(...sure)
}

/** Where the format has pages, times or rows: those that a span reaches over. A time is that of its beginning. */
const placeOf = (source: Source, span: Span, paragraph: Paragraph): PlaceLocator | undefined => {
  const places = placesAt(source, span)
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const ocr = leastSure(places)
  const sure = ocr === undefined ? {} : { ocr }
  switch (first.label) {
    case 'timestamp':
      return { label: 'timestamp', value: timeOf(first.value), paragraph: null, ...sure }
    case 'row':
      return { label: 'line', value: rangeOf(first.value, last.value), paragraph: null, ...sure }
    case 'page': {
      const before = source.paragraphs.filter(({ start }) => start < first.start).length
      const onPage = paragraph.start < first.start ? null : `${paragraph.number - before}`
      return { label: 'page', value: rangeOf(first.value, last.value), paragraph: onPage, ...sure }
    }
  }
}

/** `Journal of Tides 12(3)`: what the text is part of, or who published it. */
const outletShown = ({ publisher, publication = {} }: Source['record']): string => {
  const { 'container-title': container, volume, issue } = publication
  const number = container === undefined ? '' : [volume, issue === undefined ? undefined : `(${issue})`].join('')
  return oneLine([container ?? publisher, number].filter(Boolean).join(' '))
}

/**
 * The bibliographic record of `source` with the location of `span`, and as a line for a reader in `text`.
 * @param isApart whether nothing else of the library would be cited alike; otherwise the id tells it apart
 * @throws RangeError if the span is in no body paragraph: only the body is quoted, so that is a bug
 */
export const citationOf = (source: Source, span: Span, isApart = true): Citation => {
  const { record } = source
  const { first, last } = paragraphsAt(source, span)
  const place = placeOf(source, span, first)
  const locator: Locator = {
    label: 'paragraph',
    value: rangeOf(first.number, last.number),
    section: first.section,
    ...(place === undefined ? {} : { place }),
  }
  const section = first.section.map(oneLine).filter(Boolean).join(' › ')
  const where = inEnglish(locatorShown(locator))
  const speaker = first.speaker === null ? '' : oneLine(first.speaker)
  const parts = [
    authorsShown(record.author),
    isApart ? titleShownIn(source) : `${titleShownIn(source)} (${oneLine(source.id)})`,
    outletShown(record),
    dateShown(source),
    section === '' || section.startsWith('§') ? section : `§ ${section}`,
    speaker === '' ? where : `${where} (${speaker} speaking)`,
  ]
  return {
    id: quoteIdFor(source, span),
    source: source.id,
    title: record.title,
    titleShown: source.titleShown,
    titleIsDerived: source.titleIsDerived,
    author: record.author,
    publisher: record.publisher,
    issued: record.issued,
    issuedKind: record.issuedKind,
    URL: record.URL,
    locator,
    speaker: first.speaker,
    ...(isApart ? {} : { disambiguation: source.id }),
    text: parts.filter(Boolean).join(', '),
  }
}

/**
 * @param library where sources are told apart that would be cited alike
 * @returns `citationOf`, for the sources of that library
 */
export const citingIn =
  (library: Pick<ReadableLibrary, 'sharing'>) =>
  (source: Source, span: Span): Citation =>
    citationOf(source, span, library.sharing(source, 'work').length < 2)
