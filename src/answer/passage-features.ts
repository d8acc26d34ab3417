import type { Likeness } from '../meaning/port.ts'
import type { Matcher, PassageMatch } from './match.ts'
import { nearnessOf, type SentenceFacts, shareOf } from './sentence-facts.ts'

/** The features that a passage's score is the weighted sum of; each is about 0 to 1. */
export const passageFeatureNames = [
  'index-score',
  'index-lead',
  'coverage',
  'coverage-with-context',
  'best-sentence-with-context',
  'likeness',
  'nearness',
  'three-sentences',
  'theme',
  'same-forms',
  'words-in-common',
  'word-pairs',
  'word-run',
  'answer-type',
  'near-type',
  'number-before',
  'missing-names',
  'nearby-coverage',
  'length',
  'meaning',
  'meaning-of-sentence',
] as const
export type PassageFeatureName = (typeof passageFeatureNames)[number]
export type PassageFeatures = { readonly [K in PassageFeatureName]: number }

/** A run is measured against at least this many words, so that a short question is not all run. */
const minRunLength = 3
/** Weight of the answer type when the best sentence is chosen. */
const typeShare = 0.3

const largest = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), 0)

/**
 * The features of a passage.
 * @param facts those of its sentences
 * @param index its score in the index, and that as a share of the best passage's
 * @param meaning how like the question it is in meaning; null when words decide alone
 */
export const passageFeaturesOf = (
  { query, shares }: Matcher,
  { counts, likeness, inContext, nearby, length, sentences }: PassageMatch,
  facts: readonly SentenceFacts[],
  index: { readonly score: number; readonly lead: number },
  meaning: Likeness | null,
): PassageFeatures => {
  const { concepts, words } = query
  const inPassage = (i: number): boolean => (counts[i] as number) > 0
  const held = (i: number): boolean => inPassage(i) || inContext[i] === true
  const answer = (of: SentenceFacts): number => of.nearness + typeShare * of.type
  const best = facts.reduce<SentenceFacts | undefined>(
    (found, next) => (found === undefined || answer(next) > answer(found) ? next : found),
    undefined,
  )
  const likenessAround = (at: number, i: number): number =>
    Math.max(sentences[at - 1]?.likeness[i] ?? 0, sentences[at]?.likeness[i] ?? 0, sentences[at + 1]?.likeness[i] ?? 0)
  const forms = new Set<string>()
  for (const { reading } of sentences) for (const word of reading.words) forms.add(word)
  let pairs = 0
  for (let i = 1; i < words.length; i++) if (facts.some(({ order }) => order.pairs[i] === 1)) pairs++
  return {
    'index-score': index.score / 10,
    'index-lead': index.lead,
    coverage: shareOf(shares, (i) => (inPassage(i) ? 1 : 0)),
    'coverage-with-context': shareOf(shares, (i) => (held(i) ? 1 : 0)),
    'best-sentence-with-context': largest(facts.map(({ withContext }) => withContext)),
    likeness: shareOf(shares, (i) => likeness[i] as number),
    nearness: shareOf(shares, (i) => nearnessOf(likeness[i] as number)),
    'three-sentences': largest(facts.map((_, at) => shareOf(shares, (i) => likenessAround(at, i)))),
    theme: largest(facts.map(({ theme }) => theme)),
    'same-forms': shareOf(shares, (i) => (forms.has(concepts[i]?.folded ?? '') ? 1 : 0)),
    'words-in-common': concepts.length === 0 ? 0 : concepts.filter((_, i) => held(i)).length / concepts.length,
    'word-pairs': words.length < 2 ? 0 : pairs / (words.length - 1),
    'word-run': largest(facts.map(({ order }) => order.run)) / Math.max(minRunLength, words.length),
    'answer-type': best?.type ?? 0,
    'near-type': largest(facts.map(({ nearType }) => nearType)),
    'number-before': largest(facts.map(({ numberBefore }) => numberBefore)),
    'missing-names': shareOf(shares, (i) => (concepts[i]?.isName && !held(i) ? 1 : 0)),
    'nearby-coverage': shareOf(shares, (i) => (held(i) || nearby[i] ? 1 : 0)),
    length: Math.log(1 + length) / 5,
    meaning: meaning?.passage ?? 0,
    'meaning-of-sentence': largest(meaning?.sentences ?? []),
  }
}
