import type { Judgement, RankingMeasures } from './judgement.ts'
import { auroc } from './judgement.ts'

/** A confidence, 0 to 1, and whether its answer was right. */
type Prediction = { readonly confidence: number; readonly isRight: boolean }

/** The predictions with a confidence from `from` up to `to`; means are null if there are none. */
export type CalibrationBin = {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly meanConfidence: number | null
  readonly shareRight: number | null
}

/** How well confidences match the share of right answers. */
export type Calibration = {
  /** A reliability diagram: bins of equal width, from 0 to 1. */
  readonly bins: readonly CalibrationBin[]
  /**
   * Expected calibration error: the mean distance between confidence and share right, weighted by a bin’s predictions.
   */
  readonly error: number
}

const meanOfBin = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** The calibration of at least one prediction. */
export const calibrationOf = (predictions: readonly Prediction[], binCount = 10): Calibration => {
  const binOf = ({ confidence }: Prediction): number => Math.min(binCount - 1, Math.floor(confidence * binCount))
  const bins = Array.from({ length: binCount }, (_, at): CalibrationBin => {
    const own = predictions.filter((prediction) => binOf(prediction) === at)
    const isEmpty = own.length === 0
    return {
      from: at / binCount,
      to: (at + 1) / binCount,
      count: own.length,
      meanConfidence: isEmpty ? null : meanOfBin(own.map(({ confidence }) => confidence)),
      shareRight: isEmpty ? null : meanOfBin(own.map(({ isRight }) => (isRight ? 1 : 0))),
    }
  })
  const error = bins.reduce(
    (sum, { count, meanConfidence, shareRight }) =>
      sum + (count / predictions.length) * Math.abs((meanConfidence ?? 0) - (shareRight ?? 0)),
    0,
  )
  return { bins, error }
}

/** The value that `share` of `values` do not exceed (nearest rank); `values` has at least one. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] as number

/** How well judged documents are ranked: means over `queries` questions. */
type RankingReport = RankingMeasures & { readonly queries: number }

/** How well answerable questions are answered: shares of `answers` questions, null where nothing was judged. */
type AnswerReport = {
  readonly answers: number
  readonly sentence: number | null
  readonly sentence3: number | null
  readonly contains: number | null
  /** UTF-16 units per first quote, silent answers aside. */
  readonly meanQuoteChars: number
  readonly falseSilent: number
}

/** How well silence is judged. */
type SilenceReport = {
  readonly unanswerable: number
  /** Share of them that got silence. */
  readonly silent: number
  /** Of the confidence, answerable against unanswerable questions; null if there are no answerable ones. */
  readonly auroc: number | null
  /** Share of all questions that were answered if and only if they are answerable. */
  readonly decisionAccuracy: number
}

/** The figures of an evaluation; a part is null if the collection has nothing to measure it by. */
export type Report = {
  readonly documents: number
  readonly questions: number
  readonly ranking: RankingReport | null
  readonly answering: AnswerReport | null
  /** Quotes of all questions that differ from the text at their offsets. */
  readonly notVerbatim: number
  readonly silence: SilenceReport | null
  readonly calibration: Calibration | null
  /** Per question, end to end. */
  readonly milliseconds: { readonly p50: number; readonly p95: number }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]): number => sum(values) / Math.max(1, values.length)
const share = (flags: readonly boolean[]): number => mean(flags.map(Number))
const known = <T>(values: readonly (T | null)[]): readonly T[] => values.filter((value): value is T => value !== null)

const rankingReport = (measured: readonly RankingMeasures[]): RankingReport | null => {
  const meanOf = (measure: keyof RankingMeasures): number => mean(measured.map((each) => each[measure]))
  if (measured.length === 0) return null
  return {
    queries: measured.length,
    ndcg10: meanOf('ndcg10'),
    recall100: meanOf('recall100'),
    hit1: meanOf('hit1'),
    hit5: meanOf('hit5'),
    mrr10: meanOf('mrr10'),
  }
}

const answerReport = (answerable: readonly Judgement[]): AnswerReport | null => {
  /** Over all answerable questions, if any was judged by it. */
  const shareOf = (measure: 'sentence' | 'sentence3' | 'contains'): number | null => {
    const flags = answerable.map((judgement) => judgement[measure])
    return known(flags).length === 0 ? null : share(flags.map((flag) => flag === true))
  }
  if (answerable.length === 0) return null
  return {
    answers: answerable.length,
    sentence: shareOf('sentence'),
    sentence3: shareOf('sentence3'),
    contains: shareOf('contains'),
    meanQuoteChars: mean(known(answerable.map(({ firstQuoteLength }) => firstQuoteLength))),
    falseSilent: share(answerable.map(({ isSilent }) => isSilent)),
  }
}

const silenceReport = (judged: readonly Judgement[]): SilenceReport | null => {
  const confidences = (answerable: boolean) =>
    judged.filter((judgement) => judgement.answerable === answerable).map(({ confidence }) => confidence)
  const unanswerable = judged.filter(({ answerable }) => !answerable)
  if (unanswerable.length === 0) return null
  return {
    unanswerable: unanswerable.length,
    silent: share(unanswerable.map(({ isSilent }) => isSilent)),
    auroc: auroc(confidences(true), confidences(false)),
    decisionAccuracy: share(judged.map(({ answerable, isSilent }) => answerable !== isSilent)),
  }
}

/** The figures of a collection. @param judged at least one question */
export const reportOf = (documents: number, judged: readonly Judgement[]): Report => {
  const predictions = judged.flatMap(({ confidence, isRight }) => (isRight === null ? [] : [{ confidence, isRight }]))
  const times = judged.map(({ milliseconds }) => milliseconds)
  return {
    documents,
    questions: judged.length,
    ranking: rankingReport(known(judged.map(({ ranking }) => ranking))),
    answering: answerReport(judged.filter(({ answerable }) => answerable)),
    notVerbatim: sum(judged.map(({ notVerbatim }) => notVerbatim)),
    silence: silenceReport(judged),
    calibration: predictions.length === 0 ? null : calibrationOf(predictions),
    milliseconds: { p50: percentile(times, 0.5), p95: percentile(times, 0.95) },
  }
}

/** Shares are given to four decimal places: more is noise. */
const rounded = (value: number): number => Number(value.toFixed(4))

const roundedAll = (figures: { readonly [name: string]: number | null }): object =>
  Object.fromEntries(
    Object.entries(figures).flatMap(([name, value]) => (value === null ? [] : [[name, rounded(value)] as const])),
  )

/** The report as `--json` prints it, without what was not measured. */
export const reportJson = (set: string, split: string, report: Report): object => {
  const { documents, questions, ranking, answering, silence, calibration, milliseconds } = report
  return {
    set,
    split,
    documents,
    questions,
    ...roundedAll({ ...ranking }),
    ...roundedAll({ ...answering }),
    ...(answering ? { meanQuoteChars: Math.round(answering.meanQuoteChars) } : {}),
    notVerbatim: report.notVerbatim,
    ...roundedAll({ ...silence }),
    ...(calibration ? { calibrationError: rounded(calibration.error) } : {}),
    ...(calibration ? { reliability: calibration.bins.map((bin) => roundedAll({ ...bin })) } : {}),
    p50Ms: Number(milliseconds.p50.toFixed(2)),
    p95Ms: Number(milliseconds.p95.toFixed(2)),
  }
}
