import type { PassageReading, SentenceReading } from '../port.ts'
import type { Dictionary } from './dictionary.ts'
import { noTerm, type Segment, type SegmentSource } from './segment.ts'

/** Words read of a sentence of a neighbouring passage: a text without full stops is one sentence, however long. */
const maxNearbyWords = 1000

/**
 * The words of passage `ordinal` of `source`. A question reads 30 passages of some 130 words, so this uses plain loops,
 * which take a tenth of the time of mapping over subarrays.
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
    for (let i = firstWord[2 * at] as number; i < end; i++) {
      const word = numbers[i] as number
      const term = termOfWord(word)
      words.push(texts[word] as string)
      terms.push(term === noTerm ? null : (termTexts[term] as string))
    }
    return { words, terms }
  }

  /** Adds the terms of a range of a list of words. */
  const addTerms = (to: string[], list: Uint32Array, from: number, end: number): void => {
    for (let i = from; i < end; i++) {
      const term = termOfWord(list[i] as number)
      if (term !== noTerm) to.push(termTexts[term] as string)
    }
  }
  /** Adds the terms of a passage, if the source has it, and of very long sentences only the beginning. */
  const addPassage = (to: string[], of: number): void => {
    if (of < 0 || of >= source.passages) return
    const end = firstSentence[source.first + of + 1] as number
    for (let at = firstSentence[source.first + of] as number; at < end; at++) {
      const from = firstWord[2 * at + 1] as number
      addTerms(to, numbers, from, Math.min(firstWord[2 * at + 2] as number, from + maxNearbyWords))
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
