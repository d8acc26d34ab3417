import type { Segment, SegmentSource } from './segment.ts'

/**
 * Finds the passages of a source in which words follow one another within a sentence.
 * @param run the numbers of each word, one for each language that has it; at least one word
 * @param limit how many passages to find
 * @returns their positions in the segment, ascending
 */
export const passagesWithRun = (
  { firstSentence, firstWord, words }: Segment,
  { first, passages }: SegmentSource,
  run: readonly (readonly number[])[],
  limit: number,
): readonly number[] => {
  const found: number[] = []
  const isSentenceHolding = (sentence: number): boolean => {
    const last = (firstWord[2 * sentence + 2] as number) - run.length
    for (let at = firstWord[2 * sentence + 1] as number; at <= last; at++)
      if (run.every((numbers, i) => numbers.includes(words[at + i] as number))) return true
    return false
  }
  for (let position = first; position < first + passages && found.length < limit; position++) {
    const end = firstSentence[position + 1] as number
    for (let sentence = firstSentence[position] as number; sentence < end; sentence++) {
      if (!isSentenceHolding(sentence)) continue
      found.push(position)
      break
    }
  }
  return found
}
