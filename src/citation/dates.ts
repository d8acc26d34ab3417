/** A calendar date as precisely as known; months and days are numbered from 1. */
export type PartialDate = { readonly year: number; readonly month?: number; readonly day?: number }

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

const daysIn = (year: number, month: number): number => new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()

/**
 * Parses `2014`, `2014-09` or `2014-09-23`; an impossible month or day is left out.
 * @returns null for anything else, and for the year 0, which no style can write
 */
export const readDate = (iso: string): PartialDate | null => {
  const [, ...parts] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? []
  const [year = 0, month = 0, day = 0] = parts.map((part) => Number(part ?? 0))
  if (year === 0) return null
  if (month < 1 || month > 12) return { year }
  return day < 1 || day > daysIn(year, month) ? { year, month } : { year, month, day }
}

/** The English name of a month; `names` may be a style's abbreviations. */
const monthName = (month: number, names: readonly string[] = monthNames): string => names[month - 1] ?? ''

/** `23 September 2014`, `September 2014` or `2014`. */
export const dayMonthYear = ({ year, month, day }: PartialDate, names: readonly string[] = monthNames): string =>
  [day, month === undefined ? undefined : monthName(month, names), year].filter((part) => part !== undefined).join(' ')

/** `September 23`, `September`, or nothing. */
export const monthDay = ({ month, day }: PartialDate): string =>
  month === undefined ? '' : [monthName(month), day].filter((part) => part !== undefined).join(' ')
