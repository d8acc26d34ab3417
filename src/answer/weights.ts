import type { SignalName } from './confidence.ts'
import learnedWithMeaning from './learned-weights-with-meaning.json' with { type: 'json' }
import learned from './learned-weights.json' with { type: 'json' }
import type { PassageFeatureName } from './passage-features.ts'
import type { SentenceFeatureName } from './sentence-features.ts'

/** A number for each name. */
export type Figures<Name extends string> = { readonly [K in Name]: number }

/** Weights of the features in the scores, and of the signals in the log-odds that the library answers. */
export type Weights = {
  readonly passage: Figures<PassageFeatureName>
  readonly sentence: Figures<SentenceFeatureName>
  readonly confidence: Figures<SignalName>
  /** Maps those log-odds to the log-odds that the first quote is right. */
  readonly calibration: { readonly slope: number; readonly offset: number }
}

/**
 * The weights that ship, for words alone. `learned-weights.json` has the command that learned them and the cross-validated quality of
 * the confidence; `bench/retrieval.yaml` has the quality of the answers.
 */
export const learnedWeights: Weights = learned

/** The weights that ship for where meaning counts as well. */
export const learnedWeightsWithMeaning: Weights = learnedWithMeaning

/** The threshold of silence in a library of a few articles, and in one of a thousand passages or more. */
const silenceInSmall = { passages: 60, below: 0.15 }
const silenceInLarge = { passages: 1200, below: 0.22 }

/**
 * The confidence below which a library is silent. The larger it is, the more of it resembles a question that it does
 * not answer.
 * @param passages how many the library has
 */
export const silenceBelow = (passages: number): number => {
  const share =
    Math.log(Math.max(1, passages) / silenceInSmall.passages) /
    Math.log(silenceInLarge.passages / silenceInSmall.passages)
  return silenceInSmall.below + Math.min(1, Math.max(0, share)) * (silenceInLarge.below - silenceInSmall.below)
}

/** Below this confidence, the first quote is more likely wrong than right, and a note says so. */
export const weakBelow = 0.5

/** The weighted sum of figures. */
export const weightedSum = <Name extends string>(
  names: readonly Name[],
  weights: Figures<Name>,
  figures: Figures<Name>,
): number => {
  let sum = 0
  for (const name of names) sum += weights[name] * figures[name]
  return sum
}
