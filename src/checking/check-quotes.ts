import { createTurns } from '../concurrency/turns.ts'
import type { CheckedQuote, QuoteCheck } from '../domain/quote-check.ts'
import { type Checking, checkQuotation } from './check-quotation.ts'
import { quotationsIn } from './quotations.ts'
import { fragmentsOf } from './written.ts'

/** Quotations of one text that are looked up. */
const mostQuotations = 20

/**
 * Looks up what `text` puts between quotation marks. Not compared: white space, the form of quotation marks, dashes and
 * apostrophes, marks of Markdown, the case of the first letter, punctuation at either end. `…`, `...` and `[…]` may leave out
 * some 200 words, words in square brackets may stand for a few others, and `[T]he` is `the`.
 */
export const checkQuotes = async (text: string, checking: Checking): Promise<QuoteCheck> => {
  const quotations = quotationsIn(text)
    .map((written) => ({ written, fragments: fragmentsOf(written) }))
    .filter(({ fragments }) => fragments.length > 0)
  const turn = createTurns()
  const quotes: CheckedQuote[] = []
  for (const { written, fragments } of quotations.slice(0, mostQuotations)) {
    await turn()
    quotes.push(await checkQuotation(written, fragments, checking))
  }
  return { quotes, left: quotations.length - quotes.length, searched: await checking.library.size() }
}
