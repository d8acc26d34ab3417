import type { DateWords } from './date-rules.ts'
import { englishDates } from './english/date-words.ts'
import { frenchDates } from './french/date-words.ts'
import { germanDates } from './german/date-words.ts'
import { plainForm } from './letters.ts'
import { spanishDates } from './spanish/date-words.ts'

// A date is read before its document's language is known: the rules of all languages count.

const tables: readonly DateWords[] = [englishDates, germanDates, frenchDates, spanishDates]

/** A whole word of a list, in any language. */
const word = (list: keyof DateWords): string =>
  String.raw`(?<![\p{L}\p{N}])(?:${tables.flatMap((table) => table[list]).join('|')})(?![\p{L}\p{N}])`

/** What may stand between a label and its date. */
const beforeDate = String.raw`[^\p{L}]*(?:(?:on|at|am|den|der|vom|le|du|el|de|the)\s+|l['’])*[^\p{L}]*$`

/** Labels right before a date. */
export const updatedLabel = new RegExp(word('updated') + beforeDate, 'iu')
export const publishedLabel = new RegExp(word('published') + beforeDate, 'iu')
/** A weekday right before a date. */
export const weekday =
  /(?<!\p{L})(?:(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\.?,?\s*(?:den\s+|dem\s+)?$/iu

/** What belongs to a date: labels, weekdays, time zones, times. */
export const dateWords = new RegExp(String.raw`${word('besides')}|\d{1,2}[:.]?\d{2}(?:[:.]\d{2})?h?|[+-]\d{1,2}`, 'giu')
/** Minutes, a letter, a session: what has the date in its title. */
export const datedKind = new RegExp(word('dated'), 'giu')
export const aboutWord = new RegExp(word('about'), 'iu')
/** Small words right before a date: `held on`, `vom`, `du`. */
export const smallBeforeDate =
  /(?:\s*(?<![\p{L}])(?:held|dated|on|of|for|from|vom|am|den|dem|der|für|du|le|de|del|el|tenue?|celebrad[oa])(?!\p{L})|[\s\p{P}])+$/iu

const folded = (name: string): string => plainForm(name).replace(/\.$/, '')

/** The months, long and short, without accents, by number. */
const months: ReadonlyMap<string, number> = new Map([
  ...['en', 'de', 'de-AT', 'fr', 'es'].flatMap((locale) =>
    (['long', 'short'] as const).flatMap((month) => {
      const format = new Intl.DateTimeFormat(locale, { month, timeZone: 'UTC' })
      return Array.from({ length: 12 }, (_, at) => [folded(format.format(Date.UTC(2000, at))), at + 1] as const)
    }),
  ),
  ['sept', 9] as const,
  ['maerz', 3] as const,
])

/**
 * @param name of a month as written, in any of the languages
 * @returns its number from 1; null for another word
 */
export const monthNumber = (name: string): number | null => months.get(folded(name)) ?? null
