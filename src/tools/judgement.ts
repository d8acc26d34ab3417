import type { Quote } from '../domain/quote.ts'
import { contains, type Span } from '../domain/span.ts'
import type { Question } from './collection.ts'
import type { Response } from './engine.ts'

/** Measures of one ranking of documents, 0 to 1, named as in TREC: the number is the cut-off. */
export type RankingMeasures = {
  /** Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), with the relevance itself as gain. */
  readonly ndcg10: number
  /** Share of the relevant documents that are among the first hundred. */
  readonly recall100: number
  /** Whether a relevant document is first, and among the first five. */
  readonly hit1: number
  readonly hit5: number
  /** Reciprocal rank of the first relevant document, 0 below the tenth. */
  readonly mrr10: number
}

const discountedGain = (relevances: readonly number[]): number =>
  relevances.slice(0, 10).reduce((sum, relevance, at) => sum + relevance / Math.log2(at + 2), 0)

/**
 * @param ranked document ids, best first, without repeats
 * @param relevant relevance above 0 by document id; at least one
 */
export const measureRanking = (ranked: readonly string[], relevant: ReadonlyMap<string, number>): RankingMeasures => {
  const first = ranked.findIndex((id) => relevant.has(id))
  const rank = first < 0 ? Number.POSITIVE_INFINITY : first + 1
  return {
    ndcg10:
      discountedGain(ranked.map((id) => relevant.get(id) ?? 0)) /
      discountedGain([...relevant.values()].sort((a, b) => b - a)),
    recall100: ranked.slice(0, 100).filter((id) => relevant.has(id)).length / relevant.size,
    hit1: rank === 1 ? 1 : 0,
    hit5: rank <= 5 ? 1 : 0,
    mrr10: rank <= 10 ? 1 / rank : 0,
  }
}

/** The measures of one question; null where the collection has no judgement. */
export type Judgement = {
  readonly ranking: RankingMeasures | null
  readonly answerable: boolean
  readonly isSilent: boolean
  readonly confidence: number
  /** Whether the first quote covers the gold span in a relevant document, and whether one of the first three does. */
  readonly sentence: boolean | null
  readonly sentence3: boolean | null
  /** Whether the first quote contains a gold answer, ignoring case, from whatever document. */
  readonly contains: boolean | null
  /** UTF-16 units of the first quote; null for silence. */
  readonly firstQuoteLength: number | null
  /** Quotes that differ from the text at their offsets. */
  readonly notVerbatim: number
  /**
   * Whether the first quote, shown or withheld, covers the gold span in a relevant document. False for an unanswerable
   * question; null if the collection gives no span.
   */
  readonly isRight: boolean | null
  readonly milliseconds: number
}

/** Whether `span` of the document covers the gold span. */
const covers = ({ relevant, gold }: Question, span: Span & { readonly source: string }): boolean =>
  gold !== null && relevant.has(span.source) && contains(span, gold)

const holdsAnswer = ({ answers }: Question, { exact }: Quote): boolean =>
  answers.some((answer) => exact.toLowerCase().includes(answer.toLowerCase()))

/**
 * Judges the response to a question.
 * @param documents as the run ranks them
 * @param textOf the text of a document, undefined for one that the collection does not have
 */
export const judge = (
  question: Question,
  { answer, milliseconds, first }: Response,
  documents: readonly string[],
  textOf: (document: string) => string | undefined,
): Judgement => {
  const quotes = answer.quotes.map(({ quote }) => quote)
  const [shown] = quotes
  const isQuoted = (holds: (quote: Quote) => boolean, among: number): boolean => quotes.slice(0, among).some(holds)
  const hasGold = question.answerable && question.gold !== null
  return {
    ranking: question.relevant.size > 0 ? measureRanking(documents, question.relevant) : null,
    answerable: question.answerable,
    isSilent: answer.kind === 'silent',
    confidence: answer.confidence,
    sentence: hasGold ? isQuoted((quote) => covers(question, quote), 1) : null,
    sentence3: hasGold ? isQuoted((quote) => covers(question, quote), 3) : null,
    contains:
      question.answerable && question.answers.length > 0 ? isQuoted((quote) => holdsAnswer(question, quote), 1) : null,
    firstQuoteLength: shown ? shown.exact.length : null,
    notVerbatim: quotes.filter(({ source, start, end, exact }) => textOf(source)?.slice(start, end) !== exact).length,
    isRight: hasGold ? first !== null && covers(question, first) : question.answerable ? null : false,
    milliseconds,
  }
}

/**
 * The area under the ROC curve: the probability that one of `positives` is above one of `negatives`, a tie counting
 * half.
 * @returns null if either is empty
 */
export const auroc = (positives: readonly number[], negatives: readonly number[]): number | null => {
  if (positives.length === 0 || negatives.length === 0) return null
  const sorted = [...negatives].sort((a, b) => a - b)
  /** How many of `sorted` meet the test, which the first ones do and the rest do not. */
  const countWhile = (holds: (value: number) => boolean): number => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(sorted[middle] as number)) low = middle + 1
      else high = middle
    }
    return low
  }
  const wins = positives.reduce((sum, positive) => {
    const below = countWhile((value) => value < positive)
    return sum + below + (countWhile((value) => value <= positive) - below) / 2
  }, 0)
  return wins / (positives.length * negatives.length)
}
