import { createTurns } from '../concurrency/turns.ts'
import type { Span } from '../domain/span.ts'
import type { ReadLanguage } from '../language/languages.ts'
import { plainForm } from '../language/letters.ts'
import { stopWordsOf, wordsIn } from '../language/stop-words.ts'

/** A weight per term, of length 1, so that the dot product of two is their cosine. */
export type Vector = ReadonlyMap<string, number>

/** Characters read of a sentence: a text without full stops is one sentence, and weighting it cannot be interrupted. */
const maxCharactersRead = 10_000

/** Words that agree in this many letters count as one term: `election` and `elections`, `resolve` and `resolved`. */
const termLength = 6

const normalised = (weights: Map<string, number>): Vector => {
  let squares = 0
  for (const weight of weights.values()) squares += weight * weight
  const length = Math.sqrt(squares) || 1
  for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}

/** The similarity of two sentences, 0 to 1. */
export const cosine = (a: Vector, b: Vector): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let product = 0
  for (const [term, weight] of few) product += weight * (many.get(term) ?? 0)
  return product
}

/** Sentences that share so many terms of the shorter one say the same thing. */
const nearRepeat = 0.8
const minTermsToRepeat = 4

/** Whether two sentences say the same thing; not if they differ in a number. */
export const sayTheSame = (a: Vector, b: Vector): boolean => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  const terms = [...few.keys()]
  const missing = terms.filter((term) => !many.has(term))
  if (terms.length < minTermsToRepeat || missing.some((term) => /^\p{N}/u.test(term))) return false
  return missing.length <= (1 - nearRepeat) * terms.length
}

export type ContentTerms = {
  /** The words of a text that say what it is about, without the language's stop words. */
  termsOf(words: string): readonly string[]
  /** The weights of the terms of a sentence, by how often it has them and how few sentences of the document do. */
  vectorOf(sentence: Span): Vector
  /** The sum of all sentences: what the document is about. */
  readonly centroid: Vector
}

/**
 * Reads each sentence twice, yielding to other work, and keeps no vector but the centroid: memory grows only with the
 * vocabulary.
 * @param text of the source
 * @param sentences to be weighed
 * @param language of the text, for its stop words; null if it is unknown
 */
export const contentTerms = async (
  text: string,
  sentences: readonly Span[],
  language: ReadLanguage | null,
): Promise<ContentTerms> => {
  const turn = createTurns()
  const stopWords = stopWordsOf(language)
  const termsOf = (words: string): readonly string[] =>
    wordsIn(words)
      .filter((word) => !stopWords.has(plainForm(word)))
      .map((word) => word.slice(0, termLength).replace(/(?<=..)s$/, ''))
  const termsIn = ({ start, end }: Span): readonly string[] =>
    termsOf(text.slice(start, Math.min(end, start + maxCharactersRead)))
  const sentencesWith = new Map<string, number>()
  for (const sentence of sentences) {
    await turn()
    for (const term of new Set(termsIn(sentence))) sentencesWith.set(term, (sentencesWith.get(term) ?? 0) + 1)
  }
  const rarity = (term: string): number => Math.log(1 + sentences.length / (sentencesWith.get(term) ?? 1))
  const vectorOf = (sentence: Span): Vector => {
    const weights = new Map<string, number>()
    for (const term of termsIn(sentence)) weights.set(term, (weights.get(term) ?? 0) + rarity(term))
    return normalised(weights)
  }
  const sum = new Map<string, number>()
  for (const sentence of sentences) {
    await turn()
    for (const [term, weight] of vectorOf(sentence)) sum.set(term, (sum.get(term) ?? 0) + weight)
  }
  return { termsOf, vectorOf, centroid: normalised(sum) }
}
