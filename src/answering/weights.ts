import type { SignalName } from './confidence.ts'
import learned from './learned-weights.json' with { type: 'json' }
import type { PassageFeatureName } from './ranking/passage-features.ts'
import type { SentenceFeatureName } from './ranking/sentence-features.ts'

type Weights<Name extends string> = { readonly [K in Name]: number }

/** What each feature adds to a passage's score, learned: `learned-weights.json` tells from what, and how well they do. */
export const passageWeights: Weights<PassageFeatureName> = learned.passage

/** What each feature adds to a sentence's score, learned likewise. */
export const sentenceWeights: Weights<SentenceFeatureName> = {
  ...learned.sentence,
  // Set by hand, since the tuning set has no conversations: who asks wants an answer, not the question asked by another.
  'is-question': -3,
}

/** What each signal adds to the log-odds that the first quote answers, learned likewise. */
export const confidenceWeights: Weights<SignalName> = learned.confidence

/** Below this confidence the library is held to be silent. */
export const silenceBelow = 0.3

/** Below this confidence a quote is as likely as not beside the question, and its reader is told so. */
export const weakBelow = 0.5

/** The weighted sum of features. */
export const weighed = <Name extends string>(
  names: readonly Name[],
  weights: Weights<Name>,
  features: Weights<Name>,
): number => {
  let sum = 0
  for (const name of names) sum += weights[name] * features[name]
  return sum
}
