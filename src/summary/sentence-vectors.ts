import { createTurns } from '../concurrency/turns.ts'
import type { Span } from '../domain/span.ts'

/** A weight per word, of length 1, so that the dot product of two is their cosine. */
type Vector = ReadonlyMap<string, number>

/** Characters read of a sentence: a text without full stops is one sentence, and weighting it cannot be interrupted. */
const maxCharactersRead = 10_000

const wordsOf = (text: string, { start, end }: Span): readonly string[] =>
  text
    .slice(start, Math.min(end, start + maxCharactersRead))
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const normalised = (weights: Map<string, number>): Vector => {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  const length = Math.sqrt(squares) || 1
  for (const [word, weight] of weights) weights.set(word, weight / length)
  return weights
}

/** The similarity of two sentences, 0 to 1. */
export const cosine = (a: Vector, b: Vector): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let product = 0
  for (const [word, weight] of few) product += weight * (many.get(word) ?? 0)
  return product
}

export type SentenceVectors = {
  /** The tf-idf vector of a sentence: the fewer sentences of the document have a word, the more it weighs. */
  vectorOf(sentence: Span): Vector
  /** The centroid of all sentences. */
  readonly centroid: Vector
}

/**
 * Reads each sentence twice, yielding to other work, and keeps no vector but the centroid: memory grows only with the
 * vocabulary.
 */
export const sentenceVectors = async (text: string, sentences: readonly Span[]): Promise<SentenceVectors> => {
  const turn = createTurns()
  const sentencesWith = new Map<string, number>()
  for (const sentence of sentences) {
    await turn()
    for (const word of new Set(wordsOf(text, sentence))) sentencesWith.set(word, (sentencesWith.get(word) ?? 0) + 1)
  }
  const rarity = (word: string): number => Math.log(1 + sentences.length / (sentencesWith.get(word) ?? 1))
  const vectorOf = (sentence: Span): Vector => {
    const weights = new Map<string, number>()
    for (const word of wordsOf(text, sentence)) weights.set(word, (weights.get(word) ?? 0) + rarity(word))
    return normalised(weights)
  }
  const sum = new Map<string, number>()
  for (const sentence of sentences) {
    await turn()
    for (const [word, weight] of vectorOf(sentence)) sum.set(word, (sum.get(word) ?? 0) + weight)
  }
  return { vectorOf, centroid: normalised(sum) }
}
