import type { BibliographicRecord } from '../domain/bibliography.ts'
import type { Run } from '../domain/source.ts'
import { headerLabels } from '../language/english/labels.ts'
import { ebookLine, pressOpening, pressWord } from '../language/release-words.ts'
import { besidesDates, type StatedDate, statedDates } from './dates.ts'
import { namesIn } from './name-list.ts'
import { isOrganisation } from './names.ts'

/** A line such as `Author: Jane Doe` above the body. Its value is at these offsets in the line. */
export type Metadata = {
  readonly kind: 'title' | 'byline' | 'other'
  readonly record: Partial<BibliographicRecord>
  readonly valueStart: number
  readonly valueEnd: number
}

/** `The Project Gutenberg EBook of X, by Y`. */
const readEbookLine = (line: string): Metadata | null => {
  const { publisher, title: written = '' } = ebookLine.exec(line)?.groups ?? {}
  if (publisher === undefined) return null
  const valueStart = line.length - written.length
  const by = written.toLowerCase().lastIndexOf(' by ')
  const title = (by > 0 ? written.slice(0, by) : written).replace(/[\s,]+$/, '')
  const author = by > 0 ? namesIn(written.slice(by + 4)) : []
  return { kind: 'title', record: { title, author, publisher }, valueStart, valueEnd: valueStart + title.length }
}

const addressAlone = /^<?(https?:\/\/[^\s<>]+)>?$/

const labelled = /^(\p{L}[\p{L} -]{0,18}):\s+(?=\S)/u

/**
 * @param line above the body
 * @returns what it states, by its label; null without a known label. Dates are read elsewhere
 */
export const readMetadata = (line: string): Metadata | null => {
  if (line.length > 240) return null
  const address = addressAlone.exec(line)?.[1]
  if (address !== undefined) return { kind: 'byline', record: { URL: address }, valueStart: 0, valueEnd: line.length }
  const match = labelled.exec(line)
  if (!match) return readEbookLine(line)
  const [valueStart, valueEnd] = [match[0].length, line.length]
  const value = line.slice(valueStart)
  switch (headerLabels.get(match[1]?.toLowerCase() ?? '')) {
    case 'title':
      return { kind: 'title', record: { title: value }, valueStart, valueEnd }
    case 'author':
      return { kind: 'byline', record: { author: namesIn(value) }, valueStart, valueEnd }
    case 'publisher':
      return {
        kind: 'byline',
        record: /^https?:/.test(value) ? { URL: value } : { publisher: value },
        valueStart,
        valueEnd,
      }
    case 'address':
      return { kind: 'byline', record: /^https?:\/\/\S+$/.test(value) ? { URL: value } : {}, valueStart, valueEnd }
    case 'mail':
      return { kind: 'other', record: {}, valueStart, valueEnd }
    case undefined:
      return null
  }
}

/**
 * @param line above the headline
 * @returns whether it names a newspaper: capitals throughout, and a word such as `Gazette` at the end or `Journal` first
 */
export const isPaperName = (line: string): boolean =>
  line.length <= 60 &&
  /^\p{Lu}[\p{L}\s.'’&-]*$/u.test(line) &&
  !/(?:^|\s)(?!(?:of|and|the|de|la|le|du|des|el|del|und|für|der|die|das)\s)\p{Ll}/u.test(line) &&
  line.includes(' ') &&
  (pressWord.test(line) ||
    (pressOpening.test(line) && pressWord.test(line.replace(/ (?:of|de|du|del|d['’]).*$/iu, ''))))

/** The line at the top of a printed page. Its runs are offsets in the line, and skip only white space. */
export type Masthead = {
  readonly dates: readonly StatedDate[]
  /** The paper or body that it names, if it names one. */
  readonly publisher: string | null
  readonly runs: readonly Run[]
}

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
  const names = columns.map(({ text }) => text).filter((text) => isPaperName(text) || isOrganisation(text))
  const publisher = names.length === 1 ? (names[0] ?? null) : null
  return columns.length > 1 && dates.length > 0 ? { dates, publisher, runs: read.map(({ run }) => run) } : null
}
