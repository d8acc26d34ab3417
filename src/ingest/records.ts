import { price } from '../language/section-words.ts'
import type { Block } from './block.ts'
import { isProse, wordCount } from './line-kinds.ts'

/** Longer lines with a price are text. */
const maxWords = 30
const maxCharacters = 300
/** Lines above the price of what a record is about: its title, its author, its maker. */
const maxLines = 4

const isPriced = ({ kind, text }: Block): boolean =>
  kind !== 'code' &&
  text.length <= maxCharacters &&
  wordCount(text) <= maxWords &&
  price.test(text) &&
  !/[.!?]["'”’»)\]]*$/.test(text.replace(/\d\.$/, ''))

/**
 * Finds where a list of records begins, each of which names a thing and its price above a text on it, as reviews do.
 * @param blocks of a document
 * @returns the index of the first record's first line; infinite if there are not two of them
 */
export const firstOfRecords = (blocks: readonly Block[]): number => {
  const prices: number[] = []
  for (const [at, block] of blocks.entries())
    if (isPriced(block) && isProse(blocks[at + 1]?.text ?? '')) prices.push(at)
  const [first, second] = prices
  if (first === undefined || second === undefined) return Number.POSITIVE_INFINITY
  let lines = 0
  while (lines < maxLines && second - lines - 1 > first && !isProse(blocks[second - lines - 1]?.text ?? '.')) lines += 1
  // The first record has as many lines as the second, unless another one closes above it.
  let start = first
  while (start > 0 && first - start < lines && !isProse(blocks[start - 1]?.text ?? '')) start -= 1
  return start
}
