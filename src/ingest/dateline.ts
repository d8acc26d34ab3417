import { datelineMonth } from '../language/english/date-words.ts'
import { partialDate } from './dates.ts'

/**
 * The dateline of a first paragraph. `length` includes its dash; `place` is null if only an agency is named, and
 * `issued` unless it has a whole date.
 */
export type Dateline = {
  readonly place: string | null
  readonly agency: string | null
  readonly issued: string | null
  readonly length: number
}

const dash = '\\s*(?:--|[–—]|(?<=[\\s)/])-)(?!-)\\s*'
const town = "\\p{Lu}[\\p{L}.'’-]+"
// Without capitals, only as short as `dpa`: `ROE (chair) — We` is a speaker.
const agency =
  '(?:\\(\\s?(?<agency>(?:\\p{Lu}[\\p{L}.& /-]{1,30}?|\\p{Ll}{3,4}(?:/[\\p{L}]{2,6})?))\\s?\\)|/(?<wire>\\p{L}[\\p{L} .-]{1,30})/)'
const monthDay =
  '(?:\\p{L}{3,9}\\.?\\s\\d{1,2}|\\d{1,2}(?:\\.|er|º)?\\s(?:de\\s)?\\p{L}{3,10}\\.?)(?:,?\\s(?:de\\s)?\\d{4})?'
const dayBehind = (date: string): string => `(?:(?:,|\\s*[–—]|\\s-)\\s*|\\s+)(?:(?:le|den|el|am)\\s)?${date}`
const day = `(?:${dayBehind(`(?<day>${monthDay})`)})?`
const withYear = monthDay.replace(/\?$/, '')
const capitals = "\\p{Lu}[\\p{Lu}.'’-]+(?:\\s\\p{Lu}[\\p{Lu}.'’-]+){0,2}"

const patterns: readonly RegExp[] = [
  // BEIJING, Sept 23 (Reuters) - ; Paris, France (CNN) -- ; NEW YORK, March 3, 2021 /PRNewswire/ --
  new RegExp(`^(?<place>${town}(?:,?\\s${town}){0,3})${day},?\\s*${agency}${dash}`, 'u'),
  // OSLO (Agency), 12 May 2020 —
  new RegExp(`^(?<place>${town}(?:,?\\s${town}){0,3})\\s*${agency}${day}${dash}`, 'u'),
  // LONDON — ; NEW YORK, Jan. 5 --
  new RegExp(
    `^(?<place>\\p{Lu}[\\p{Lu}.'’-]+(?:,?\\s(?:\\p{Lu}[\\p{Lu}.'’-]+|${town}(?=(?:${dayBehind(monthDay)})?${dash}))){0,3})${day}${dash}`,
    'u',
  ),
  // Aber, March 3, 2021 — : in small letters, only with the year
  new RegExp(`^(?<place>${town}(?:,?\\s${town}){0,3})${dayBehind(`(?<day>${withYear})`)}${dash}`, 'u'),
  // ABER, North Wales: ; ABER, May 7: (capitals and a colon alone may be any label)
  new RegExp(`^(?<place>${capitals}),\\s(?:${datelineMonth}\\s\\d{1,2}|\\d{1,2}\\s${datelineMonth}):\\s+`, 'u'),
  new RegExp(`^(?<place>${capitals},\\s${town}(?:\\s${town}){0,2})${day}:\\s+`, 'u'),
  // london , england ( cnn ) -- : pre-tokenised
  /^(?<place>[\p{Ll}.'-]+(?: ,? ?[\p{Ll}.'-]+){0,3}) \( (?<agency>[\p{Ll}][\p{Ll}. ]{1,20}) \) --\s*/u,
  /^(?<place>)\( ?(?<agency>\p{L}[\p{L}.]{1,10}) ?\)\s*(?:--|[–—-])?\s*(?=[\p{L}"'“])/u,
]

/** The length of the longest dateline. */
const longest = 120

/**
 * Finds a dateline. A place must be in capitals, or be followed by an agency in brackets or a whole date.
 * @param paragraph the first of a text
 * @returns its dateline, or null
 */
export const readDateline = (paragraph: string): Dateline | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(paragraph.slice(0, longest))
    if (!match || match[0].length >= paragraph.length) continue
    const { place, agency: inBrackets, wire, day: written } = match.groups ?? {}
    const issued = written && /\d{4}$/.test(written) ? partialDate(written) : null
    if (written && /\d{4}$/.test(written) && issued === null) continue
    return {
      place: place?.replace(/-+$/, '') || null,
      agency: (inBrackets ?? wire)?.trim() || null,
      issued,
      length: match[0].trimEnd().length,
    }
  }
  return null
}
