import type { Answer } from '../../src/domain/answer.ts'
import type { Citation } from '../../src/domain/citation.ts'
import { quoteFrom } from '../../src/domain/quote.ts'
import type { Source } from '../../src/domain/source.ts'
import type { Span } from '../../src/domain/span.ts'
import type { Quoth } from '../../src/quoth.ts'

/**
 * Looks up each run of text that a full stop ends, and finds what stands between “ and ” when a source has just those
 * characters.
 */
export const fakeChecking = (
  sources: readonly Source[],
  ask: (question: string) => Promise<Answer>,
  cite: (source: Source, span: Span) => Citation,
): Pick<Quoth, 'findSources' | 'checkQuotes'> => ({
  findSources: async (text) => ({
    statements: await Promise.all(
      (text.match(/[^.]+\./g) ?? []).map(async (statement) => ({
        statement,
        quotes: (await ask(statement)).quotes,
        isWeak: false,
      })),
    ),
    left: 0,
    searched: sources.length,
  }),
  checkQuotes: async (text) => ({
    quotes: [...text.matchAll(/“([^”]+)”/g)].map(([, written = '']) => {
      const source = sources.find((each) => each.text.includes(written))
      if (source === undefined) return { written, verdict: { kind: 'not-found' } }
      const start = source.text.indexOf(written)
      const span = { start, end: start + written.length }
      return {
        written,
        verdict: { kind: 'verbatim', places: [{ quote: quoteFrom(source, span), citation: cite(source, span) }] },
      }
    }),
    left: 0,
    searched: sources.length,
  }),
})
