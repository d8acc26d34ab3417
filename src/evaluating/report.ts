import { auroc } from './auroc.ts'
import { type Calibration, calibrationOf } from './calibration.ts'
import type { Judgement } from './judgement.ts'
import { percentile } from './percentile.ts'
import type { RankingMeasures } from './ranking-measures.ts'

/** How well the documents that somebody judged are ranked: means over `queries` questions. */
export type RankingReport = RankingMeasures & { readonly queries: number }

/** How well answerable questions are answered: shares of `answers` questions. Null where the collection does not say. */
export type AnswerReport = {
  readonly answers: number
  readonly sentence: number | null
  readonly sentence3: number | null
  readonly contains: number | null
  /** UTF-16 units of a first quote, without silent answers. */
  readonly meanQuoteChars: number
  readonly falseSilent: number
}

/** How well it is known when to be silent. */
export type SilenceReport = {
  readonly unanswerable: number
  /** Share of them that met silence. */
  readonly silent: number
  /** Of confidence, answerable questions against unanswerable ones; null when there are none of the former. */
  readonly auroc: number | null
  /** Share of all questions that were answered and are answerable, or met silence and are not. */
  readonly decisionAccuracy: number
}

/** What an evaluation says; a part is null when the collection has nothing to measure it by. */
export type Report = {
  readonly documents: number
  readonly questions: number
  readonly ranking: RankingReport | null
  readonly answering: AnswerReport | null
  /** Quotes that are not the text at their place, of all questions. */
  readonly notVerbatim: number
  readonly silence: SilenceReport | null
  readonly calibration: Calibration | null
  /** Of one question, end to end. */
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
  /** Of all answerable questions, once the collection says it of one. */
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

/** The figures of a collection of `documents` documents, from the judgements of at least one question. */
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
