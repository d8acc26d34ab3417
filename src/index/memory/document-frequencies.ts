import type { IndexStatistics } from '../port.ts'
import type { Dictionary } from './dictionary.ts'
import { type NumberedSegment, noTerm, type Segment, type SegmentSource, sizeOf } from './segment.ts'

/** `array` if it has at least `length` entries, or else a longer copy, at least doubled so that it seldom grows. */
export const grown = <T extends Uint32Array | Float64Array>(array: T, length: number): T => {
  if (array.length >= length) return array
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2))
  longer.set(array)
  return longer
}

/** The figures of `DocumentFrequencies`, by the numbers of terms and words. */
export type FrequencyFigures = {
  readonly passages: number
  /** Number of terms in all passages. */
  readonly length: number
  readonly termPassages: Uint32Array
  readonly wordPassages: Uint32Array
}

/** In how many passages, or their contexts, each term and word of an index is. */
export type DocumentFrequencies = {
  /** Adds a segment. */
  add(numbered: NumberedSegment): void
  /** Subtracts a source of a segment that was added. */
  remove(segment: Segment, source: SegmentSource): void
  ofTerm(term: number): number
  ofWord(word: number): number
  statistics(): IndexStatistics
  /** A copy of all figures. */
  figures(): FrequencyFigures
}

/** Frequencies that start with `figures`, whose arrays they take over. */
export const createDocumentFrequencies = (
  { words, terms, termOfWord }: Dictionary,
  figures?: FrequencyFigures,
): DocumentFrequencies => {
  let passages = figures?.passages ?? 0
  let length = figures?.length ?? 0
  let termPassages = figures?.termPassages ?? new Uint32Array(0)
  let wordPassages = figures?.wordPassages ?? new Uint32Array(0)
  // The passage in which each word and term was last seen: quicker than a set per passage.
  let seenWords = new Uint32Array(0)
  let seenTerms = new Uint32Array(0)
  let visit = 0
  return {
    add: ({ segment, words: counted, wordPassages: added }) => {
      termPassages = grown(termPassages, terms.length)
      wordPassages = grown(wordPassages, words.length)
      passages += sizeOf(segment)
      for (const passageLength of segment.lengths) length += passageLength
      for (const [at, term] of segment.terms.entries())
        (termPassages[term] as number) +=
          (segment.firstPosting[at + 1] as number) - (segment.firstPosting[at] as number)
      for (const [at, word] of counted.entries()) (wordPassages[word] as number) += added[at] as number
    },
    remove: (segment, { first, passages: tombstones }) => {
      passages -= tombstones
      seenWords = grown(seenWords, words.length)
      seenTerms = grown(seenTerms, terms.length)
      for (let position = first; position < first + tombstones; position++) {
        length -= segment.lengths[position] as number
        visit++
        for (const word of indexedWords(segment, position)) {
          const term = termOfWord(word)
          if (term === noTerm || seenWords[word] === visit) continue
          seenWords[word] = visit
          ;(wordPassages[word] as number)--
          if (seenTerms[term] === visit) continue
          seenTerms[term] = visit
          ;(termPassages[term] as number)--
        }
      }
    },
    ofTerm: (term) => termPassages[term] ?? 0,
    ofWord: (word) => wordPassages[word] ?? 0,
    statistics: () => ({ passages, meanLength: passages === 0 ? 0 : length / passages }),
    figures: () => ({
      passages,
      length,
      termPassages: grown(termPassages, terms.length).slice(0, terms.length),
      wordPassages: grown(wordPassages, words.length).slice(0, words.length),
    }),
  }
}

/** The words of a passage and its context, including stop words, without those of the questions that it answers. */
const indexedWords = (segment: Segment, position: number): readonly number[] => {
  const indexed: number[] = []
  const { firstSentence, firstWord, words, contexts, firstContextWord, contextWords } = segment
  for (let at = firstSentence[position] as number; at < (firstSentence[position + 1] as number); at++)
    for (const word of words.subarray(firstWord[2 * at + 1], firstWord[2 * at + 2])) indexed.push(word)
  const context = contexts[position] as number
  for (const word of contextWords.subarray(firstContextWord[context], firstContextWord[context + 1])) indexed.push(word)
  return indexed
}
