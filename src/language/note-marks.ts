import { plainForm } from './letters.ts'
import type { StopTable } from './stop-table.ts'

/** `[1]`, `[note 2]:23`, `–[5]`, `[[6]](https://…)` */
const bracketed = /[,–-]?\[{1,2}[^[\]]{1,40}\]{1,2}(?:\((?:https?:|#)[^\s()]{1,200}\))?(?::\d{1,4}(?:[–-]\d{1,4})?)?/uy
/** `²`, `(4)`, and `*` behind a plain word; not `lib/a.*` */
const raised =
  /\s?[¹²³⁰-⁹]{1,4}(?:[,–][¹²³⁰-⁹]{1,4}){0,3}|\(\d{1,3}\)|(?<=(?:^|[\s"'“‘«„(])[\p{L}\p{N}'’-]{1,24}[.…]["'”’»)]{0,2})[*†‡]{1,3}(?=\s+["'“‘«„(]?\p{Lu}|\s{0,60}$)/uy
/** `1854. [1] The`, where the text is no list of such numbers; hidden tags are white space. */
const apart = /\s{1,60}\[\d{1,3}\](?=\s+["'“‘«„(]?\p{Lu}|\s{0,60}$|\s{0,60}\[)/uy
const marks = [bracketed, raised, apart]
/** Marks in a row, so that the work stays linear. */
const maxMarks = 8

/** `chief catch.12 The`: a figure that lost its raised form, before a capital. */
const plainMark = /\d{1,3}(?:(?:,\s?|[–-])\d{1,3}){0,3}(?=\s+["'“‘«„(]?\p{Lu})/uy
const smallWord = /(?:^|[\s"'“‘«„(])(\p{L}*\p{Ll}{3})["'”’»)]*\.["'”’»)]*$/u
const year = /(?:^|[^\d.,])(?:1\d|20)\d\d\.$/
const wordBehind = /^[\d,–-]+\s+(\p{L}+)/u

/** Whether figures behind a full stop can be no decimals: behind a small word, or a year before a sentence's opening. */
const isPlainMark = (text: string, at: number, table: StopTable): boolean => {
  const before = text.slice(Math.max(0, at - 24), at)
  const word = smallWord.exec(before)?.[1]
  if (word !== undefined) return !table.references.has(plainForm(word)) && !table.titles.has(plainForm(word))
  return year.test(before) && table.openers.has(plainForm(wordBehind.exec(text.slice(at, at + 24))?.[1] ?? ''))
}

const lengthOfMark = (text: string, at: number): number => {
  for (const mark of marks) {
    if (mark === apart && /^\s{0,9}\[/.test(text)) continue
    mark.lastIndex = at
    const [found] = mark.exec(text) ?? []
    if (found !== undefined) return found.length
  }
  return 0
}

/**
 * @param text any text
 * @param from where a sentence's full stop and closing marks end
 * @param table the abbreviations of the text's language
 * @returns where the marks of notes that touch them end; `from` if there are none
 */
export const endOfNoteMarks = (text: string, from: number, table: StopTable): number => {
  let end = from
  for (let count = 0; count < maxMarks; count += 1) {
    const length = lengthOfMark(text, end)
    if (length === 0) break
    end += length
  }
  plainMark.lastIndex = end
  const figures = end === from && isPlainMark(text, from, table) ? plainMark.exec(text) : null
  return end + (figures?.[0].length ?? 0)
}
