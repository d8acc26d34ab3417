import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Run } from '../domain/source.ts'
import { headerLabels } from '../language/english/labels.ts'
import { besidesDates, type StatedDate, statedDates } from './dates.ts'
import { namesIn } from './name-list.ts'

/** A line such as `Author: Jane Doe` above the body. `valueStart` is an offset in the line. */
export type Metadata = {
  readonly kind: 'title' | 'byline' | 'other'
  readonly record: Partial<BibliographicRecord>
  readonly valueStart: number
}

const labelled = /^(\p{L}[\p{L} -]{0,18}):\s+(?=\S)/u

/**
 * @param line above the body
 * @returns what it states, by its label; null without a known label. Dates are read elsewhere
 */
export const readMetadata = (line: string): Metadata | null => {
  const match = labelled.exec(line)
  if (!match || line.length > 240) return null
  const valueStart = match[0].length
  const value = line.slice(valueStart)
  switch (headerLabels.get(match[1]?.toLowerCase() ?? '')) {
    case 'title':
      return { kind: 'title', record: { title: value }, valueStart }
    case 'author':
      return { kind: 'byline', record: { author: namesIn(value) }, valueStart }
    case 'publisher':
      return { kind: 'byline', record: /^https?:/.test(value) ? { URL: value } : { publisher: value }, valueStart }
    case 'address':
      return { kind: 'byline', record: /^https?:\/\/\S+$/.test(value) ? { URL: value } : {}, valueStart }
    case 'mail':
      return { kind: 'other', record: {}, valueStart }
    case undefined:
      return null
  }
}

/** The line at the top of a printed page. Its runs are offsets in the line, and skip only white space. */
export type Masthead = { readonly dates: readonly StatedDate[]; readonly runs: readonly Run[] }

/** Text between gaps of three spaces: a page has the paper's name and the date at its two edges. */
const column = /\S+(?:\s{1,2}\S+)*/g

/**
 * @param line any line
 * @returns the masthead, for a line of columns of which one is just a date; else null
 */
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
