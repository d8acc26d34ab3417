import type { Run } from '../domain/source.ts'
import type { Block } from './block.ts'
import type { NumberOrder } from './dates.ts'
import { minTitleWords, type Part, readPart } from './header-part.ts'
import { wordCount } from './line-kinds.ts'
import { cslName, isPersonName } from './names.ts'

/** The words of a text in small letters, each between spaces. */
const wordsOf = (text: string): string =>
  ` ${text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase()} `

/**
 * @param line above the body
 * @param likelyTitle what a file's properties say that its title is
 * @returns whether the line says so too, with a word or two more
 */
export const repeats = (line: string, likelyTitle: string): boolean => {
  const words = wordsOf(likelyTitle).trim().split(' ')
  const found = wordsOf(line)
  let from = 0
  for (const word of words) {
    const at = found.indexOf(` ${word} `, from)
    if (at === -1) return false
    from = at + word.length + 1
  }
  return words.length >= minTitleWords - 1 && wordCount(line) <= words.length * 2
}

/** A subtitle and names stand between a title and its date in so many lines, at most. */
const maxBelowTitle = 6

/**
 * @param blocks of a document
 * @param at the place of a short line below its title
 * @param order of numeric dates, where known
 * @returns whether it leads, by other short lines, to a byline or a date that stands alone
 */
export const standsAboveDate = (blocks: readonly Block[], at: number, order: NumberOrder | null): boolean => {
  for (const block of blocks.slice(at, at + maxBelowTitle)) {
    const kind = block.kind === 'paragraph' ? readPart(block, true, order)?.kind : undefined
    if (kind === 'byline' || kind === 'date') return true
    if (kind !== 'candidate') return false
  }
  return false
}

/**
 * @param block a line that may be a name alone
 * @returns it as a byline; null if it is no person's name
 */
export const bareByline = ({ text }: Block): Part | null => {
  if (!isPersonName(text)) return null
  const author = cslName(text)
  const runs: readonly Run[] = [{ start: 0, end: text.length, kind: 'byline', rule: 'name' }]
  return { kind: 'byline', byline: { author: author ? [author] : [], publisher: null, place: null, dates: [], runs } }
}
