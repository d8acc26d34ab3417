import type { RankedQuote } from '../../domain/answer.ts'
import { missingFields } from '../../domain/bibliography.ts'
import type { Citation } from '../../domain/citation.ts'
import type { CheckedQuote } from '../../domain/quote-check.ts'
import type { Reply } from '../../domain/reply.ts'
import { inEnglish } from '../../domain/said.ts'
import type { Run } from '../../domain/source.ts'
import type { SourceCard } from '../../domain/source-card.ts'

/** What a run adds to a reply: how long it took and, in a batch, which line it answers. */
export type RunFacts = { readonly id?: string | number; readonly elapsedMs: number }

/** Fields of the contract first; what goes beyond it follows. Field names of CSL where CSL has one. */
const citationJson = (citation: Citation) => ({
  id: citation.id,
  source: citation.source,
  title: citation.title,
  author: citation.author,
  publisher: citation.publisher,
  issued: citation.issued,
  locator: { label: citation.locator.label, value: citation.locator.value },
  text: citation.text,
  titleShown: citation.titleShown,
  titleIsDerived: citation.titleIsDerived,
  URL: citation.URL,
  section: citation.locator.section,
  speaker: citation.speaker,
})

const runJson = ({ start, end, kind, rule }: Run) => ({ start, end, kind, ...(rule === undefined ? {} : { rule }) })

const cardJson = (card: SourceCard) => ({
  id: card.id,
  title: card.record.title,
  titleShown: card.titleShown,
  titleIsDerived: card.titleIsDerived,
  author: card.record.author,
  publisher: card.record.publisher,
  issued: card.record.issued,
  paragraphs: card.paragraphs,
  sentences: card.sentences,
  words: card.words,
  dateline: card.dateline,
  missing: missingFields(card.record),
  boilerplate: card.boilerplate.map(({ start, end, rule }) => ({ start, end, rule })),
  issuedKind: card.record.issuedKind,
  URL: card.record.URL,
  path: card.path,
  warnings: card.warnings.map(inEnglish),
})

const rankedJson = ({ rank, quote, score, citation }: RankedQuote) => ({
  rank,
  exact: quote.exact,
  prefix: quote.prefix,
  suffix: quote.suffix,
  start: quote.start,
  end: quote.end,
  score,
  citation: citationJson(citation),
})

const checkedJson = ({ written, verdict }: CheckedQuote) => ({
  written,
  verdict: verdict.kind,
  places: ('places' in verdict ? verdict.places : []).map(({ quote: { exact, start, end }, citation }) => ({
    exact,
    start,
    end,
    citation: citationJson(citation),
  })),
  ...('differences' in verdict ? { differences: verdict.differences } : {}),
  ...('hidden' in verdict ? { hidden: verdict.hidden } : {}),
})

/** The objects that `--json` prints for a reply, one a line. */
export const jsonOf = (reply: Reply, { id, elapsedMs }: RunFacts): readonly object[] => {
  switch (reply.kind) {
    case 'answer': {
      const { question, kind, confidence, quotes, nearest, unknownTerms, notes, searched, explanation } = reply.answer
      return [
        {
          ...(id === undefined ? {} : { id }),
          question,
          kind,
          confidence,
          quotes: quotes.map(rankedJson),
          nearest: nearest.map(citationJson),
          unknownTerms,
          notes: notes.map(inEnglish),
          searched,
          ...(explanation === undefined ? {} : { explanation }),
          elapsedMs,
        },
      ]
    }
    case 'summary': {
      const { source, sentences, of } = reply.summary
      return [
        {
          source,
          sentences: sentences.map(({ quote: { exact, start, end }, citation }) => ({
            exact,
            start,
            end,
            citation: citationJson(citation),
          })),
          of,
        },
      ]
    }
    case 'source-list':
      return reply.cards.map(cardJson)
    case 'source-card': {
      const runs = reply.source.runs.filter(({ kind }) => kind !== 'body')
      return [{ ...cardJson(reply.card), runs: runs.map(runJson) }]
    }
    case 'reference': {
      const { quote, citation, style, reference } = reply
      const { exact, prefix, suffix, start, end } = quote
      return [
        { id: citation.id, style, reference, exact, prefix, suffix, start, end, citation: citationJson(citation) },
      ]
    }
    case 'context': {
      const { quote, citation, paragraphs, of } = reply.context
      return [
        {
          id: citation.id,
          exact: quote.exact,
          paragraphs: paragraphs.map(({ quote: { exact, start, end }, number, holdsQuote, citation: own }) => ({
            number,
            holdsQuote,
            exact,
            start,
            end,
            citation: citationJson(own),
          })),
          of,
        },
      ]
    }
    case 'findings': {
      const { statements, left, searched } = reply.findings
      return [
        {
          statements: statements.map(({ statement, quotes, isWeak }) => ({
            statement,
            isWeak,
            quotes: quotes.map(rankedJson),
          })),
          left,
          searched,
          elapsedMs,
        },
      ]
    }
    case 'quote-check': {
      const { quotes, left, searched } = reply.check
      return [{ quotes: quotes.map(checkedJson), left, searched, elapsedMs }]
    }
    case 'settings':
      return [reply.settings]
    case 'help':
      return [{ commands: reply.commands }]
  }
}
