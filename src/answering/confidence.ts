import { type FeatureName, featureNames } from './features.ts'
import type { Query } from './query.ts'
import type { Candidate } from './rank.ts'
import { confidenceWeights } from './weights.ts'

/** What the confidence is made of, in the order of the weights; each 0 to 1. */
export const signalNames = [
  'bias',
  'sentence-coverage',
  'passage-coverage',
  'sentence-coverage-but-names',
  'names-coverage',
  'names-nearby',
  'nothing-but-names',
  'unknown',
  'found-in-sentence',
  'missing-nearby',
  'closeness',
  'word-pairs',
  'lead',
  'answer-type-missing',
] as const

/** What a verb counts against a noun as rare: what is done is said in many ways, who and what in few. */
const verbShare = 0.5

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** Signals that the best candidate answers, in the order of `signalNames`; none without a candidate. */
export const signalsOf = (query: Query, [first, second]: readonly Candidate[]): readonly number[] => {
  if (first === undefined) return []
  const holds = query.concepts.map((concept, i) => {
    const inSentence = first.has[i] === true
    const inPassage =
      inSentence ||
      concept.alternatives.some((terms) =>
        terms.every((term) => first.passage.occurrences.has(term) || first.passage.context.has(term)),
      )
    return {
      ...concept,
      weight: concept.weight * (concept.isVerb ? verbShare : 1),
      inSentence,
      inPassage,
      isNear: first.view.nearby[i] === true,
    }
  })
  const weigh = (of: typeof holds): number => of.reduce((sum, { weight }) => sum + weight, 0)
  const names = holds.filter(({ isName }) => isName)
  const others = holds.filter(({ isName }) => !isName)
  const featureOf = (name: FeatureName): number => first.features[featureNames.indexOf(name)] ?? 0
  return [
    1,
    share(weigh(holds.filter(({ inSentence }) => inSentence)), weigh(holds)),
    share(weigh(holds.filter(({ inPassage }) => inPassage)), weigh(holds)),
    others.length === 0 ? 1 : share(weigh(others.filter(({ inSentence }) => inSentence)), weigh(others)),
    names.length === 0 ? 1 : share(weigh(names.filter(({ inPassage }) => inPassage)), weigh(names)),
    names.length === 0 ? 1 : share(weigh(names.filter(({ isNear }) => isNear)), weigh(names)),
    others.length > 0 && names.length > 0 && !others.some(({ inSentence }) => inSentence) ? 1 : 0,
    share(weigh(holds.filter(({ isUnknown }) => isUnknown)), weigh(holds)),
    Math.min(1, holds.filter(({ inSentence }) => inSentence).length / 6),
    Math.min(1, holds.filter(({ isNear }) => !isNear).length / 4),
    featureOf('closeness'),
    featureOf('word-pairs'),
    second ? Math.min(1, (first.score - second.score) / 4) : 1,
    featureOf('answer-type-missing'),
  ]
}

/** 0 to 1: how likely it is that the first candidate answers; 0 when there is none. */
export const confidenceOf = (query: Query, candidates: readonly Candidate[]): number => {
  const signals = signalsOf(query, candidates)
  if (signals.length === 0) return 0
  return 1 / (1 + Math.exp(-signals.reduce((sum, value, i) => sum + value * (confidenceWeights[i] ?? 0), 0)))
}
