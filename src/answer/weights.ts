import type { SignalName } from './confidence.ts'
import learned from './learned-weights.json' with { type: 'json' }
import type { PassageFeatureName } from './passage-features.ts'
import type { SentenceFeatureName } from './sentence-features.ts'

/** A figure for each name. */
export type Figures<Name extends string> = { readonly [K in Name]: number }

/** What each feature adds to a score, and each signal to the log-odds that the library answers. */
export type Weights = {
  readonly passage: Figures<PassageFeatureName>
  readonly sentence: Figures<SentenceFeatureName>
  readonly confidence: Figures<SignalName>
  /** What makes of those log-odds how likely the first quote is to be right. */
  readonly calibration: { readonly slope: number; readonly offset: number }
}

/**
 * The weights that ship: `learned-weights.json` tells the command that learned them and, by cross-validation, how well the
 * confidence does; `bench/retrieval.yaml` how good the answers are.
 */
export const learnedWeights: Weights = learned

/** The bounds of silence in a library of a few articles, and in one of a thousand passages or more. */
const silenceInSmall = { passages: 60, below: 0.15 }
const silenceInLarge = { passages: 1200, below: 0.22 }

/**
 * The confidence below which a library of that many passages is held to be silent. The more it has, the more of it is like
 * a question that it does not answer.
 */
export const silenceBelow = (passages: number): number => {
  const share =
    Math.log(Math.max(1, passages) / silenceInSmall.passages) /
    Math.log(silenceInLarge.passages / silenceInSmall.passages)
  return silenceInSmall.below + Math.min(1, Math.max(0, share)) * (silenceInLarge.below - silenceInSmall.below)
}

/** Below this confidence a quote is as likely as not beside the question, and its reader is told so. */
export const weakBelow = 0.5

/** The weighted sum of figures. */
export const weighed = <Name extends string>(
  names: readonly Name[],
  weights: Figures<Name>,
  figures: Figures<Name>,
): number => {
  let sum = 0
  for (const name of names) sum += weights[name] * figures[name]
  return sum
}
