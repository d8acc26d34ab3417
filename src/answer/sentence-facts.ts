import { saturation } from '../index/bm25.ts'
import { isNumber, isTime, showsType } from './answer-type.ts'
import type { Matcher, SentenceMatch } from './match.ts'

/** A sentence is measured against one of a dozen terms, so that a long one needs more to score alike. */
const usual = { passages: 0, meanLength: 12 }

/** Occurrences of one concept that count in a sentence: saying it again tells little more. */
const mostOccurrences = 2

/** What `occurrences` of a concept count in a sentence of `length` terms. */
const saturationOfSentence = (occurrences: number, length: number): number =>
  occurrences === 0 ? 0 : saturation(Math.min(mostOccurrences, occurrences), length, usual)

/** How far a text has the words of a question in their order. */
type WordOrder = {
  /** By place in the question, from 1: whether the word there stands right behind the one before it. */
  readonly pairs: Uint8Array
  /** Words of the longest run that both have. */
  readonly run: number
}

/** Compares `words` with a question of `asked` words, which stand where `places` says. */
export const wordOrderOf = (
  words: readonly string[],
  places: ReadonlyMap<string, readonly number[]>,
  asked: number,
): WordOrder => {
  const pairs = new Uint8Array(asked)
  let run = 0
  // How long the run is that ends at each place of the question, for the word before and for this one.
  let before = new Uint16Array(asked + 1)
  let now = new Uint16Array(asked + 1)
  let wasNamed = false
  for (const word of words) {
    const at = places.get(word)
    if (at === undefined) {
      if (wasNamed) before.fill(0)
      wasNamed = false
      continue
    }
    now.fill(0)
    for (const place of at) {
      const length = (before[place] as number) + 1
      now[place + 1] = length
      if (length > 1) pairs[place] = 1
      if (length > run) run = length
    }
    ;[before, now] = [now, before]
    wasNamed = true
  }
  return { pairs, run }
}

/** What is reckoned once of a sentence, for itself and for its passage. Shares are of the weight of the question, 0 to 1. */
export type SentenceFacts = {
  readonly match: SentenceMatch
  /** BM25 as a share of the most that it can be. */
  readonly bm25: number
  /** What it holds, or comes near to: near words count for less, and far ones nothing. */
  readonly nearness: number
  /** What it comes near to, however far. */
  readonly likeness: number
  /** What it or its title and headings hold. */
  readonly withContext: number
  readonly order: WordOrder
  /** How well it shows a thing of the type that is asked for, and how much of the question stands close to that. */
  readonly type: number
  readonly nearType: number
  /** How close a number stands before the thing whose number is asked for: 1 beside it, 0 none. */
  readonly numberBefore: number
  /** How alike its theme is to the question's. */
  readonly theme: number
}

/** Below this, similar words have nothing to do with each other. */
const unlike = 0.45

/** What a similarity counts: 1 for the word itself, nothing for an unlike one. */
export const nearnessOf = (likeness: number): number => Math.max(0, (likeness - unlike) / (1 - unlike))

/** The share of the question's weight, each concept counting as `of` says by its position. */
export const shareOf = (shares: readonly number[], of: (concept: number) => number): number => {
  let sum = 0
  for (let i = 0; i < shares.length; i++) sum += (shares[i] as number) * of(i)
  return sum
}

/** Words from a number or a time within which what is asked counts as close to it. */
const closeBy = 8
/** Words before a thing within which its number stands. */
const before = 3

const nearTypeOf = ({ query, shares, asked }: Matcher, { places, reading: { words } }: SentenceMatch): number => {
  const { expects } = query
  if (expects !== 'number' && expects !== 'time' && expects !== 'year') return 0
  const is = expects === 'number' ? isNumber : isTime
  let most = 0
  // Places and words go by in one order, so each place comes in and goes out once: a sentence may be very long.
  const within = new Uint32Array(shares.length)
  let [first, behind] = [0, 0]
  for (const [at, word] of words.entries()) {
    for (let next = places[behind]; next !== undefined && next.at <= at + closeBy; next = places[++behind])
      within[next.concept] = (within[next.concept] as number) + 1
    for (let last = places[first]; last !== undefined && last.at < at - closeBy; last = places[++first])
      within[last.concept] = (within[last.concept] as number) - 1
    if (is(word) && !asked.has(word))
      most = Math.max(
        most,
        shareOf(shares, (i) => ((within[i] as number) > 0 ? 1 : 0)),
      )
  }
  return most
}

const numberBeforeOf = ({ query, focus, asked }: Matcher, { places, reading: { words } }: SentenceMatch): number => {
  if (query.expects !== 'number' || focus < 0) return 0
  let most = 0
  for (const { concept, at } of places)
    for (let back = 1; concept === focus && back <= Math.min(before, at); back++) {
      const word = words[at - back] as string
      if (isNumber(word) && !asked.has(word)) most = Math.max(most, 1 / back)
    }
  return most
}

/** The facts of a sentence whose text is `text`; `inContext` says which concepts its title and headings have. */
export const factsOf = (
  matcher: Matcher,
  match: SentenceMatch,
  text: string,
  inContext: readonly boolean[],
): SentenceFacts => {
  const { query, shares, places, asked } = matcher
  const { counts, likeness, length, reading } = match
  const { expects } = query
  return {
    match,
    bm25: shareOf(shares, (i) => saturationOfSentence(counts[i] as number, length)),
    nearness: shareOf(shares, (i) => nearnessOf(likeness[i] as number)),
    likeness: shareOf(shares, (i) => likeness[i] as number),
    withContext: shareOf(shares, (i) => ((counts[i] as number) > 0 || inContext[i] ? 1 : 0)),
    order: wordOrderOf(reading.words, places, query.words.length),
    type: expects === null ? 0 : showsType(text, reading.words, expects, asked),
    nearType: nearTypeOf(matcher, match),
    numberBefore: numberBeforeOf(matcher, match),
    theme: matcher.themeOf(match.vectors),
  }
}
