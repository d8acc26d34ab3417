import { price, printLabel } from '../language/section-words.ts'
import type { Block } from './block.ts'
import { readByline } from './byline.ts'
import { besidesDates, statedDates } from './dates.ts'
import { isCaption, isHeadline, isMarkedHeading, isProse, wordCount } from './line-kinds.ts'
import type { SectionMark } from './section-marks.ts'

const maxHeadingWords = 12

/** Prose, or the lead-in of a list. */
const opensText = (text: string): boolean => isProse(text) || (text.endsWith(':') && wordCount(text) >= 4)

const isListNeighbour = (block: Block, other: Block | undefined): boolean =>
  other?.kind === 'list-item' && other.indent === block.indent

/** A number of a catalogue or a printer, in figures that are no years: `67-722 WASHINGTON : 2011`. */
const catalogueNumber = /^\(?(?!(?:1[5-9]|20)\d\d[-/–])(?:\p{Lu}{1,4}[-/.]?)?\d+[-/]\d+|\s:\s\d{4}$/u

/**
 * @param text of a short line
 * @returns whether it names what stands beside it, rather than what stands below
 */
const isAside = (text: string): boolean => {
  if (isCaption(text) || catalogueNumber.test(text) || printLabel.test(text) || readByline(text) !== null) return true
  if (price.test(text) && wordCount(text) <= 6) return true
  const dates = statedDates(text)
  return dates.length > 0 && besidesDates(text, dates) === ''
}

/**
 * @param text of a short line
 * @returns whether it has capitals alone
 */
export const isCapitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

/** A number may count sections; this counts nothing. */
const bullet = /[•●○◦▪■·‣–—]/u

/** Whether a block has the form of a heading, whatever stands around it. */
const hasForm = (block: Block): boolean =>
  (block.kind === 'paragraph' || block.kind === 'list-item') &&
  block.pieces.length === 1 &&
  wordCount(block.text) <= maxHeadingWords &&
  isHeadline(block.text) &&
  !block.text.endsWith('?') &&
  /^[\p{Lu}\p{N}§]/u.test(block.text)

/** The headings without marks, with a mark by their words or without, as ranks: below one underlined with `=`. */
const rank = {
  part: 0.2,
  chapter: 0.4,
  annex: 0.4,
  roman: 0.5,
  article: 0.8,
  number: 0.9,
  capitals: 1.5,
  plain: 2,
} as const

/**
 * Finds headings: marked as one, by layout or by their words; or a short capitalised line on its own above prose, with
 * or without a number. Several short lines are a list or a poem; a question belongs to an interview.
 * @param blocks the body of a document
 * @param marks of its sections
 * @param text of the document: what its marks say
 * @returns each with its rank: a heading ends where the next of its rank, or of a lower number, begins
 */
export const headingsIn = (
  blocks: readonly Block[],
  marks: ReadonlyMap<Block, SectionMark>,
  text = '',
): ReadonlyMap<Block, number> => {
  const found = new Map<Block, number>()
  const firsts = blocks.filter((block) => marks.get(block)?.kind === 'number' && /^1(?:\.0)?\.?\s/.test(block.text))
  // Numbers that begin anew count within what stands above them.
  const restarts = firsts.length > 1 ? rank.capitals + 0.1 - rank.number : 0
  const rankOf = (block: Block): number => {
    const mark = marks.get(block)
    if (mark?.kind === 'number') return rank.number + restarts + (mark.level - 1) * 0.01
    if (mark) return rank[mark.kind]
    if (block.kind === 'list-item' && [...marks.values()].some(({ kind }) => kind === 'number')) return rank.number
    return isCapitals(block.text) ? rank.capitals : rank.plain
  }
  /** `The Well` right below `CHAPTER IV`. */
  const isTitleOf = (at: number): boolean => {
    const [previous, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]]
    const isBelow = previous !== undefined && marks.has(previous) && found.has(previous)
    return isBelow && block !== undefined && block.gap === 0 && next !== undefined && next.gap > 0 && hasForm(block)
  }
  const isPlain = (at: number): boolean => {
    const [previous, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]]
    if (!block || !next || !hasForm(block) || isAside(block.text)) return false
    if (isTitleOf(at)) return true
    if (block.gap === 0) return false
    const after = blocks[at + 2]
    const opensNext =
      isCapitals(block.text) &&
      (marks.has(next) || (!isCapitals(next.text) && hasForm(next))) &&
      next.gap > 0 &&
      after !== undefined &&
      opensText(after.text)
    if (!opensText(next.text) && !opensNext) return false
    if (block.kind === 'list-item' && block.marks.some(({ start }) => bullet.test(text.charAt(start)))) return false
    if (block.kind === 'list-item') return !isListNeighbour(block, previous) && !isListNeighbour(block, next)
    if (previous === undefined) return isCapitals(block.text)
    return (
      (found.has(previous) && previous.kind !== 'heading') ||
      (isProse(previous.text) && block.indent <= previous.indent)
    )
  }
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'heading') {
      if (isMarkedHeading(block)) found.set(block, block.depth || rank.plain)
      continue
    }
    const [previous, next] = [blocks[at - 1], blocks[at + 1]]
    const isApart = block.gap > 0 || (isProse(previous?.text ?? '') && isProse(next?.text ?? ''))
    if ((marks.has(block) && isApart && next !== undefined) || isPlain(at))
      found.set(block, isTitleOf(at) ? (found.get(previous as Block) ?? 0) + 0.005 : rankOf(block))
  }
  return found
}
