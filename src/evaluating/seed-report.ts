import type { Answer } from '../domain/answer.ts'
import type { Quote } from '../domain/quote.ts'
import { auroc } from './auroc.ts'
import type { EvidencedQuestion } from './question-file.ts'

/** How well questions about a library are answered; counts are of questions. */
export type SeedReport = {
  readonly answerable: number
  /** Shares of the answerable questions of which the first quote, or one of the first three, has the evidence. */
  readonly hit1: number
  readonly hit3: number
  /** Mean of one over the rank of the first quote that has the evidence. */
  readonly mrr: number
  /** Answerable questions that met silence. */
  readonly falseSilent: number
  readonly unanswerable: number
  /** Unanswerable questions that met silence. */
  readonly silent: number
  /** Of confidence, answerable questions against unanswerable ones; null when there are not both. */
  readonly auroc: number | null
  /** UTF-16 units of a quote. */
  readonly meanQuoteChars: number
  /** Quotes that are not the text at their place. */
  readonly notVerbatim: number
}

/** What a quote has to hold of the evidence at its place to count: quotes may end at a comma before it does. */
const shareHeld = 0.75

type TextOf = (source: string) => string | undefined

const hasEvidence = (quote: Quote, { evidence }: EvidencedQuestion, textOf: TextOf): boolean =>
  evidence.some(({ source, contains }) => {
    const start = textOf(source)?.indexOf(contains) ?? -1
    const shared = Math.min(quote.end, start + contains.length) - Math.max(quote.start, start)
    return quote.source === source && start >= 0 && shared >= shareHeld * contains.length
  })

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/** The figures of at least one answered question; `textOf` gives the text of a source of the library. */
export const seedReportOf = (
  answered: readonly { readonly question: EvidencedQuestion; readonly answer: Answer }[],
  textOf: TextOf,
): SeedReport => {
  const isAnswerable = ({ question }: (typeof answered)[number]): boolean => question.evidence.length > 0
  const answerable = answered.filter(isAnswerable)
  const unanswerable = answered.filter((each) => !isAnswerable(each))
  const ranks = answerable.map(({ question, answer }) => {
    const at = answer.quotes.findIndex(({ quote }) => hasEvidence(quote, question, textOf))
    return at < 0 ? Number.POSITIVE_INFINITY : at + 1
  })
  const quotes = answered.flatMap(({ answer }) => answer.quotes.map(({ quote }) => quote))
  const silences = (among: typeof answered): number => among.filter(({ answer }) => answer.kind === 'silent').length
  const confidences = (among: typeof answered): readonly number[] => among.map(({ answer }) => answer.confidence)
  return {
    answerable: answerable.length,
    hit1: mean(ranks.map((rank) => (rank === 1 ? 1 : 0))),
    hit3: mean(ranks.map((rank) => (rank <= 3 ? 1 : 0))),
    mrr: mean(ranks.map((rank) => 1 / rank)),
    falseSilent: silences(answerable),
    unanswerable: unanswerable.length,
    silent: silences(unanswerable),
    auroc: auroc(confidences(answerable), confidences(unanswerable)),
    meanQuoteChars: mean(quotes.map(({ exact }) => exact.length)),
    notVerbatim: quotes.filter(({ source, start, end, exact }) => textOf(source)?.slice(start, end) !== exact).length,
  }
}
