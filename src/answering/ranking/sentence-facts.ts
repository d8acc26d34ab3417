import { isNumber, isTime, showsType } from '../answer-type.ts'
import type { SentenceMatch } from './match.ts'
import type { Matcher } from './matcher.ts'
import { saturationOfSentence } from './sentence-saturation.ts'
import { type WordOrder, wordOrderOf } from './word-order.ts'

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
