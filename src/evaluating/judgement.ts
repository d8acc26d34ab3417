import type { Quote } from '../domain/quote.ts'
import { contains, type Span } from '../domain/span.ts'
import type { Question } from './collection.ts'
import type { Response } from './engine.ts'
import { measureRanking, type RankingMeasures } from './ranking-measures.ts'

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
