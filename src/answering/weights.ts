import type { SignalName } from './confidence.ts'
import type { FeatureName } from './features.ts'

/**
 * What each feature adds to a sentence's score. Learned by softmax regression over the sentences that compete:
 * `npx tsx bench/learn-weights.ts sentence DIR`, on SQuAD 1.1 paragraphs in small libraries; by cross-validation over
 * articles the right sentence is first for .697 of 2,144 questions, among the first three for .856.
 */
export const sentenceWeights: { readonly [K in FeatureName]: number } = {
  'passage-bm25': 3.26,
  'passage-coverage': 1.62,
  'sentence-bm25': 2.72,
  'sentence-coverage': 2.66,
  'with-context-coverage': 3.48,
  'neighbour-coverage': 3.44,
  'nearby-coverage': 1.45,
  'word-pairs': 2.42,
  'term-pairs': -0.65,
  closeness: 0.45,
  'answer-type': 0.91,
  'answer-type-missing': -0.91,
  'opens-passage': 0.21,
  brevity: -0.24,
}

/**
 * What each signal adds to the log-odds that the first quote answers. Learned by logistic regression:
 * `npx tsx bench/learn-weights.ts confidence DIR`, on the same libraries, with questions that they answer, that a left-out
 * part of their articles answers, and that other articles answer. By cross-validation over articles the area under the
 * curve is .974 against questions of other articles and .863 against those of left-out parts.
 */
export const confidenceWeights: { readonly [K in SignalName]: number } = {
  bias: -4.76,
  'sentence-coverage': 1.07,
  'passage-coverage': 1.35,
  'sentence-coverage-but-names': 0.02,
  'names-coverage': 1.3,
  'names-nearby': 0.5,
  unknown: -1.16,
  'found-in-sentence': 3.96,
  'missing-nearby': -0.71,
  closeness: 0.17,
  'word-pairs': 1.76,
  lead: 1.43,
  'answer-type-missing': -0.5,
  // Set by hand: what is asked decides, not whom it is asked of. It silences 13 of 1,438 right answers of the run above,
  // and 44 of 979 that were wrong or had none.
  'mostly-unknown': -5,
}

/**
 * Below this confidence the library is held to be silent: where right answers and right silences, against questions of
 * other articles, are most (.899 and .939 in the same run; of what only a left-out part answers, .589 are silent).
 */
export const silenceBelow = 0.2

/** Below this confidence a quote is as likely as not beside the question, and its reader is told so. */
export const weakBelow = 0.5
