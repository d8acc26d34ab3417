/** A calendar date as precise as known; months and days count from 1. */
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

/** Reads `2014`, `2014-09` or `2014-09-23`; null for anything else. */
export const readDate = (iso: string): PartialDate | null => {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso) ?? []
  if (year === undefined) return null
  return {
    year: Number(year),
    ...(month === undefined ? {} : { month: Number(month) }),
    ...(day === undefined ? {} : { day: Number(day) }),
  }
}

/** The English name of a month; `names` may hold a style's abbreviations. */
const monthName = (month: number, names: readonly string[] = monthNames): string => names[month - 1] ?? ''

/** `23 September 2014`, `September 2014` or `2014`. */
export const dayMonthYear = ({ year, month, day }: PartialDate, names: readonly string[] = monthNames): string =>
  [day, month === undefined ? undefined : monthName(month, names), year].filter((part) => part !== undefined).join(' ')

/** `September 23`, `September`, or nothing. */
export const monthDay = ({ month, day }: PartialDate): string =>
  month === undefined ? '' : [monthName(month), day].filter((part) => part !== undefined).join(' ')
