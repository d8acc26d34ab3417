import type { Block } from './block.ts'
import { isHeadline, isProse, wordCount } from './prose.ts'

const mostWords = 12
/** In characters. What is longer is a paragraph, whatever its mark: each paragraph below would carry it as its section. */
const longestMarked = 300

/** Whether a block is marked as a heading, and has the length of one. */
export const isMarkedHeading = ({ kind, text }: Block): boolean => kind === 'heading' && text.length <= longestMarked

/** Prose, or the lead-in of a list. */
const opensText = (text: string): boolean => isProse(text) || (text.endsWith(':') && wordCount(text) >= 4)

const isListNeighbour = (block: Block, other: Block | undefined): boolean =>
  other?.kind === 'list-item' && other.indent === block.indent

/**
 * Whether block `at` is a heading inside the document: marked as one, or a short capitalised line that stands alone, with
 * or without a number, above a paragraph of prose. Short lines in a row are a list or a poem; one that asks belongs to an
 * interview.
 */
export const isHeading = (blocks: readonly Block[], at: number): boolean => {
  const [previous, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (block?.kind === 'heading') return isMarkedHeading(block)
  if (!block || !next || !opensText(next.text) || block.gap === 0 || block.pieces.length > 1) return false
  if (block.kind === 'list-item' && (isListNeighbour(block, previous) || isListNeighbour(block, next))) return false
  if (block.kind === 'paragraph' && !(previous && isProse(previous.text) && block.indent <= previous.indent))
    return false
  if (block.kind === 'block-quote' || block.kind === 'code') return false
  const short = wordCount(block.text) <= mostWords && isHeadline(block.text) && !block.text.endsWith('?')
  return short && /^[\p{Lu}\p{N}]/u.test(block.text)
}
