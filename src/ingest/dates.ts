import { strict } from 'chrono-node/en'
import type { DateKind } from '../domain/bibliography.ts'
import { overlaps, type Span } from '../domain/span.ts'
import {
  datelineMonth,
  dateWords,
  monthNames,
  publishedLabel,
  updatedLabel,
  weekday,
} from '../language/english/date-words.ts'
import { plainForm } from '../language/letters.ts'

// Only English: loading a dozen other languages would add 0.15 s to every start.

/** A full calendar date in a text, with its span. */
export type StatedDate = Span & { readonly iso: string; readonly kind: DateKind | null }

const numeric = /\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/g
const pad = (value: number): string => String(value).padStart(2, '0')

const isoDate = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000
  return real ? `${year}-${pad(month)}-${pad(day)}` : null
}

const foldedMonth = (name: string): string => plainForm(name).replace(/\.$/, '')

type Found = Span & { readonly iso: string }

/** `23/09/2014` is unambiguous; `11/03/2015` is not, so it is ignored. */
const numericDates = (text: string): readonly Found[] =>
  [...text.matchAll(numeric)].flatMap((match): Found[] => {
    const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
    const ambiguous = first <= 12 && second <= 12 && first !== second
    const [day, month] = second > 12 ? [second, first] : [first, second]
    const iso = ambiguous ? null : isoDate(year, month, day)
    return iso ? [{ start: match.index, end: match.index + match[0].length, iso }] : []
  })

/** chrono fills in missing parts from today, so year, month and day must all be written. */
const wordedDates = (text: string): readonly Found[] =>
  strict.parse(text, new Date(0)).flatMap(({ index, text: written, start }): Found[] => {
    const whole = (['year', 'month', 'day'] as const).every((part) => start.isCertain(part))
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
    if (!whole || year === null || month === null || day === null || !/\d{4}/.test(written)) return []
    const iso = isoDate(year, month, day)
    return iso ? [{ start: index, end: index + written.length, iso }] : []
  })

/** The months in German, French and Spanish, long and short, without accents, by number. */
const foreignMonths: ReadonlyMap<string, number> = new Map(
  ['de', 'de-AT', 'fr', 'es'].flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, at) => [foldedMonth(format.format(Date.UTC(2000, at))), at + 1] as const)
    }),
  ),
)
const foreign = /(?<![\p{L}\d])(\d{1,2})(?:\.|er|º)?\s+(?:de\s+)?(\p{L}{3,10})\.?\s+(?:del?\s+)?(\d{4})(?!\d)/gu

/** `3. März 2014`, `3 mars 2014`, `3 de marzo de 2014`. */
const foreignDates = (text: string): readonly Found[] =>
  [...text.matchAll(foreign)].flatMap((match): Found[] => {
    const month = foreignMonths.get(foldedMonth(match[2] ?? ''))
    const iso = month === undefined ? null : isoDate(Number(match[3]), month, Number(match[1]))
    return iso ? [{ start: match.index, end: match.index + match[0].length, iso }] : []
  })

const kindBefore = (before: string): DateKind | null => {
  const label = before.replace(weekday, '')
  if (updatedLabel.test(label)) return 'updated'
  return publishedLabel.test(label) ? 'published' : null
}

/** Longer lines are paragraphs, where a date is part of the story. */
const maxLine = 240

/**
 * @param line one line
 * @returns its full dates, in order, each with the kind that its label gives; none for a long line
 */
export const statedDates = (line: string): readonly StatedDate[] => {
  if (line.length > maxLine || !/\d{4}/.test(line)) return []
  const numbers = numericDates(line)
  const rest = line.replace(numeric, (written) => ' '.repeat(written.length))
  const worded = wordedDates(rest)
  const others = foreignDates(rest).filter((date) => !worded.some((other) => overlaps(date, other)))
  const found = [...numbers, ...worded, ...others].sort((a, b) => a.start - b.start)
  return found.map((date, index) => ({
    ...date,
    kind: kindBefore(line.slice(found[index - 1]?.end ?? 0, date.start)),
  }))
}

/**
 * @param line one line
 * @param dates the spans of its dates
 * @returns the rest of the line, without labels of dates and times
 */
