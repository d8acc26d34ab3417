import { plainForm } from './letters.ts'
import type { Stop, StopTable } from './stop-table.ts'

/** Whether a full stop ends its sentence. */
export type StopReading = 'ends' | 'goes-on' | 'unknown'

const numbering = /^(?:\d{1,3}(?:\.\d{1,3}){0,4}|[IVXLC]{2,6})$/
const dotted = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u
const dayTime = /^[ap]\.?m$/
/** `Cllr`, `Hr`, `Bgm`, `Cdt`: no word of these languages lacks vowels, but for sounds such as `Hmm`. */
const lacksVowels = /^[b-df-hj-np-tv-xzß]{2,5}$/iu
const sound = /^(?:h+m+|m+|s+h+|p+s+t+|p+f+t*|b+r+|g+r+|z+|t+s+k+)$/i
/** `5 min.`, `3 sec.`: no reference behind a number. */
const units = /^(?:min|sec|sek|std|pts?)$/
const inSeries = /\d\s+(?:\p{Lu}\.\s?){0,3}$/u
const behindNumber = /\d\s*$/
/** `e.` before `g.`, `d.` before `C.`; not `v.`, which stands between names. */
const letterBefore = /(?:^|[\s(])((?!v)\p{Ll})\.\s{0,3}$/u
/** `Elm` before `St.`, `12` before `ft.` */
const behindName = /(?:\p{Lu}[\p{L}'’-]*|\d(?:st|nd|rd|th)?)\s+$/u
const wordBefore = /(?:^|\s)(\p{L}+)\.?\s+$/u

/** `II` and `B` in `vol. II` and `app. B.`; `I` and `A` may be words. */
const isNumeral = (next: string, following: string): boolean =>
  /^(?:[IVXLCDM]{2,7}|[VX])$/.test(next) || (/^\p{Lu}$/u.test(next) && /^(?:$|[.,;:)])/.test(following))

/** Whether a word that may be a title is one: `the new gen. Martin left` and `evtl. Die` have none. */
const isTitle = ({ next }: Stop, before: string, opener: boolean, table: StopTable): boolean => {
  const word = plainForm(before)
  if (!table.titles.has(word)) return false
  if (!/^\p{Ll}+$/u.test(before)) return true
  if (!/^\p{Lu}/u.test(next)) return !(opener && before.length === 1)
  return !table.alsoWords.has(word) && !(opener && /[aeiou]/.test(word))
}

/** The part of a word that was shortened: of `Dipl.-Ing.`, `J.-B.`, `Vice-Adm.`, `l’art.` */
const ownPart = (word: string, table: StopTable): string => {
  const part = word.replace(/^.*[-‑](?=\p{Lu})|^(?:[cdjlmnst]|qu)['’](?=\p{L}{2})/iu, '')
  const isTitle = part.length > 1 && table.titles.has(plainForm(part))
  return isTitle || /\.[-‑]|['’]/.test(word) ? part : word
}

/** Whether a number is that of a heading or a caption which opens the sentence: `Section 3.`, `Fig. 2.` */
const isHeading = (lead: string, table: StopTable): boolean => {
  const [, noun, stop] = /^(\p{Lu}\p{L}+)(\.?)\s$/u.exec(lead) ?? []
  return noun !== undefined && (stop === '' ? table.parts : table.references).has(plainForm(noun))
}

/** Single letters: initials, labels, and the parts of `z. B.` */
const readLetter = (stop: Stop, table: StopTable, opener: boolean): StopReading => {
  const { lead, before, next, following, opensSentence } = stop
  const noun = wordBefore.exec(lead)?.[1] ?? ''
  if (opensSentence) return 'goes-on'
  if (/^\p{Lu}$/u.test(before)) {
    if (/^\d/.test(next) && table.references.has(plainForm(noun)) && lead.trimEnd().endsWith('.')) return 'goes-on'
    // `12 F. 3d 44`, `410 U. S. 113`: a volume and a page stand around the letters of a series.
    if (inSeries.test(lead) && /^\d/.test(next)) return 'goes-on'
    if (table.labelledNouns.has(noun) && /^\p{Lu}/u.test(next)) return 'ends'
    return opener || /^[\d(]/.test(next) ? 'ends' : 'goes-on'
  }
  // `d. Dec. 7`
  if (following === '.' && table.references.has(plainForm(next))) return 'goes-on'
  return !opener && before !== 'i' && /^\p{Ll}/u.test(next) ? 'goes-on' : 'unknown'
}

const readTime = ({ lead, next }: Stop, table: StopTable): StopReading =>
  table.daysAndZones.has(plainForm(next)) || next === '(' || table.onlyTime?.test(lead) ? 'goes-on' : 'ends'

/**
 * Decides whether a full stop after a word ends the sentence.
 * @param stop the full stop and its surroundings
 * @param table the abbreviations of the text's language
 * @returns the decision; `unknown` when the words do not tell
 */
export const readStop = (stop: Stop, table: StopTable): StopReading => {
  const { lead, next, following, opensSentence } = stop
  const before = ownPart(stop.before, table)
  const word = plainForm(before)
  const nextIsInitial = /^\p{Lu}$/u.test(next) && following === '.'
  const opener = table.openers.has(plainForm(next)) && !nextIsInitial
  const isNumber = /^[\d(§$€£]/.test(next)
  if (next === '&') return 'goes-on'
  if (numbering.test(before) && (opensSentence || isHeading(lead, table))) return 'goes-on'
  if (table.goesOn(stop, opener)) return 'goes-on'
  const behindAmount = behindNumber.test(lead)
  if (/^\p{Ll}$/u.test(before) && /^\p{L}$/u.test(next) && following === '.')
    return before === 'h' && behindAmount && /^\p{Lu}/u.test(next) ? 'ends' : 'goes-on'
  const letter = /^\p{L}$/u.test(before) ? letterBefore.exec(lead)?.[1] : undefined
  if (letter !== undefined) {
    if (table.titles.has(`${letter}.${before.toLowerCase()}`)) return 'goes-on'
    if (/^\p{Lu}/u.test(next)) return 'ends'
    return opener ? 'unknown' : 'goes-on'
  }
  if (table.behindNames.has(word) && opener && /^\p{Lu}/u.test(next) && behindName.test(lead)) return 'ends'
  if ((isNumber || /^\p{L}/u.test(next)) && isTitle(stop, before, opener, table)) return 'goes-on'
  const isReference = table.references.has(word)
  const isUnit = units.test(before) && behindAmount
  if (isReference && !isUnit && (isNumber || (word !== 'no' && isNumeral(next, following)))) return 'goes-on'
  if (/^\p{L}$/u.test(before)) return readLetter({ ...stop, before }, table, opener)
  if (dayTime.test(word) && !opensSentence) return readTime(stop, table)
  if (dotted.test(before) || (table.shortForms.has(word) && (/^\p{Lu}/u.test(before) || word === 'al')))
    return opener ? 'ends' : 'goes-on'
  if (lacksVowels.test(before) && !sound.test(before)) {
    // `1 tbsp. golden syrup`, in a text that has no capitals.
    if (behindAmount && /^\p{Ll}/u.test(next)) return 'goes-on'
    if (/^\p{Lu}\p{Ll}+$/u.test(before) && !opener && /^[\p{L}\d]/u.test(next)) return 'goes-on'
    if (/^\p{Ll}+$/u.test(before) && /^\d/.test(next) && !behindNumber.test(lead)) return 'goes-on'
  }
  return 'unknown'
}
