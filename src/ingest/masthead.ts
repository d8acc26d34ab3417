import type { Run } from '../domain/source.ts'
import { besidesDates, type StatedDate, statedDates } from './dates.ts'

/** What the line at the head of a printed page states; runs count in the line and leave out only white space. */
export type Masthead = { readonly dates: readonly StatedDate[]; readonly runs: readonly Run[] }

/** What stands between gaps of three spaces: a page sets the paper's name and the date at its two edges. */
const column = /\S+(?:\s{1,2}\S+)*/g

/** Reads a line of columns, one of which is wholly a date, as a masthead; null for any other line. */
export const readMasthead = (line: string): Masthead | null => {
  if (line.length > 240 || !/\s{3}/.test(line)) return null
  const columns = [...line.matchAll(column)].map(({ 0: text, index }) => ({ text, start: index }))
  const read = columns.map(({ text, start }) => {
    const dates = statedDates(text)
    const whole = dates.length > 0 && besidesDates(text, dates) === ''
    const kind = whole ? ('date' as const) : ('boilerplate' as const)
    const run: Run = { start, end: start + text.length, kind, rule: whole ? 'date' : 'masthead' }
    const moved = dates.map((date) => ({ ...date, start: date.start + start, end: date.end + start }))
    return { dates: whole ? moved : [], run }
  })
  const dates = read.flatMap((part) => part.dates)
  return columns.length > 1 && dates.length > 0 ? { dates, runs: read.map(({ run }) => run) } : null
}
