import type { Block } from '../block.ts'
import { wordCount } from '../line-kinds.ts'

/**
 * @param text of a block
 * @returns whether it ends with a question mark
 */
export const asks = (text: string): boolean => /[?？]["'”’)\]*_]*$/.test(text.slice(-8))

/** In words. Longer paragraphs that end with a question are an argument, not an interviewer's question. */
const maxQuestion = 80

/**
 * Finds the questions of an interview without labels: two or more paragraphs that ask, each followed by one that does
 * not.
 * @param blocks the body of a document
 * @returns those that ask; empty for any other text
 */
export const unlabelledQuestions = (blocks: readonly Block[]): ReadonlySet<Block> => {
  const questions = blocks.filter(
    (block, index) =>
      asks(block.text) &&
      wordCount(block.text) <= maxQuestion &&
      !/["'“”]/.test(block.text.charAt(0)) &&
      blocks[index + 1] !== undefined &&
      !asks(blocks[index + 1]?.text ?? ''),
  )
  return new Set(questions.length < 2 ? [] : questions)
}
