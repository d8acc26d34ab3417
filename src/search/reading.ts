import type { Dictionary } from './dictionary.ts'
import type { PassageReading, SentenceReading } from './port.ts'
import { noTerm, type Segment, type SegmentSource } from './segment.ts'

/** How the passage at place `ordinal` of `source` was read; it costs microseconds. */
export const readingOf = (
  segment: Segment,
  source: SegmentSource,
  ordinal: number,
  { words, terms, termOfWord }: Dictionary,
): PassageReading => {
  const { firstSentence, firstWord, contexts, firstContextWord, contextWords } = segment
  const position = source.first + ordinal
  const textOf = (word: number): string => words[word] as string
  const termOf = (word: number): string | null => {
    const term = termOfWord(word)
    return term === noTerm ? null : (terms[term] as string)
  }

  const sentencesOf = <T>(at: number, read: (sentence: number) => T): readonly T[] => {
    const from = firstSentence[at] as number
    return Array.from({ length: (firstSentence[at + 1] as number) - from }, (_, i) => read(from + i))
  }
  const numbers = (from: number | undefined, to: number | undefined): readonly number[] =>
    Array.from(segment.words.subarray(from, to))
  const sentence = (at: number): SentenceReading => {
    const read = numbers(firstWord[2 * at], firstWord[2 * at + 2])
    return { words: read.map(textOf), terms: read.map(termOf) }
  }
  /** The terms of a passage itself; none where the source has no such passage. */
  const ownTerms = (of: number): readonly string[] =>
    of < 0 || of >= source.passages
      ? []
      : sentencesOf(source.first + of, (at) => numbers(firstWord[2 * at + 1], firstWord[2 * at + 2]))
          .flat()
          .flatMap((word) => termOf(word) ?? [])

  const context = contexts[position] as number
  return {
    sentences: sentencesOf(position, sentence),
    context: Array.from(
      contextWords.subarray(firstContextWord[context], firstContextWord[context + 1]),
      (word) => termOf(word) as string,
    ),
    nearby: [...ownTerms(ordinal - 1), ...ownTerms(ordinal + 1)],
  }
}
