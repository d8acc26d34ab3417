import type { Checking } from '../../../src/check/check-quotes.ts'
import { checkQuotes } from '../../../src/check/check-quotes.ts'
import { citationOf } from '../../../src/citation/citation.ts'
import type { CheckedQuote, QuoteCheck } from '../../../src/domain/quote-check.ts'
import type { Source } from '../../../src/domain/source.ts'
import { indexedSource } from '../../../src/index/indexed-source.ts'
import { memoryLibrary } from '../../../src/library/memory.ts'
import { analyser, type Documents, emptyIndex, sourceOf } from '../../support/engine.ts'

export type Checker = {
  readonly checking: Checking
  readonly sources: readonly Source[]
  check(text: string): Promise<QuoteCheck>
  /** What becomes of the only quotation of `text`. */
  soleQuotation(text: string): Promise<CheckedQuote>
}

/** Checks against documents in memory. */
export const checkerOver = async (documents: Documents): Promise<Checker> => {
  const library = memoryLibrary()
  const index = emptyIndex()
  const sources = Object.entries(documents).map(([path, text]) => sourceOf(path, text))
  for (const source of sources) await library.put(source)
  await index.replace(sources.map(indexedSource))
  const checking = { library, index, analyser, cite: citationOf }
  const check = (text: string): Promise<QuoteCheck> => checkQuotes(text, checking)
  return {
    checking,
    sources,
    check,
    soleQuotation: async (text) => {
      const { quotes } = await check(text)
      const [first] = quotes
      if (first === undefined || quotes.length > 1) throw new Error(`${quotes.length} quotations in ${text}`)
      return first
    },
  }
}
