import type { SignalName } from './confidence.ts'
import type { FeatureName } from './features.ts'

/**
 * What each feature adds to a sentence's score. Learned by softmax regression over the sentences that compete:
 * `npx tsx bench/learn-weights.ts sentence DIR`, on SQuAD 1.1 paragraphs in small libraries; by cross-validation over
 * articles the right sentence is first for .697 of 2,144 questions, among the first three for .857.
 */
export const sentenceWeights: { readonly [K in FeatureName]: number } = {
  'passage-bm25': 3.38,
  'passage-coverage': 1.6,
  'sentence-bm25': 2.83,
  'sentence-coverage': 2.66,
  'with-context-coverage': 3.46,
  'neighbour-coverage': 3.49,
  'nearby-coverage': 1.43,
  'word-pairs': 2.35,
  'term-pairs': -0.61,
  closeness: 0.41,
  'answer-type': 0.91,
  'answer-type-missing': -0.91,
  'opens-passage': 0.22,
  brevity: -0.27,
}

/**
 * What each signal adds to the log-odds that the first quote answers. Learned by logistic regression:
 * `npx tsx bench/learn-weights.ts confidence DIR`, on the same libraries, with questions that they answer, that a left-out
 * part of their articles answers, and that other articles answer. By cross-validation over articles the area under the
 * curve is .973 against questions of other articles and .861 against those of left-out parts.
 */
export const confidenceWeights: { readonly [K in SignalName]: number } = {
  bias: -4.68,
  'sentence-coverage': 1.21,
  'passage-coverage': 1.28,
  'sentence-coverage-but-names': -0.04,
  'names-coverage': 1.3,
  'names-nearby': 0.53,
  unknown: -1.18,
  'found-in-sentence': 3.95,
  'missing-nearby': -0.8,
  closeness: 0.12,
  'word-pairs': 1.68,
  lead: 1.4,
  'answer-type-missing': -0.53,
  // Set by hand: what is asked decides, not whom it is asked of. It silences 13 of 1,438 right answers of the run above,
  // and 44 of 979 that were wrong or had none.
  'mostly-unknown': -5,
}

/**
 * Below this confidence the library is held to be silent: where right answers and right silences, against questions of
 * other articles, are most (.901 and .935 in the same run; of what only a left-out part answers, .585 are silent).
 */
export const silenceBelow = 0.2

/** Below this confidence a quote is as likely as not beside the question, and its reader is told so. */
export const weakBelow = 0.5
