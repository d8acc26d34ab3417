import { chancePerCharacter } from '../src/answer/choose-quotes.ts'
import { maxConfidence, type Seen, signalNames, signalsOf } from '../src/answer/confidence.ts'
import { type PassageFeatureName, passageFeatureNames } from '../src/answer/passage-features.ts'
import { competingPassages, logShares } from '../src/answer/rank.ts'
import { type SentenceFeatureName, sentenceFeatureNames } from '../src/answer/sentence-features.ts'
import type { Figures, Weights } from '../src/answer/weights.ts'
import type { PassageRow, SentenceRow, Trial } from './experiment.ts'
import { type Choice, learnChance, learnToChoose, logOddsOf, scoresOf } from './learners.ts'

const passageWidth = passageFeatureNames.length
const sentenceWidth = sentenceFeatureNames.length
/** The place of the passage's own score among the features of a sentence. */
const ofPassage = sentenceFeatureNames.indexOf('passage')

const joined = (width: number, rows: readonly Float32Array[]): Float32Array => {
  const all = new Float32Array(width * rows.length)
  for (const [at, row] of rows.entries()) all.set(row, at * width)
  return all
}

const passageChoice = ({ passages }: Trial): Choice => ({
  width: passageWidth,
  figures: joined(
    passageWidth,
    passages.map(({ features }) => features),
  ),
  right: passages.map(({ right }) => right),
})

/** A sentence that competes, with the passage that it stands in. */
type Competitor = {
  readonly features: Float32Array
  readonly passage: PassageRow
  readonly passageScore: number
  readonly sentence: SentenceRow
}

/** The sentences of the best passages of a trial, under the weights for passages. */
const competitors = (trial: Trial, weights: Float64Array): readonly Competitor[] => {
  const scores = scoresOf(passageChoice(trial), weights)
  const shares = logShares(scores)
  return [...trial.passages.keys()]
    .sort((a, b) => (scores[b] as number) - (scores[a] as number))
    .slice(0, competingPassages)
    .flatMap((place) => {
      const passage = trial.passages[place] as PassageRow
      return passage.sentences.map((sentence) => {
        const features = Float32Array.from(sentence.features)
        features[ofPassage] = shares[place] as number
        return { features, passage, passageScore: scores[place] as number, sentence }
      })
    })
}

const sentenceChoice = (some: readonly Competitor[]): Choice => ({
  width: sentenceWidth,
  figures: joined(
    sentenceWidth,
    some.map(({ features }) => features),
  ),
  right: some.map(({ sentence }) => sentence.right),
})

const named = <Name extends string>(names: readonly Name[], figures: ArrayLike<number>): Figures<Name> =>
  Object.fromEntries(names.map((name, at) => [name, figures[at]])) as Figures<Name>

/** The signals of a trial whose sentences compete as `some` do; null when none does. */
const signalsIn = ({ asked, proposed }: Trial, some: readonly Competitor[], weights: Float64Array) => {
  const scores = scoresOf(sentenceChoice(some), weights)
  const shares = logShares(scores)
  const [first, second] = [...some.keys()].sort((a, b) => (scores[b] as number) - (scores[a] as number))
  if (first === undefined) return null
  const seen = (at: number): Seen => {
    const { features, passage, passageScore } = some[at] as Competitor
    return {
      features: named<SentenceFeatureName>(sentenceFeatureNames, features),
      passage: {
        features: named<PassageFeatureName>(passageFeatureNames, passage.features),
        indexShare: passage.indexShare,
        score: passageScore,
      },
      chance: Math.exp(shares[at] as number),
    }
  }
  const signals = signalsOf(asked, proposed, seen(first), second === undefined ? undefined : seen(second))
  return { signals, right: isQuotedRight(some, shares, first) }
}

/** What weights make of a trial. */
export type Outcome = {
  readonly trial: Trial
  readonly confidence: number
  /** Whether the first quote is right; whether its passage is; whether one of the first three sentences is. */
  readonly right: boolean
  readonly passageRight: boolean
  readonly inThree: boolean
}

/** What `weights` make of each trial. */
export const applied = (trials: readonly Trial[], weights: Weights): readonly Outcome[] => {
  const passage = Float64Array.from(passageFeatureNames, (name) => weights.passage[name])
  const sentence = Float64Array.from(sentenceFeatureNames, (name) => weights.sentence[name])
  const signals = Float64Array.from(signalNames, (name) => weights.confidence[name])
  const { slope, offset } = weights.calibration
  return trials.map((trial) => {
    const some = competitors(trial, passage)
    const found = signalsIn(trial, some, sentence)
    if (found === null) return { trial, confidence: 0, right: false, passageRight: false, inThree: false }
    const scores = scoresOf(sentenceChoice(some), sentence)
    const best = [...some.keys()]
      .sort((a, b) => (scores[b] as number) - (scores[a] as number))
      .slice(0, 3)
      .map((at) => some[at] as Competitor)
    const figures = Float32Array.from(signalNames, (name) => found.signals[name])
    const odds = slope * logOddsOf(figures, signals) + offset
    return {
      trial,
      confidence: maxConfidence / (1 + Math.exp(-odds)),
      right: found.right && trial.standing === 'here',
      passageRight: best[0]?.passage.right === true,
      inThree: best.some((each) => each.sentence.right),
    }
  })
}

/**
 * Whether the first quote would hold the answer: the first sentence, or a neighbour that is likely enough to be quoted
 * with it.
 */
const isQuotedRight = (some: readonly Competitor[], shares: readonly number[], first: number): boolean => {
  const own = some[first] as Competitor
  const goesOn = (step: 1 | -1): boolean => {
    for (let at = first + step; some[at]?.passage === own.passage; at += step) {
      const { sentence } = some[at] as Competitor
      if (Math.exp(shares[at] as number) / (sentence.length + 1) < chancePerCharacter) return false
      if (sentence.right) return true
    }
    return false
  }
  return own.sentence.right || goesOn(1) || goesOn(-1)
}

/**
 * Weights learned from `trials`: of passages, then of the sentences of the best of them, then of the confidence in the
 * first.
 */
export const learn = (trials: readonly Trial[]): Weights => {
  const here = trials.filter(({ standing }) => standing === 'here')
  const passage = learnToChoose(passageWidth, here.map(passageChoice))
  const sentence = learnToChoose(
    sentenceWidth,
    here.map((trial) => sentenceChoice(competitors(trial, passage))),
  )
  // Set by hand, since the tuning set has no conversations: who asks wants an answer, not the question asked by
  // another.
  sentence[sentenceFeatureNames.indexOf('is-question')] = -3
  const rows = trials.flatMap((trial) => {
    const found = signalsIn(trial, competitors(trial, passage), sentence)
    if (found === null) return []
    const { signals, right } = found
    return [{ figures: Float32Array.from(signalNames, (name) => signals[name]), right, trial }]
  })
  const confidence = learnChance(
    signalNames.length,
    rows.map(({ figures, trial }) => ({ figures, isTrue: trial.standing === 'here' })),
  )
  // The whole collection has an answer to every question, which is not what a library is asked.
  const asked = rows.filter(({ trial }) => trial.library !== 'whole')
  const [slope = 1, offset = 0] = learnChance(
    2,
    asked.map(({ figures, right, trial }) => ({
      figures: Float32Array.of(logOddsOf(figures, confidence), 1),
      isTrue: trial.standing === 'here' && right,
    })),
    maxConfidence,
  )
  return {
    passage: named(passageFeatureNames, passage),
    sentence: named(sentenceFeatureNames, sentence),
    confidence: named(signalNames, confidence),
    calibration: { slope, offset },
  }
}
