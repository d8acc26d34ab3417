import type { Block } from './block.ts'
import { isHeadline, isProse, wordCount } from './prose.ts'

const mostWords = 12

/**
 * Whether block `at` is a heading inside the document: marked as one, or a short capitalised line that stands alone between
 * two paragraphs of prose. Short lines in a row are a list or a poem; one that asks belongs to an interview.
 */
export const isHeading = (blocks: readonly Block[], at: number): boolean => {
  const [previous, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (block?.kind === 'heading') return true
  if (block?.kind !== 'paragraph' || !previous || !next || !isProse(next.text) || !isProse(previous.text)) return false
  const alone = block.gap > 0 && block.pieces.length === 1 && block.indent <= previous.indent
  return (
    alone &&
    wordCount(block.text) <= mostWords &&
    !block.text.endsWith('?') &&
    /^[\p{Lu}\p{N}]/u.test(block.text) &&
    isHeadline(block.text)
  )
}
