import type { PassageReading, SentenceReading } from '../index/port.ts'
import { questionFocus } from '../language/english/question-words.ts'
import type { WordVectors } from '../language/word-vectors.ts'
import type { Query } from './query.ts'

/** A question, prepared to be looked for in many passages. Lists go by the position of the concept. */
export type Matcher = {
  readonly query: Query
  /** What each concept weighs, as a share of all. */
  readonly shares: readonly number[]
  /** The concepts that one term alone names. */
  readonly ofTerm: ReadonlyMap<string, readonly number[]>
  /** The ways to write a concept that take several terms. */
  readonly ofTerms: readonly { readonly concept: number; readonly terms: readonly string[] }[]
  /** Where a folded word stands in the question. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** All words of the question, folded. */
  readonly asked: ReadonlySet<string>
  /** Position of the concept that `what`, `which` or `how many` asks for, or -1. */
  readonly focus: number
  /** What a folded word means beside the question; null for a word that has no vector. */
  meaningOf(word: string): Meaning | null
  /** How alike a text is to the question as a whole, by the vectors of its words that are no stop words: 0 to 1. */
  themeOf(vectors: readonly number[]): number
}

/** A word beside the question. */
type Meaning = {
  /** Place of its vector. */
  readonly vector: number
  /** How alike it is to each concept. */
  readonly similarities: Float32Array
}

const brought = (sum: Float32Array): Float32Array => {
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0))
  return length === 0 ? sum : sum.map((value) => value / length)
}

/** Places of one word in a question that are compared: whoever says it a thousand times asks no more. */
const mostPlaces = 16

/** What stands with each key, without repeats, the first `most` of it. */
const grouped = <Key>(
  pairs: Iterable<readonly [Key, number]>,
  most = Number.POSITIVE_INFINITY,
): ReadonlyMap<Key, readonly number[]> => {
  const groups = new Map<Key, number[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else if (group.length < most && !group.includes(value)) group.push(value)
  }
  return groups
}

/** Prepares a question; what it learns of a word is kept for the passages that have it as well. */
export const matcherOf = (query: Query, vectors: WordVectors): Matcher => {
  const { concepts, words, question } = query
  const all = concepts.reduce((sum, { weight }) => sum + weight, 0)
  const alternatives = concepts.flatMap(({ alternatives: ways }, concept) => ways.map((terms) => ({ concept, terms })))
  const vectorOf = concepts.map(({ folded }) => vectors.placeOf(folded))
  const theme = new Float32Array(vectors.dimensions)
  for (const [i, place] of vectorOf.entries())
    if (place !== undefined) vectors.addTo(theme, place, concepts[i]?.weight ?? 0)
  const direction = brought(theme)

  const similaritiesTo = (place: number): Float32Array => {
    const found = new Float32Array(vectorOf.length)
    for (let i = 0; i < found.length; i++) {
      const other = vectorOf[i]
      if (other !== undefined) found[i] = vectors.similarity(other, place)
    }
    return found
  }

  const sum = new Float32Array(vectors.dimensions)
  const known = new Map<string, Meaning | null>()
  const focused = questionFocus.exec(question)?.[1]?.toLowerCase()
  return {
    query,
    shares: concepts.map(({ weight }) => (all === 0 ? 0 : weight / all)),
    ofTerm: grouped(
      alternatives.flatMap(({ concept, terms: [first, ...rest] }) =>
        first !== undefined && rest.length === 0 ? [[first, concept] as const] : [],
      ),
    ),
    ofTerms: alternatives.filter(({ terms }) => terms.length > 1),
    places: grouped(
      words.map((word, at) => [word, at] as const),
      mostPlaces,
    ),
    asked: new Set(words),
    focus: concepts.findIndex(({ folded }) => folded === focused),
    meaningOf: (word) => {
      const before = known.get(word)
      if (before !== undefined) return before
      const vector = vectors.placeOf(word)
      const meaning = vector === undefined ? null : { vector, similarities: similaritiesTo(vector) }
      known.set(word, meaning)
      return meaning
    },
    themeOf: (some) => {
      sum.fill(0)
      // Words are in the order of how common they are: the rarer, the more it tells.
      for (const place of some) vectors.addTo(sum, place, Math.log(place + 10))
      let dot = 0
      let squares = 0
      for (let i = 0; i < sum.length; i++) {
        const value = sum[i] as number
        dot += value * (direction[i] as number)
        squares += value * value
      }
      return squares === 0 ? 0 : Math.max(0, dot / Math.sqrt(squares))
    },
  }
}

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
