import type { Matcher } from './match.ts'
import { asks } from './opening.ts'
import { nearnessOf, type SentenceFacts, shareOf } from './sentence-facts.ts'

/** What the score of a sentence is made of; each is about 0 to 1, but for its passage's. */
export const sentenceFeatureNames = [
  'passage',
  'coverage-with-context',
  'likeness',
  'nearness',
  'sentence-before',
  'sentence-after',
  'answer-type',
  'answer-type-missing',
  'near-type',
  'number-before',
  'word-pairs',
  'theme',
  'missing-names',
  'missing-numbers',
  'missing-verbs',
  'focus',
  'nearest-of-passage',
  'best-of-passage',
  'place-in-passage',
  'is-question',
] as const
export type SentenceFeatureName = (typeof sentenceFeatureNames)[number]
export type SentenceFeatures = { readonly [K in SentenceFeatureName]: number }

/** How far `value` comes to the most of all; 0 when all are 0. */
const relativeTo = (value: number, all: readonly number[]): number => {
  const most = all.reduce((a, b) => Math.max(a, b), 0)
  return most === 0 ? 0 : value / most
}

/**
 * The features of the sentence that stands `at` that place among `facts`, those of its passage; `text` is its own, and
 * `passage` the logarithm of its passage's share among those that compete.
 */
export const sentenceFeaturesOf = (
  { query, shares, focus }: Matcher,
  facts: readonly SentenceFacts[],
  at: number,
  text: string,
  passage: number,
): SentenceFeatures => {
  const own = facts[at] as SentenceFacts
  const { match, order } = own
  const { concepts, words, expects } = query
  const holds = (i: number): boolean => (match.counts[i] as number) > 0
  /** What a neighbour comes near to that the sentence does not hold. */
  const adds = (neighbour: SentenceFacts | undefined): number =>
    neighbour === undefined
      ? 0
      : shareOf(shares, (i) => (holds(i) ? 0 : nearnessOf(neighbour.match.likeness[i] as number)))
  const missing = (is: (concept: (typeof concepts)[number] | undefined) => boolean | undefined): number =>
    shareOf(shares, (i) => (is(concepts[i]) && !holds(i) ? 1 : 0))
  let pairs = 0
  for (const found of order.pairs) pairs += found
  return {
    passage,
    'coverage-with-context': own.withContext,
    likeness: own.likeness,
    nearness: own.nearness,
    'sentence-before': adds(facts[at - 1]),
    'sentence-after': adds(facts[at + 1]),
    'answer-type': own.type,
    'answer-type-missing': expects !== null && own.type === 0 ? 1 : 0,
    'near-type': own.nearType,
    'number-before': own.numberBefore,
    'word-pairs': words.length < 2 ? 0 : pairs / (words.length - 1),
    theme: own.theme,
    'missing-names': missing((concept) => concept?.isName),
    'missing-numbers': missing((concept) => concept?.isNumber),
    'missing-verbs': missing((concept) => concept?.isVerb),
    focus: focus < 0 ? 0 : nearnessOf(match.likeness[focus] as number),
    'nearest-of-passage': relativeTo(
      own.nearness,
      facts.map(({ nearness }) => nearness),
    ),
    'best-of-passage': relativeTo(
      own.bm25,
      facts.map(({ bm25 }) => bm25),
    ),
    'place-in-passage': at / facts.length,
    'is-question': asks(text) ? 1 : 0,
  }
}
