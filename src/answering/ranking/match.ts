import type { PassageReading, SentenceReading } from '../../search/port.ts'
import type { Matcher } from './matcher.ts'

/** What of a question a sentence holds. Lists go by the position of the concept. */
export type SentenceMatch = {
  readonly reading: SentenceReading
  /** Number of terms. */
  readonly length: number
  /** How often it holds each concept. */
  readonly counts: Uint32Array
  /** How near it comes to each: 1 where it holds it, else the similarity of its nearest word. */
  readonly likeness: Float32Array
  /** Where it holds which concept, in order; `at` is a position among its words. */
  readonly places: readonly { readonly concept: number; readonly at: number }[]
  /** Places of the vectors of its words that are no stop words. */
  readonly vectors: readonly number[]
}

/** What of a question a passage holds. Lists go by the position of the concept. */
export type PassageMatch = {
  readonly sentences: readonly SentenceMatch[]
  /** Number of terms. */
  readonly length: number
  readonly counts: Uint32Array
  readonly likeness: Float32Array
  /** Whether its title, headings or question have it. */
  readonly inContext: readonly boolean[]
  /** Whether the passages before or after it have it. */
  readonly nearby: readonly boolean[]
}

/** Words of a sentence that are compared: a text without full stops is one sentence of any length. */
const longestCompared = 4000

/** What of a sentence is compared. */
const comparedOf = (reading: SentenceReading): SentenceReading =>
  reading.words.length <= longestCompared
    ? reading
    : { words: reading.words.slice(0, longestCompared), terms: reading.terms.slice(0, longestCompared) }

const matchSentence = (matcher: Matcher, reading: SentenceReading): SentenceMatch => {
  const { shares, ofTerm, ofTerms } = matcher
  const counts = new Uint32Array(shares.length)
  const likeness = new Float32Array(shares.length)
  const places: { concept: number; at: number }[] = []
  const vectors: number[] = []
  const { terms, words } = reading
  let length = 0
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] as string | null
    if (term === null) continue
    length++
    const named = ofTerm.get(term)
    if (named !== undefined)
      for (const concept of named) {
        counts[concept] = (counts[concept] as number) + 1
        places.push({ concept, at })
      }
    const meaning = matcher.meaningOf(words[at] as string)
    if (meaning === null) continue
    vectors.push(meaning.vector)
    const { similarities } = meaning
    for (let i = 0; i < similarities.length; i++)
      if ((similarities[i] as number) > (likeness[i] as number)) likeness[i] = similarities[i] as number
  }
  for (const { concept, terms: several } of ofTerms)
    if (several.every((term) => terms.includes(term))) counts[concept] = (counts[concept] as number) + 1
  for (let i = 0; i < counts.length; i++) if ((counts[i] as number) > 0) likeness[i] = 1
  return { reading, length, counts, likeness, places, vectors }
}

/** For each concept, whether `terms` have it in any of its ways. */
const heldBy = ({ query: { concepts } }: Matcher, terms: readonly string[]): readonly boolean[] => {
  const set = new Set(terms)
  return concepts.map(({ alternatives }) => alternatives.some((ways) => ways.every((term) => set.has(term))))
}

/** Looks for the question in a passage; the cost grows with the passage. */
export const matchPassage = (matcher: Matcher, reading: PassageReading): PassageMatch => {
  const sentences = reading.sentences.map((sentence) => matchSentence(matcher, comparedOf(sentence)))
  const counts = new Uint32Array(matcher.shares.length)
  const likeness = new Float32Array(matcher.shares.length)
  let length = 0
  for (const sentence of sentences) {
    length += sentence.length
    for (let i = 0; i < counts.length; i++) {
      counts[i] = (counts[i] as number) + (sentence.counts[i] as number)
      likeness[i] = Math.max(likeness[i] as number, sentence.likeness[i] as number)
    }
  }
  return {
    sentences,
    length,
    counts,
    likeness,
    inContext: heldBy(matcher, reading.context),
    nearby: heldBy(matcher, reading.nearby),
  }
}
