import { contactLabel, numberLabel, releaseLabel, youAreHere } from '../language/release-words.ts'
import { besidesDates, type NumberOrder, type StatedDate, statedDates } from './dates.ts'

/** A line above a text that is neither its title nor its text, and the dates in it. */
export type ReleaseLine = { readonly rule: 'release' | 'contact' | 'navigation'; readonly dates: readonly StatedDate[] }

/** Longer lines are text. */
const longest = 200

const addressAlone =
  /^(?:(?:[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|\+?\(?\d[\d ()./-]{6,20}\d|www\.[\w.-]{3,80})[\s|·•,;]*){1,4}$/i

/** What is left of a line behind the labels of a press release. */
const behindLabels = (line: string): string | null => {
  let rest = line
  for (let label = releaseLabel.exec(rest); label; label = releaseLabel.exec(rest))
    rest = rest.slice(label[0].length).replace(/^[\s\p{P}|]+/u, '')
  return rest === line ? null : rest
}

/**
 * @param line above the body
 * @param order of the document's numeric dates, where known
 * @returns what it is, for `FOR IMMEDIATE RELEASE`, `March 3, 2021 Contact: Dana Pruitt`, an address or `You are here: …`
 */
export const releaseLine = (line: string, order: NumberOrder | null = null): ReleaseLine | null => {
  if (line.length > longest) return null
  if (youAreHere.test(line)) return { rule: 'navigation', dates: [] }
  const dates = statedDates(line, order)
  const behind = behindLabels(line)
  if (behind !== null) {
    const rest = besidesDates(behind, statedDates(behind, order)).replace(numberLabel, '')
    if (!/\p{L}/u.test(rest) || contactLabel.test(behind)) return { rule: 'release', dates }
  }
  if (dates.length === 0 && addressAlone.test(line)) return { rule: 'contact', dates: [] }
  const [date] = dates
  const opens = date !== undefined && besidesDates(line.slice(0, date.end), [date]) === ''
  const rest = opens ? line.slice(date.end).replace(/^[\s\p{P}|]+/u, '') : line
  return contactLabel.test(rest) && !/[.!?]$/.test(rest) ? { rule: 'contact', dates } : null
}
