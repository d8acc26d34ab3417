import { type CslName, nameShown } from '../domain/bibliography.ts'
import type { Citation, Locator } from '../domain/citation.ts'
import { type Paragraph, paragraphPlace, type Source } from '../domain/source.ts'
import { overlaps, type Span } from '../domain/span.ts'
import { dayMonthYear, readDate } from './dates.ts'
import { quoteIdFor } from './quote-id.ts'

/** Controls and the invisible characters that reorder or hide text. Joiners stay: emoji and several scripts need them. */
const hidden = /[\p{Cc}\p{Zl}\p{Zp}]|(?![\u200C\u200D])\p{Cf}/gu
const loneSurrogate = /\p{Cs}/gu

/** Metadata of a document as one line that cannot break or reverse what stands around it. */
export const oneLine = (text: string): string =>
  text
    .replace(hidden, (mark) => (/\p{Cf}/u.test(mark) ? '' : ' '))
    .replace(loneSurrogate, '\uFFFD')
    .replace(/\s+/g, ' ')
    .trim()

/** A reader's line is one line: a longer title is cut at a word, and `Citation.title` still has it whole. */
const titleLength = 160

const shorten = (text: string): string => {
  if (text.length <= titleLength) return text
  const cut = text.lastIndexOf(' ', titleLength)
  return `${oneLine(text.slice(0, cut > 0 ? cut : titleLength))} …`
}

const authorsShown = (authors: readonly CslName[]): string => {
  const names = authors.map((name) => oneLine(nameShown(name))).filter(Boolean)
  if (names.length > 3) return `${names[0]} et al.`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** The title in quotation marks, or the opening words in brackets, which say that they are no title. */
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
  let place = paragraphPlace(source, span.start)
  const first = paragraphs[place]
  if (first === undefined || !overlaps(first, span))
    throw new RangeError(`[${span.start}, ${span.end}) of ${id} is in no body paragraph`)
  let last = first
  for (let next = paragraphs[++place]; next !== undefined && overlaps(next, span); next = paragraphs[++place])
    last = next
  return { first, last }
}

/**
 * The bibliographic record of `source` with the place of `span` in it, for a person in `text`.
 * @throws RangeError when the span touches no body paragraph: only body is quoted, so that is a bug.
 */
export const citationOf = (source: Source, span: Span): Citation => {
  const { record } = source
  const { first, last } = paragraphsAt(source, span)
  const value = first === last ? `${first.number}` : `${first.number}-${last.number}`
  const locator: Locator = { label: 'paragraph', value, section: first.section }
  const section = first.section.map(oneLine).filter(Boolean).join(' › ')
  const place = first === last ? `¶ ${value}` : `¶¶ ${first.number}–${last.number}`
  const speaker = first.speaker === null ? '' : oneLine(first.speaker)
  const parts = [
    authorsShown(record.author),
    titleShownIn(source),
    record.publisher === null ? '' : oneLine(record.publisher),
    dateShown(source),
    section === '' ? '' : `§ ${section}`,
    speaker === '' ? place : `${place} (${speaker} speaking)`,
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
    text: parts.filter(Boolean).join(', '),
  }
}
