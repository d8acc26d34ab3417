import type { Dictionary } from './dictionary.ts'
import type { PassageReading, SentenceReading } from './port.ts'
import { noTerm, type Segment, type SegmentSource } from './segment.ts'

/** Words that are read of one sentence of a passage nearby: a text without full stops is one sentence of any length. */
const longestNearby = 1000

/**
 * How the passage at place `ordinal` of `source` was read. A question reads 30 passages of some 130 words, so this is
 * written in plain loops: they take a tenth of the time that mapping over parts of lists does.
 */
export const readingOf = (
  segment: Segment,
  source: SegmentSource,
  ordinal: number,
  { words: texts, terms: termTexts, termOfWord }: Dictionary,
): PassageReading => {
  const { firstSentence, firstWord, words: numbers, contexts, firstContextWord, contextWords } = segment

  const sentence = (at: number): SentenceReading => {
    const words: string[] = []
    const terms: (string | null)[] = []
    const end = firstWord[2 * at + 2] as number
    for (let place = firstWord[2 * at] as number; place < end; place++) {
      const word = numbers[place] as number
      const term = termOfWord(word)
      words.push(texts[word] as string)
      terms.push(term === noTerm ? null : (termTexts[term] as string))
    }
    return { words, terms }
  }

  /** Adds the terms of a list of words between two places. */
  const addTerms = (to: string[], list: Uint32Array, from: number, end: number): void => {
    for (let place = from; place < end; place++) {
      const term = termOfWord(list[place] as number)
      if (term !== noTerm) to.push(termTexts[term] as string)
    }
  }
  /** Adds the terms of a passage itself, of a sentence that goes on only its beginning; none where the source has no such passage. */
  const addPassage = (to: string[], of: number): void => {
    if (of < 0 || of >= source.passages) return
    const end = firstSentence[source.first + of + 1] as number
    for (let at = firstSentence[source.first + of] as number; at < end; at++) {
      const from = firstWord[2 * at + 1] as number
      addTerms(to, numbers, from, Math.min(firstWord[2 * at + 2] as number, from + longestNearby))
    }
  }

  const position = source.first + ordinal
  const sentences: SentenceReading[] = []
  const end = firstSentence[position + 1] as number
  for (let at = firstSentence[position] as number; at < end; at++) sentences.push(sentence(at))
  const context: string[] = []
  const ofContext = contexts[position] as number
  addTerms(context, contextWords, firstContextWord[ofContext] as number, firstContextWord[ofContext + 1] as number)
  const nearby: string[] = []
  addPassage(nearby, ordinal - 1)
  addPassage(nearby, ordinal + 1)
  return { sentences, context, nearby }
}
