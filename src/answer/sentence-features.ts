import type { Likeness } from '../meaning/port.ts'
import type { Matcher } from './match.ts'
import { asks } from './opening.ts'
import { nearnessOf, type SentenceFacts, shareOf } from './sentence-facts.ts'

/** The features that a sentence's score is the weighted sum of; each but `passage` is about 0 to 1. */
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
  'meaning',
  'meaning-in-passage',
  'meaning-around',
] as const
export type SentenceFeatureName = (typeof sentenceFeatureNames)[number]
export type SentenceFeatures = { readonly [K in SentenceFeatureName]: number }

/** `value` as a share of the largest of all; 0 if all are 0. */
const relativeTo = (value: number, all: readonly number[]): number => {
  const largest = all.reduce((a, b) => Math.max(a, b), 0)
  return largest === 0 ? 0 : value / largest
}

/**
 * The features of a sentence.
 * @param facts those of all sentences of its passage
 * @param at its index among them
 * @param meaning how like the question the passage is in meaning; null when words decide alone
 * @param passage the logarithm of its passage's share among all passages
 */
export const sentenceFeaturesOf = (
  { query, shares, focus }: Matcher,
  facts: readonly SentenceFacts[],
  at: number,
  text: string,
  passage: number,
  meaning: Likeness | null,
): SentenceFeatures => {
  const sentence = facts[at] as SentenceFacts
  const { match, order } = sentence
  const { concepts, words, expects } = query
  const holds = (i: number): boolean => (match.counts[i] as number) > 0
  /** The share of the question that a neighbour has, or is close to, and the sentence does not have. */
  const adds = (neighbour: SentenceFacts | undefined): number =>
    neighbour === undefined
      ? 0
      : shareOf(shares, (i) => (holds(i) ? 0 : nearnessOf(neighbour.match.likeness[i] as number)))
  const missing = (is: (concept: (typeof concepts)[number] | undefined) => boolean | undefined): number =>
    shareOf(shares, (i) => (is(concepts[i]) && !holds(i) ? 1 : 0))
  const ownMeaning = meaning?.sentences[at] ?? 0
  let pairs = 0
  for (const found of order.pairs) pairs += found
  return {
    passage,
    'coverage-with-context': sentence.withContext,
    likeness: sentence.likeness,
    nearness: sentence.nearness,
    'sentence-before': adds(facts[at - 1]),
    'sentence-after': adds(facts[at + 1]),
    'answer-type': sentence.type,
    'answer-type-missing': expects !== null && sentence.type === 0 ? 1 : 0,
    'near-type': sentence.nearType,
    'number-before': sentence.numberBefore,
    'word-pairs': words.length < 2 ? 0 : pairs / (words.length - 1),
    theme: sentence.theme,
    'missing-names': missing((concept) => concept?.isName),
    'missing-numbers': missing((concept) => concept?.isNumber),
    'missing-verbs': missing((concept) => concept?.isVerb),
    focus: focus < 0 ? 0 : nearnessOf(match.likeness[focus] as number),
    'nearest-of-passage': relativeTo(
      sentence.nearness,
      facts.map(({ nearness }) => nearness),
    ),
    'best-of-passage': relativeTo(
      sentence.bm25,
      facts.map(({ bm25 }) => bm25),
    ),
    'place-in-passage': at / facts.length,
    'is-question': asks(text) ? 1 : 0,
    meaning: ownMeaning,
    'meaning-in-passage': meaning === null ? 0 : ownMeaning - Math.max(...meaning.sentences),
    'meaning-around': Math.max(meaning?.sentences[at - 1] ?? 0, meaning?.sentences[at + 1] ?? 0),
  }
}
