import { strict } from 'chrono-node/en'
import type { DateKind } from '../domain/bibliography.ts'
import { overlaps, type Span } from '../domain/span.ts'
import { dateWords, monthNumber, publishedLabel, updatedLabel, weekday } from '../language/date-words.ts'

// Only English: loading a dozen other languages would add 0.15 s to every start.

/** A date in a text, with its span: a day, or a month. */
export type StatedDate = Span & { readonly iso: string; readonly kind: DateKind | null }

/** Which number of `03/04/2021` is the day. */
export type NumberOrder = 'day-first' | 'month-first'

const numeric = /(?<![\d./-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?![\d/-]|\.\d)/g
const pad = (value: number): string => String(value).padStart(2, '0')

const isoDate = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1000
  return real ? `${year}-${pad(month)}-${pad(day)}` : null
}

type Found = Span & { readonly iso: string }

/** `23/09/2014` is unambiguous and so is `4.3.2015`; `11/03/2015` is not, so it is ignored without an order. */
const numericDates = (text: string, order: NumberOrder | null): readonly Found[] =>
  [...text.matchAll(numeric)].flatMap((match): Found[] => {
    const [first, second, year] = [Number(match[1]), Number(match[3]), Number(match[4])]
    const stated = match[2] === '.' ? 'day-first' : order
    const isOpen = first <= 12 && second <= 12 && first !== second
    if (isOpen && stated === null) return []
    const [day, month] = second > 12 || (isOpen && stated === 'month-first') ? [second, first] : [first, second]
    const iso = isoDate(year, month, day)
    return iso ? [{ start: match.index, end: match.index + match[0].length, iso }] : []
  })

/**
 * @param texts of one document
 * @returns the order of its numeric dates, which those with a number above 12 tell if they agree; else null
 */
export const numberOrder = (texts: readonly string[]): NumberOrder | null => {
  const orders = new Set<NumberOrder>()
  for (const text of texts)
    for (const [, first, mark, second] of text.matchAll(numeric)) {
      if (mark === '.' || Number(first) > 12 === Number(second) > 12) continue
      orders.add(Number(first) > 12 ? 'day-first' : 'month-first')
    }
  return orders.size === 1 ? ([...orders][0] as NumberOrder) : null
}

/** chrono fills in missing parts from today, so year, month and day must all be written. */
const wordedDates = (text: string): readonly Found[] =>
  strict.parse(text, new Date(0)).flatMap(({ index, text: written, start }): Found[] => {
    const whole = (['year', 'month', 'day'] as const).every((part) => start.isCertain(part))
    const [year, month, day] = [start.get('year'), start.get('month'), start.get('day')]
    if (!whole || year === null || month === null || day === null || !/\d{4}/.test(written)) return []
    const iso = isoDate(year, month, day)
    return iso ? [{ start: index, end: index + written.length, iso }] : []
  })

const foreign = /(?<![\p{L}\d])(\d{1,2})(?:\.|er|[º°ª])?\s+(?:de\s+)?(\p{L}{3,10})\.?,?\s+(?:del?\s+)?(\d{4})(?!\d)/giu

/** `3. März 2014`, `3 mars 2014`, `3 de marzo de 2014`. */
const foreignDates = (text: string): readonly Found[] =>
  [...text.matchAll(foreign)].flatMap((match): Found[] => {
    const month = monthNumber(match[2] ?? '')
    const iso = month === null ? null : isoDate(Number(match[3]), month, Number(match[1]))
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
 * @param order of the document's numeric dates, where known
 * @returns its full dates, in order, each with the kind that its label gives; none for a long line
 */
export const statedDates = (line: string, order: NumberOrder | null = null): readonly StatedDate[] => {
  if (line.length > maxLine || !/\d{4}/.test(line)) return []
  const numbers = numericDates(line, order)
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

const monthAndYear = /(?<![\p{L}\p{N}])(\p{L}{3,10})\.?,?\s+(?:de\s+|del\s+)?(\d{4})$/u
const monthInFigures = /(?<![\d./-])(?:(\d{1,2})[/.](\d{4})|(\d{4})-(\d{2}))$/

/**
 * @param line one line
 * @returns the month that it ends with, and that nothing but the labels of a date precedes: `March 2011` below a
 *   report's title, `Stand: 03/2021`; else null. Figures alone are no month
 */
export const statedMonth = (line: string): StatedDate | null => {
  const text = line.trim()
  if (text.length > 60) return null
  const [figures, worded] = [monthInFigures.exec(text), monthAndYear.exec(text)]
  const match = figures ?? worded
  if (!match) return null
  const [, first, second, third, fourth] = match
  const month = figures ? Number(first ?? fourth) : monthNumber(first ?? '')
  const year = figures ? (second ?? third) : second
  const label = text.slice(0, match.index)
  if (month === null || month < 1 || month > 12 || year === undefined || !/^(?:1\d|20)/.test(year)) return null
  if (besidesDates(label, []) !== '' || (figures && !/\p{L}/u.test(label))) return null
  return { start: 0, end: line.length, iso: `${year}-${pad(month)}`, kind: kindBefore(label) }
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
  const [, m1, y1] = /^(\d{1,2})[/.](\d{4})$/.exec(text) ?? []
  if (m1 && y1) return isoDate(Number(y1), Number(m1), 1) && `${y1}-${pad(Number(m1))}`
  return statedMonth(text)?.iso ?? statedDates(text)[0]?.iso ?? null
}
