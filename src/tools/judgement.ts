import type { Quote } from '../domain/quote.ts'
import { contains, type Span } from '../domain/span.ts'
import type { Question } from './collection.ts'
import type { Response } from './engine.ts'

/** How well one ranking of documents does, each 0 to 1. Named as in TREC: the number is how deep it looks. */
export type RankingMeasures = {
  /** Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), with the relevance itself as gain. */
  readonly ndcg10: number
  /** Share of the relevant documents that are among the first hundred. */
  readonly recall100: number
  /** Whether a relevant document is first, and among the first five. */
  readonly hit1: number
  readonly hit5: number
  /** One over the rank of the first relevant document, 0 when that is behind the tenth. */
  readonly mrr10: number
}

const discountedGain = (relevances: readonly number[]): number =>
  relevances.slice(0, 10).reduce((sum, relevance, at) => sum + relevance / Math.log2(at + 2), 0)

/**
 * Measures of `ranked`, document ids, best first and without repeats, against `relevant`, which has at least one document,
 * by relevance above 0.
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

/** What one question adds to the figures; null where the collection does not say. */
export type Judgement = {
  readonly ranking: RankingMeasures | null
  readonly answerable: boolean
  readonly isSilent: boolean
  readonly confidence: number
  /** Whether the first quote covers the gold span in a relevant document, and whether one of the first three does. */
  readonly sentence: boolean | null
  readonly sentence3: boolean | null
  /** Whether the first quote holds a gold answer, letter case aside and whatever document it is from. */
  readonly contains: boolean | null
  /** UTF-16 units of the first quote; null when silent. */
  readonly firstQuoteLength: number | null
  /** Quotes that are not the text at their place. */
  readonly notVerbatim: number
  /**
   * Whether the confidence was in something right: whether the first quote, shown or held back by silence, covers the gold
   * span in a relevant document. False for a question that the collection does not answer; null when it gives no span.
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
 * Judges the response to a question: `documents` as its run ranks them, `textOf` the text of a document of the collection,
 * undefined for one that it has not.
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
 * The area under the ROC curve: how likely it is that one of `positives` is above one of `negatives`, a tie counting half.
 * Null when either is empty.
 */
export const auroc = (positives: readonly number[], negatives: readonly number[]): number | null => {
  if (positives.length === 0 || negatives.length === 0) return null
  const sorted = [...negatives].sort((a, b) => a - b)
  /** How many of `sorted` the test holds for, which holds for none behind the first that it does not hold for. */
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
