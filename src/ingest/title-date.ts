import { aboutWord, datedKind, smallBeforeDate } from '../language/date-words.ts'
import { type NumberOrder, statedDates } from './dates.ts'

/** Marks between a date and the rest of a title, and where it was: `in Oslo`. */
const isApart = (text: string): boolean =>
  /^[\s\p{P}|]*(?:\s(?:in|at|à|en)\s\p{Lu}\S{0,30}(?:\s\p{Lu}\S{0,30})?)?$/u.test(text)

/**
 * The date of a document that its title gives: `Minutes of 4 March 2021`, `4 March 2021: Council meeting`. A title
 * without the kind of document names an event, and one that says what the document is about may date that.
 * @param title of a document
 * @param order of the document's numeric dates, where known
 * @returns the date; null where the title has none, more than one, or perhaps another's
 */
export const titleDate = (title: string, order: NumberOrder | null = null): string | null => {
  const dates = statedDates(title, order)
  const [date] = dates
  if (!date || dates.length > 1) return null
  const [before, after] = [title.slice(0, date.start), title.slice(date.end)]
  const [opens, closes] = [isApart(before), isApart(after)]
  // 2021-03-04 Standup
  if ((opens || closes) && /^\d{4}-/.test(title.slice(date.start, date.end))) return date.iso
  if (!opens && !closes) return null
  const rest = opens ? after : before.replace(smallBeforeDate, '')
  const kind = [...rest.matchAll(datedKind)].at(opens ? 0 : -1)
  if (!kind) return null
  const between = opens ? rest.slice(0, kind.index) : rest.slice(kind.index + kind[0].length)
  return aboutWord.test(between) ? null : date.iso
}
