import type { PassageReading, SentenceReading } from '../index/port.ts'
import { questionFocus } from '../language/english/question-words.ts'
import type { LanguageRules } from '../language/language-rules.ts'
import { rulesOf } from '../language/languages.ts'
import type { WordVectors } from '../language/word-vectors.ts'
import type { Query } from './query.ts'

/** A question prepared for matching with many passages. Lists are by the position of the concept. */
export type Matcher = {
  readonly query: Query
  /** Those of the question's language; null for English. */
  readonly rules: LanguageRules | null
  /** The weight of each concept as a share of the total. */
  readonly shares: readonly number[]
  /** The concepts that a single term names. */
  readonly ofTerm: ReadonlyMap<string, readonly number[]>
  /** The ways to write a concept that take several terms. */
  readonly ofTerms: readonly { readonly concept: number; readonly terms: readonly string[] }[]
  /** The positions of a folded word in the question. */
  readonly places: ReadonlyMap<string, readonly number[]>
  /** All words of the question, folded. */
  readonly asked: ReadonlySet<string>
  /** Position of the concept that `what`, `which` or `how many` asks for, or -1. */
  readonly focus: number
  /** How a folded word relates to the question; null for a word without a vector. */
  meaningOf(word: string): Meaning | null
  /** Similarity of a text to the question as a whole, 0 to 1. @param vectors those of its words, stop words aside */
  themeOf(vectors: readonly number[]): number
}

/** A word compared with the question. */
type Meaning = {
  /** Number of its vector. */
  readonly vector: number
  /** Its similarity to each concept. */
  readonly similarities: Float32Array
}

/** The vector at length 1. */
const normalised = (sum: Float32Array): Float32Array => {
  const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0))
  return length === 0 ? sum : sum.map((value) => value / length)
}

/** Positions of one word that are compared: whoever repeats a word a thousand times asks no more. */
const maxPositions = 16

/** The distinct values of each key, at most `limit`. */
const grouped = <Key>(
  pairs: Iterable<readonly [Key, number]>,
  limit = Number.POSITIVE_INFINITY,
): ReadonlyMap<Key, readonly number[]> => {
  const groups = new Map<Key, number[]>()
  for (const [key, value] of pairs) {
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else if (group.length < limit && !group.includes(value)) group.push(value)
  }
  return groups
}

/** Prepares a question; what is computed for a word is kept for other passages with it. */
export const matcherOf = (query: Query, vectors: WordVectors): Matcher => {
  const { concepts, words, question } = query
  const all = concepts.reduce((sum, { weight }) => sum + weight, 0)
  const alternatives = concepts.flatMap(({ alternatives: ways }, concept) => ways.map((terms) => ({ concept, terms })))
  const rules = rulesOf(query.language)
  // They know English words alone, and others by chance.
  const placeOf = (word: string): number | undefined => (rules === null ? vectors.placeOf(word) : undefined)
  const vectorOf = concepts.map(({ folded }) => placeOf(folded))
  const theme = new Float32Array(vectors.dimensions)
  for (const [i, place] of vectorOf.entries())
    if (place !== undefined) vectors.addTo(theme, place, concepts[i]?.weight ?? 0)
  const direction = normalised(theme)

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
  const focused = (rules?.focus ?? questionFocus).exec(question)?.[1]?.toLowerCase()
  return {
    query,
    rules,
    shares: concepts.map(({ weight }) => (all === 0 ? 0 : weight / all)),
    ofTerm: grouped(
      alternatives.flatMap(({ concept, terms: [first, ...rest] }) =>
        first !== undefined && rest.length === 0 ? [[first, concept] as const] : [],
      ),
    ),
    ofTerms: alternatives.filter(({ terms }) => terms.length > 1),
    places: grouped(
      words.map((word, at) => [word, at] as const),
      maxPositions,
    ),
    asked: new Set(words),
    focus: concepts.findIndex(({ folded, surface }) => (rules === null ? folded : surface.toLowerCase()) === focused),
    meaningOf: (word) => {
      const before = known.get(word)
      if (before !== undefined) return before
      const vector = placeOf(word)
      const meaning = vector === undefined ? null : { vector, similarities: similaritiesTo(vector) }
      known.set(word, meaning)
      return meaning
    },
    themeOf: (some) => {
      sum.fill(0)
      // Vectors are ordered by how common their words are: the rarer, the more it tells.
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

/** What a sentence has of a question. Lists are by the position of the concept. */
export type SentenceMatch = {
  readonly reading: SentenceReading
  /** Number of terms. */
  readonly length: number
  /** Occurrences of each concept. */
  readonly counts: Uint32Array
  /** Similarity to each concept: 1 if the sentence has it, else that of its closest word. */
  readonly likeness: Float32Array
  /** The concepts it has, in order; `at` is a position among its words. */
  readonly places: readonly { readonly concept: number; readonly at: number }[]
  /** Numbers of the vectors of its words, stop words aside. */
  readonly vectors: readonly number[]
}

/** What a passage has of a question. Lists are by the position of the concept. */
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

/** Words of a sentence that are compared: a text without full stops is one sentence, however long. */
const maxWordsCompared = 4000

/** The part of a sentence that is compared. */
const comparedOf = (reading: SentenceReading): SentenceReading =>
  reading.words.length <= maxWordsCompared
    ? reading
    : { words: reading.words.slice(0, maxWordsCompared), terms: reading.terms.slice(0, maxWordsCompared) }

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

/** For each concept, whether `terms` have any way to write it. */
const heldBy = ({ query: { concepts } }: Matcher, terms: readonly string[]): readonly boolean[] => {
  const set = new Set(terms)
  return concepts.map(({ alternatives }) => alternatives.some((ways) => ways.every((term) => set.has(term))))
}

/** Matches the question with a passage; linear in the passage. */
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
