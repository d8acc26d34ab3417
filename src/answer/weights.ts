import type { SignalName } from './confidence.ts'
import learned from './learned-weights.json' with { type: 'json' }
import learnedWithMeaning from './learned-weights-with-meaning.json' with { type: 'json' }
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
 * The weights that ship, for words alone. `learned-weights.json` has the command that learned them and the
 * cross-validated quality of the confidence; `bench/retrieval.yaml` has the quality of the answers.
 */
export const learnedWeights: Weights = learned

/** The weights that ship for where meaning counts as well. */
export const learnedWeightsWithMeaning: Weights = learnedWithMeaning

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
