import { plainForm } from './letters.ts'
import type { StopTable } from './stop-table.ts'

/** A plain word or a number at the end of a text; not `example.com`, `e.g`, `a_b`. */
const plainWord = /(?:^|[\s"'“‘«„»([—–-])([\p{L}'’]+|\d+)$/u
const opening = /^["“«„‘¿¡]?(\p{Lu}[\p{L}'’]*)(.?)/u
/** Names of files, functions and hosts: where these stand, a full stop may join two words. */
const codeLike = /\p{L}\.\p{Ll}{2}|\(\)|[\p{L}\d]_\p{L}|::|[{}]/u

/** Hidden marks, which are white space, on both sides: `` `stream.Writable` `` */
const alone = /\s{2}\S+$/u
const aloneBehind = /^\S+\s{2}/u

/** Letters of a word that no file type, domain or `Node.Js` has after its full stop. */
const minLetters = 4
/** Characters that are looked at on either side. */
const around = 40
const aroundCode = 200

/**
 * Whether a sentence opens behind a full stop although no space stands between: `to meet the pope.Mehmet left`.
 * @param text any text
 * @param sentenceStart where its sentence begins
 * @param start where the full stop, or what stands for it, begins
 * @param end where it ends
 * @param closed where closing marks and note marks behind it end
 * @param table the words that open sentences in the text's language
 */
export const opensWithoutSpace = (
  text: string,
  sentenceStart: number,
  start: number,
  end: number,
  closed: number,
  table: StopTable,
): boolean => {
  const [, next = '', following = ''] = opening.exec(text.slice(closed, closed + around)) ?? []
  const mark = text.slice(start, end)
  if (next === '' || !(mark === '.' ? /^[\s,;:]?$/ : /^[\s,;:.!?]?$/).test(following)) return false
  const lead = text.slice(Math.max(sentenceStart, start - around), start)
  if (closed === end && alone.test(lead) && aloneBehind.test(text.slice(closed, closed + around))) return false
  const before = plainWord.exec(lead)?.[1]
  if (closed > end && /[\]¹²³⁰-⁹”»]/u.test(text.charAt(closed - 1))) return true
  // `left.“She` opens a quotation.
  if (before === undefined || /[“«]/.test(text.charAt(closed - 1))) return false
  if (table.openers.has(plainForm(next))) return !/^\d/.test(before) || next.length > 1
  if (!/^\p{Ll}{2}/u.test(before) || !/^\p{Lu}[\p{Ll}'’]+$/u.test(next) || next.length < minLetters) return false
  if (mark !== '.') return /^[!?]+$/.test(mark)
  return table.opensGlued(before, next) && !codeLike.test(text.slice(Math.max(0, start - aroundCode), end + aroundCode))
}
