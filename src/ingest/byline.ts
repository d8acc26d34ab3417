import type { CslName } from '../domain/bibliography.ts'
import type { Run } from '../domain/source.ts'
import { bylineLabel, contribution, forEmployer, inPlace, writerRole } from '../language/english/byline-words.ts'
import { type StatedDate, statedDates } from './dates.ts'
import { cslName, isOrganisation, isPersonName, splitNames, withoutContacts } from './names.ts'

/** A parsed byline. Its runs are offsets in the line, and skip only white space and separators. */
export type Byline = {
  readonly author: readonly CslName[]
  readonly publisher: string | null
  readonly place: string | null
  readonly dates: readonly StatedDate[]
  readonly runs: readonly Run[]
}

const place = /^\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*){0,2}$/u

/** Longer lines are prose. */
const maxLength = 200

const runOf = (kind: Run['kind'], start: number, text: string): Run => ({
  kind,
  start,
  end: start + text.length,
  rule: 'byline',
})

/**
 * `Name (with inputs from Agency), Organisation, Place`: without a `by`, only the remark in brackets marks it as a
 * byline rather than any list of three.
 */
const listByline = (line: string): Byline | null => {
  const remark = line.length > maxLength ? null : contribution.exec(line)
  if (!remark) return null
  const name = line.slice(0, remark.index).trimEnd()
  const rest = line.slice(remark.index + remark[0].length)
  const [before = '', organisation = '', town = ''] = rest.split(/\s*,\s*/)
  if (!isPersonName(name) || before.trim() !== '' || rest.split(',').length > 3) return null
  const author = cslName(name)
  const hasPlace = place.test(town.trim())
  const placeStart = hasPlace ? line.lastIndexOf(town) : line.length
  return {
    author: author ? [author] : [],
    publisher: hasPlace && organisation.trim() !== '' ? organisation.trim() : null,
    place: hasPlace ? town.trim() : null,
    dates: [],
    runs: [
      runOf('byline', 0, line.slice(0, placeStart).trimEnd()),
      ...(hasPlace ? [runOf('dateline', placeStart, town.trim())] : []),
    ],
  }
}

/** The names of a labelled byline, without roles, employers and places. */
const authorsOf = (written: string): readonly CslName[] | null => {
  const phrases = splitNames(written)
  if (phrases.length === 0) return null
  if (phrases.every((phrase) => cslName(phrase) === null)) return []
  const names = phrases.map((name) => name.replace(writerRole, '').trim())
  const first = names[0] ?? ''
  if (!isPersonName(first) && !isOrganisation(first)) return null
  const people = names.filter(isPersonName)
  return (people.length > 0 ? people : [first]).flatMap((name) => cslName(name) ?? [])
}

const labelledByline = (line: string): Byline | null => {
  const opening = line.length > maxLength ? null : bylineLabel.exec(line)
  if (!opening) return null
  const dates = statedDates(line)
  const from = opening[0].length
  const to = dates[0]?.start ?? line.length
  if (to < from) return null
  const withPlace = withoutContacts(
    line
      .slice(from, to)
      .replace(/\([^()]*\)/g, ' ')
      .replace(/[\s|,–—-]+$/, ''),
  )
  const town = inPlace.exec(withPlace)
  const written = withPlace.replace(inPlace, '').replace(forEmployer, '')
  const author = authorsOf(written)
  if (!author) return null
  const nameEnd = line.slice(0, to).replace(/[\s|,–—-]+$/, '').length
  const after = dates[0] ? line.slice(dates[0].start) : ''
  return {
    author,
    publisher: null,
    place: town?.[1] ?? null,
    dates,
    runs: [
      runOf('byline', 0, line.slice(0, nameEnd)),
      ...(dates[0] ? [{ ...runOf('date', dates[0].start, after), rule: 'date' }] : []),
    ],
  }
}

/** `Jane Doe, Staff Writer`: a name with a writer's job is a byline without `by`. */
const roleByline = (line: string): Byline | null => {
  const job = line.length > 80 ? null : writerRole.exec(line)
  if (!job) return null
  const name = line.slice(0, job.index)
  const author = isPersonName(name) ? cslName(name) : null
  return author ? { author: [author], publisher: null, place: null, dates: [], runs: [runOf('byline', 0, line)] } : null
}

/**
 * @param line below a byline
 * @returns whether it only gives the writer's job: `Science correspondent`
 */
export const isRole = (line: string): boolean => line.length <= 60 && ` ${line}`.replace(writerRole, '') === ''

/**
 * @param line any line
 * @returns the byline; null if the line is not clearly one
 */
export const readByline = (line: string): Byline | null => listByline(line) ?? labelledByline(line) ?? roleByline(line)
