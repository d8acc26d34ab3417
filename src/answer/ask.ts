import type { Answer, RankedQuote } from '../domain/answer.ts'
import type { Citation } from '../domain/citation.ts'
import { msg } from '../domain/message.ts'
import { quoteFrom } from '../domain/quote.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { chooseQuotes } from './choose-quotes.ts'
import { confidenceOf, evidenceOf } from './confidence.ts'
import { type Answering, type Asking, type Considered, consider } from './consider.ts'
import { explanationOf, rounded } from './explain.ts'
import type { QuestionSyntax } from './question-syntax.ts'
import { replacementNotes } from './replacement.ts'
import { silenceBelow, weakBelow } from './weights.ts'

/** Sources that a silence names as nearest. */
const mostNearest = 3

/** The sources whose matter is nearest, each at its best sentence: those of the candidates, then those of the ranking. */
const nearestOf = ({ candidates, ranking, sources }: Considered, cite: Answering['cite']): readonly Citation[] => {
  const first = new Map<SourceId, Citation>()
  const add = (source: Source | undefined, span: Span | undefined): void => {
    if (source && span && first.size < mostNearest && !first.has(source.id)) first.set(source.id, cite(source, span))
  }
  for (const { source, span } of candidates) add(source, span)
  for (const { passage } of ranking) {
    const source = sources.get(passage.source)
    if (source?.version === passage.version) add(source, passage.sentences[0])
  }
  return [...first.values()]
}

/** How a question is asked; `quotes` is how many to give at most, `explain` whether to tell why it is this answer. */
export type AskOptions = Asking & { readonly quotes: number; readonly explain?: boolean }

/** The library's words on `question`, or silence. The same library and question give the same Answer, byte for byte. */
export const ask = async (question: QuestionSyntax, options: AskOptions, answering: Answering): Promise<Answer> => {
  const considered = await consider(question, options, answering)
  const answer = answerFrom(considered, options.quotes, answering)
  return options.explain ? { ...answer, explanation: explanationOf(considered, answer, answering) } : answer
}

/** The answer that `considered` comes to, with at most `quotes` quotes. */
export const answerFrom = (considered: Considered, quotes: number, { analyser, weights, cite }: Answering): Answer => {
  const { query, candidates, notes, searched } = considered
  const confidence = rounded(confidenceOf(evidenceOf(query, { ...considered, passages: considered.size }), weights))
  const common = {
    question: query.question,
    confidence,
    unknownTerms: query.concepts.filter(({ isUnknown }) => isUnknown).map(({ surface }) => surface),
    notes: [...replacementNotes(query.replacements, candidates, analyser), ...notes],
    searched,
  }
  const worth = confidence < silenceBelow(considered.size) ? [] : chooseQuotes(candidates)
  if (worth.length === 0) return { kind: 'silent', ...common, quotes: [], nearest: nearestOf(considered, cite) }
  const chosen = worth.slice(0, quotes).map(
    ({ source: from, span, best }, i): RankedQuote => ({
      rank: i + 1,
      quote: quoteFrom(from, span),
      score: rounded(best.score),
      citation: cite(from, span),
    }),
  )
  const weak =
    confidence < weakBelow
      ? [msg`The match is weak: these are the closest quotes, and they may not answer your question.`]
      : []
  const more = worth.length - chosen.length
  return { kind: 'quoted', ...common, notes: [...weak, ...common.notes], quotes: chosen, more, nearest: [] }
}
