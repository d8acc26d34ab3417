import type { IndexStatistics } from '../port.ts'
import type { Dictionary } from './dictionary.ts'
import type { NumberedSegment } from './segment.ts'
import { noTerm, type Segment, type SegmentSource, sizeOf } from './segment.ts'

/** `array` when it holds `length` entries, or else a longer one that begins with them, twice as long so that it seldom grows. */
export const grown = <T extends Uint32Array | Float64Array>(array: T, length: number): T => {
  if (array.length >= length) return array
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2))
  longer.set(array)
  return longer
}

/** Figures of a `Counts`, by the numbers of terms and words. */
export type FrequencyFigures = {
  readonly passages: number
  /** Terms of all passages together. */
  readonly length: number
  readonly termPassages: Uint32Array
  readonly wordPassages: Uint32Array
}

/** In how many passages, or their contexts, each term and word of an index stands. */
export type DocumentFrequencies = {
  /** Counts a segment in. */
  add(numbered: NumberedSegment): void
  /** Counts out a source of a segment that was counted in. */
  remove(segment: Segment, source: SegmentSource): void
  ofTerm(term: number): number
  ofWord(word: number): number
  statistics(): IndexStatistics
  /** All of it now; later changes do not alter it. */
  figures(): FrequencyFigures
}

/** Counts that begin with `figures`; their arrays become its own. */
export const createDocumentFrequencies = (
  { words, terms, termOfWord }: Dictionary,
  figures?: FrequencyFigures,
): DocumentFrequencies => {
  let passages = figures?.passages ?? 0
  let length = figures?.length ?? 0
  let termPassages = figures?.termPassages ?? new Uint32Array(0)
  let wordPassages = figures?.wordPassages ?? new Uint32Array(0)
  // Which words and terms were seen in the passage of the last visit: quicker than a set for each passage.
  let seenWords = new Uint32Array(0)
  let seenTerms = new Uint32Array(0)
  let visit = 0
  return {
    add: ({ segment, words: counted, wordPassages: added }) => {
      termPassages = grown(termPassages, terms.length)
      wordPassages = grown(wordPassages, words.length)
      passages += sizeOf(segment)
      for (const own of segment.lengths) length += own
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

/** The words of a passage and its context, stop words too; not those of the questions that it answers. */
const indexedWords = (segment: Segment, position: number): readonly number[] => {
  const indexed: number[] = []
  const { firstSentence, firstWord, words, contexts, firstContextWord, contextWords } = segment
  for (let at = firstSentence[position] as number; at < (firstSentence[position + 1] as number); at++)
    for (const word of words.subarray(firstWord[2 * at + 1], firstWord[2 * at + 2])) indexed.push(word)
  const context = contexts[position] as number
  for (const word of contextWords.subarray(firstContextWord[context], firstContextWord[context + 1])) indexed.push(word)
  return indexed
}
