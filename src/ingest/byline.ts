import type { CslName } from '../domain/bibliography.ts'
import type { Run } from '../domain/source.ts'
import { contribution } from '../language/english/byline-words.ts'
import { isKnownWord } from '../language/english/wink.ts'
import {
  bylineLabel,
  closingAnd,
  datePhrase,
  forEmployer,
  inPlace,
  phraseWord,
  publishedWord,
  roleAlone,
  writerRole,
} from '../language/name-words.ts'
import { besidesDates, type StatedDate, statedDates } from './dates.ts'
import { namesIn } from './name-list.ts'
import { namesAlone } from './name-text.ts'
import { cslName, isNameWord, isOrganisation, isPersonName } from './names.ts'

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

const runOf = (kind: Run['kind'], start: number, text: string, rule = 'byline'): Run => ({
  kind,
  start,
  end: start + text.length,
  rule,
})

const noDetails = { publisher: null, place: null, dates: [] } as const

/**
 * `Name (with inputs from Agency), Organisation, Place`: without a `by`, only the remark in brackets marks it as a
 * byline rather than any list of three.
 */
const listByline = (line: string): Byline | null => {
  const remark = contribution.exec(line)
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
      ...(hasPlace ? [runOf('dateline', placeStart, town.trim(), 'byline')] : []),
    ],
  }
}

/** The name of a body has capitals, and small words between them: `law the council` is none. */
const isBodyName = (text: string): boolean =>
  isOrganisation(text) &&
  /^(?:the |our )?\p{Lu}/iu.test(text) &&
  /^(?:[Tt]he |[Oo]ur )?\p{Lu}/u.test(text) &&
  !/ \p{Ll}{4,}/u.test(text)

/** `Jane and John Doe`: a given name and a whole one. */
const isCouple = (text: string): boolean => {
  const [first = '', and = '', ...rest] = text.split(' ')
  return isNameWord(first) && closingAnd.test(` ${and} `) && isPersonName(rest.join(' '))
}

/** The names of a labelled byline, without jobs, employers and places; null if these are no names. */
const authorsOf = (written: string): readonly CslName[] | null => {
  if (!/\p{L}/u.test(written)) return null
  const [first = ''] = written.split(' ')
  if (phraseWord.exec(first)?.[0] === first) return null
  const names = namesIn(written, 'byline')
  const opening = names[0]
  if (!opening || (names.length === 1 && 'literal' in opening && isCouple(opening.literal))) return names
  if ('literal' in opening && !isBodyName(opening.literal)) return null
  const bodies = names.filter((name) => 'literal' in name && isBodyName(name.literal))
  if (names.every((name) => 'literal' in name)) return bodies
  // Behind a comma is whom the people before it work for.
  const isAuthor = (name: CslName): boolean =>
    !('literal' in name) || (bodies.includes(name) && closingAnd.test(written.slice(0, written.indexOf(name.literal))))
  return names.filter(isAuthor)
}

/** Between the names of a byline and what is not part of them. */
const separator = /\s*[|•·]\s*|\s+(?:-+|–|—)\s+/
const closing = /[\s|•·,–—-]+$/

/** Where the names of a line end that starts at `from`: at a separator, a date, a number or a word such as `Published`. */
const namesEnd = (line: string, from: number, dates: readonly StatedDate[]): number => {
  const rest = line.slice(from)
  const ends = [separator, publishedWord, /(?<![\p{L}\d^])\d/u]
    .map((pattern) => rest.search(pattern))
    .filter((at) => at >= 0)
  const date = dates.find(({ start }) => start >= from)
  return Math.min(line.length, date?.start ?? line.length, ...ends.map((at) => from + at))
}

/** The stretch without `on`, `Monday` and the like at its end. */
const withoutDateWords = (stretch: string): string => {
  let text = stretch.replace(closing, '')
  for (;;) {
    const at = text.search(/[\s,]+[^\s,]+$/)
    const word = text.slice(at).replace(/^[\s,]+/, '')
    if (at < 0 || datePhrase.exec(word)?.[0] !== word) return text
    text = text.slice(0, at).replace(closing, '')
  }
}

