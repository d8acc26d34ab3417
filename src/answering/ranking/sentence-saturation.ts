import { saturation } from '../../search/bm25.ts'

/** A sentence is measured against one of a dozen terms, so that a long one needs more to score alike. */
const usual = { passages: 0, meanLength: 12 }

/** Occurrences of one concept that count in a sentence: saying it again tells little more. */
const mostOccurrences = 2

/** What `occurrences` of a concept count in a sentence of `length` terms. */
export const saturationOfSentence = (occurrences: number, length: number): number =>
  occurrences === 0 ? 0 : saturation(Math.min(mostOccurrences, occurrences), length, usual)