export const besidesDates = (line: string, dates: readonly Span[]): string => {
  const blank = dates.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    line,
  )
  return blank
    .replace(dateWords, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const monthAndYear = /^(\p{L}{3,10})\.?,?\s+(?:de\s+)?(\d{4})$/u

/**
 * @param line one line
 * @returns `2011-03` if it is only a month and a year, such as `March 2011` below a report's title; else null
 */
export const monthOfYear = (line: string): string | null => {
  const [, name = '', year] = monthAndYear.exec(line.trim()) ?? []
  const number =
    monthNames.findIndex((month) => month.startsWith(name.toLowerCase())) + 1 ||
    (foreignMonths.get(foldedMonth(name)) ?? 0)
  return year && number > 0 ? `${year}-${pad(number)}` : null
}

/**
 * @param field a date as written
 * @returns it as precisely as stated: `2014`, `2014-09` or `2014-09-23`; null if it is ambiguous or not a date
 */
export const partialDate = (field: string): string | null => {
  const text = field.trim()
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?=$|[T\s])/.exec(text) ?? []
  if (year && day) return isoDate(Number(year), Number(month), Number(day))
  if (year && month) return isoDate(Number(year), Number(month), 1) && `${year}-${pad(Number(month))}`
  const [, dd, mm, yyyy] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  if (dd && mm && yyyy) return isoDate(Number(yyyy), Number(mm), Number(dd))
  const [, y4, m2, d2] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  if (y4 && m2 && d2) return isoDate(Number(y4), Number(m2), Number(d2))
  if (year && text === year) return Number(year) > 0 ? year : null
  return monthOfYear(text) ?? statedDates(text)[0]?.iso ?? null
}

/** The dateline of a first paragraph. `length` includes its dash; `place` is null if only an agency is named. */
type Dateline = { readonly place: string | null; readonly length: number }

const dash = '\\s*(?:--|[–—]|(?<=[\\s)])-)(?!-)\\s*'
const town = "\\p{Lu}[\\p{L}.'’-]+"
const agency = '\\(\\s?[\\p{L}][\\p{L}.& /-]{1,30}\\s?\\)'
const day = '(?:,\\s*(?:\\p{L}{3,9}\\.?\\s\\d{1,2}|\\d{1,2}\\s\\p{L}{3,9}\\.?)(?:,?\\s\\d{4})?)?'
const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:\\s\\p{Lu}[\\p{Lu}.'’-]+){0,2}"

const patterns: readonly RegExp[] = [
  // BEIJING, Sept 23 (Reuters) - ; Paris, France (CNN) --
  new RegExp(`^(?<place>${town}(?:,?\\s${town}){0,3})${day},?\\s*${agency}${dash}`, 'u'),
  // LONDON — ; NEW YORK, Jan. 5 --
  new RegExp(
    `^(?<place>\\p{Lu}[\\p{Lu}.'’-]+(?:,?\\s(?:\\p{Lu}[\\p{Lu}.'’-]+|${town}(?=${day}${dash}))){0,3})${day}${dash}`,
    'u',
  ),
  // ABER, North Wales: ; ABER, May 7: (capitals and a colon alone may be any label)
  new RegExp(`^(?<place>${capitals}),\\s(?:${datelineMonth}\\s\\d{1,2}|\\d{1,2}\\s${datelineMonth}):\\s+`, 'u'),
  new RegExp(`^(?<place>${capitals},\\s${town}(?:\\s${town}){0,2})${day}:\\s+`, 'u'),
  // london , england ( cnn ) -- : pre-tokenised
  /^(?<place>[\p{Ll}.'-]+(?: ,? ?[\p{Ll}.'-]+){0,3}) \( [\p{Ll}][\p{Ll}. ]{1,20} \) --\s*/u,
  /^(?<place>)\( ?\p{L}[\p{L}.]{1,10} ?\)\s*(?:--|[–—-])?\s*(?=[\p{L}"'“])/u,
]

/**
 * Finds a dateline. A place must be in capitals or be followed by an agency in brackets.
 * @param paragraph the first of a text
 * @returns its dateline, or null
 */
export const readDateline = (paragraph: string): Dateline | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(paragraph.slice(0, 120))
    if (match && match[0].length < paragraph.length)
      return { place: match.groups?.['place'] || null, length: match[0].trimEnd().length }
  }
  return null
}
