import { saturation } from '../index/bm25.ts'
import { isNumber, isTime, showsType } from './answer-type.ts'
import type { Matcher, SentenceMatch } from './match.ts'

/** A sentence is measured against one of a dozen terms, so that a longer one needs more to score the same. */
const reference = { passages: 0, meanLength: 12 }

/** Occurrences of a concept that count in a sentence: more of them say little more. */
const maxOccurrences = 2

/** The BM25 saturation of `occurrences` of a concept in a sentence of `length` terms. */
const saturationOfSentence = (occurrences: number, length: number): number =>
  occurrences === 0 ? 0 : saturation(Math.min(maxOccurrences, occurrences), length, reference)

/** How far a text has the words of a question in the same order. */
type WordOrder = {
  /** By position in the question, from 1: whether its word directly follows the word before it. */
  readonly pairs: Uint8Array
  /** Length of the longest common run of words. */
  readonly run: number
}

/** Compares a text with a question of `asked` words. @param positions those of each word in the question */
export const wordOrderOf = (
  words: readonly string[],
  positions: ReadonlyMap<string, readonly number[]>,
  asked: number,
): WordOrder => {
  const pairs = new Uint8Array(asked)
  let run = 0
  // The length of the run that ends at each position of the question, for the previous word and for this one.
  let previous = new Uint16Array(asked + 1)
  let current = new Uint16Array(asked + 1)
  let wasAsked = false
  for (const word of words) {
    const found = positions.get(word)
    if (found === undefined) {
      if (wasAsked) previous.fill(0)
      wasAsked = false
      continue
    }
    current.fill(0)
    for (const position of found) {
      const length = (previous[position] as number) + 1
      current[position + 1] = length
      if (length > 1) pairs[position] = 1
      if (length > run) run = length
    }
    ;[previous, current] = [current, previous]
    wasAsked = true
  }
  return { pairs, run }
}

/** Facts computed once per sentence, used for it and its passage. Shares are of the question's weight, 0 to 1. */
export type SentenceFacts = {
  readonly match: SentenceMatch
  /** BM25 as a share of its maximum. */
  readonly bm25: number
  /** The share it has, similar words counting less and dissimilar ones nothing. */
  readonly nearness: number
  /** The share it has, every word counting by its similarity. */
  readonly likeness: number
  /** The share that it, its title and headings have. */
  readonly withContext: number
  readonly order: WordOrder
  /** Whether it shows what is asked for (see `showsType`), and the share of the question close to it. */
  readonly type: number
  readonly nearType: number
  /** How closely a number precedes the thing that is counted: 1 directly, 0 not at all. */
  readonly numberBefore: number
  /** Similarity of its theme to the question's. */
  readonly theme: number
}

/** Less similar words have nothing to do with each other. */
const minSimilarity = 0.45

/** What a similarity counts: 1 for the word itself, 0 for a dissimilar one. */
export const nearnessOf = (likeness: number): number => Math.max(0, (likeness - minSimilarity) / (1 - minSimilarity))

/** The share of the question's weight, with each concept counting as `of` says. */
export const shareOf = (shares: readonly number[], of: (concept: number) => number): number => {
  let sum = 0
  for (let i = 0; i < shares.length; i++) sum += (shares[i] as number) * of(i)
  return sum
}

/** Words within this distance of a number or time are close to it. */
const nearTypeWindow = 8
/** A thing's number is at most this many words before it. */
const numberWindow = 3

const nearTypeOf = (
  { query, shares, asked, rules }: Matcher,
  { places, reading: { words } }: SentenceMatch,
): number => {
  const { expects } = query
  if (expects !== 'number' && expects !== 'time' && expects !== 'year') return 0
  const is = (word: string): boolean => (expects === 'number' ? isNumber : isTime)(word, rules)
  let best = 0
  // A sliding window: each concept enters and leaves it once, since a sentence may be very long.
  const within = new Uint32Array(shares.length)
  let [first, behind] = [0, 0]
  for (const [at, word] of words.entries()) {
    for (let next = places[behind]; next !== undefined && next.at <= at + nearTypeWindow; next = places[++behind])
      within[next.concept] = (within[next.concept] as number) + 1
    for (let last = places[first]; last !== undefined && last.at < at - nearTypeWindow; last = places[++first])
      within[last.concept] = (within[last.concept] as number) - 1
    if (is(word) && !asked.has(word))
      best = Math.max(
        best,
        shareOf(shares, (i) => ((within[i] as number) > 0 ? 1 : 0)),
      )
  }
  return best
}

const numberBeforeOf = (
  { query, focus, asked, rules }: Matcher,
  { places, reading: { words } }: SentenceMatch,
): number => {
  if (query.expects !== 'number' || focus < 0) return 0
  let best = 0
  for (const { concept, at } of places)
    for (let back = 1; concept === focus && back <= Math.min(numberWindow, at); back++) {
      const word = words[at - back] as string
      if (isNumber(word, rules) && !asked.has(word)) best = Math.max(best, 1 / back)
    }
  return best
}

/** The facts of a sentence. @param inContext which concepts its title and headings have */
export const factsOf = (
  matcher: Matcher,
  match: SentenceMatch,
  text: string,
  inContext: readonly boolean[],
): SentenceFacts => {
  const { query, shares, places, asked, rules } = matcher
  const { counts, likeness, length, reading } = match
  const { expects } = query
  return {
    match,
    bm25: shareOf(shares, (i) => saturationOfSentence(counts[i] as number, length)),
    nearness: shareOf(shares, (i) => nearnessOf(likeness[i] as number)),
    likeness: shareOf(shares, (i) => likeness[i] as number),
    withContext: shareOf(shares, (i) => ((counts[i] as number) > 0 || inContext[i] ? 1 : 0)),
    order: wordOrderOf(reading.words, places, query.words.length),
    type: expects === null ? 0 : showsType(text, reading.words, expects, asked, rules),
    nearType: nearTypeOf(matcher, match),
    numberBefore: numberBeforeOf(matcher, match),
    theme: matcher.themeOf(match.vectors),
  }
}