/** Whether what follows the names says nothing but when, or stands behind a separator. */
const mayFollow = (tail: string): boolean => {
  if (separator.exec(tail)?.index === 0) return true
  const words = besidesDates(tail, statedDates(tail)).split(' ')
  return words.every((word) => word === '' || /^\d+$/.test(word) || datePhrase.exec(word)?.[0] === word)
}

/** `Jane Roe for the Gazette` as `Jane Roe`; a body keeps what it is for. */
const withoutEmployer = (names: string): string => {
  const alone = names.replace(forEmployer, '')
  return isOrganisation(alone) ? names : alone
}

const labelledByline = (line: string): Byline | null => {
  const opening = bylineLabel.exec(line)
  if (!opening) return null
  const dates = statedDates(line)
  const from = opening[0].length
  const end = namesEnd(line, from, dates)
  const stretch = withoutDateWords(line.slice(from, end))
  const tail = line.slice(from + stretch.length)
  const behind = tail.replace(/^[\s|•·,–—-]+/, '')
  if (end < line.length && !mayFollow(tail.trimStart()) && !mayFollow(line.slice(end))) return null
  const alone = namesAlone(stretch)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const town = inPlace.exec(alone)
  const author = authorsOf(withoutEmployer(alone.replace(inPlace, '')))
  if (!author) return null
  return {
    author,
    publisher: null,
    place: town?.[1] ?? null,
    dates,
    runs:
      dates.length === 0
        ? [runOf('byline', 0, line.trimEnd())]
        : [
            runOf('byline', 0, line.slice(0, from + stretch.length)),
            runOf('date', line.length - behind.length, behind, 'date'),
          ],
  }
}

/** `Posted on March 3, 2014 by Jane Roe`: the date comes first. */
const datedByline = (line: string): Byline | null => {
  const dates = statedDates(line)
  const [first] = dates
  if (!first || besidesDates(line.slice(0, first.end), [first]) !== '') return null
  const start = first.end + (/^[\s|•·,–—-]*/.exec(line.slice(first.end))?.[0].length ?? 0)
  const byline = labelledByline(line.slice(start))
  if (!byline || byline.dates.length > 0) return null
  const runs = byline.runs.map((run) => ({ ...run, start: run.start + start, end: run.end + start }))
  return { ...byline, dates, runs: [runOf('date', 0, line.slice(0, first.end).trimEnd(), 'date'), ...runs] }
}

/** `Jane Doe, Staff Writer`: a name with a writer's job is a byline without `by`. */
const roleByline = (line: string): Byline | null => {
  const job = line.length > 80 ? null : writerRole.exec(line)
  if (!job) return null
  const name = line.slice(0, job.index)
  const author = isPersonName(name) ? cslName(name) : null
  return author ? { ...noDetails, author: [author], runs: [runOf('byline', 0, line)] } : null
}

/** `Jane Roe | March 3, 2014`. What English has words for may be a topic as well: `Climate Change | March 3, 2014`. */
const bareByline = (line: string): Byline | null => {
  const [name = '', ...rest] = line.split(/\s*[|•·]\s*/)
  const dates = statedDates(line)
  const [date] = dates
  if (!date || rest.length === 0 || rest.length > 2 || !isPersonName(name)) return null
  if (
    name
      .toLowerCase()
      .split(/[\s.]+/)
      .every((word) => word === '' || isKnownWord(word))
  )
    return null
  const tail = line.slice(name.length)
  const start = name.length + (/^[\s|•·]*/.exec(tail)?.[0].length ?? 0)
  const author = cslName(name)
  if (!author || 'literal' in author || !rest.every(mayFollow)) return null
  return {
    ...noDetails,
    author: [author],
    dates,
    runs: [runOf('byline', 0, name), runOf('date', start, line.slice(start).trimEnd(), 'date')],
  }
}

/**
 * @param line below a byline
 * @returns whether it only gives the writer's job: `Science correspondent`
 */
export const isRole = (line: string): boolean => line.length <= 60 && roleAlone.test(line)

/**
 * @param line any line
 * @param isBelowTitle whether it follows what may be the title: only then a name and a date are enough
 * @returns the byline; null if the line is not clearly one
 */
export const readByline = (line: string, isBelowTitle = false): Byline | null =>
  line.length > maxLength
    ? null
    : (listByline(line) ??
      labelledByline(line) ??
      datedByline(line) ??
      roleByline(line) ??
      (isBelowTitle ? bareByline(line) : null))
