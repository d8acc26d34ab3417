import type { Answer, RankedQuote } from '../domain/answer.ts'
import type { Citation } from '../domain/citation.ts'
import { msg } from '../domain/message.ts'
import { quoteFrom } from '../domain/quote.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { chooseQuotes } from './choose-quotes.ts'
import { confidenceOf, evidenceOf, maxConfidence } from './confidence.ts'
import { type Answering, type Asking, type Considered, consider, isFoundWordForWord } from './consider.ts'
import { explanationOf, rounded } from './explain.ts'
import { permittingFirst } from './permission.ts'
import type { QuestionSyntax } from './question-syntax.ts'
import { replacementNotes } from './replacement.ts'
import { silenceBelow, weakBelow } from './weights.ts'

/** Sources that a silent answer names as nearest. */
const maxNearest = 3

/** The closest sources, each cited at its best sentence: those of the candidates, then those of the ranking. */
const nearestOf = ({ candidates, ranking, sources }: Considered, cite: Answering['cite']): readonly Citation[] => {
  const first = new Map<SourceId, Citation>()
  const add = (source: Source | undefined, span: Span | undefined): void => {
    if (source && span && first.size < maxNearest && !first.has(source.id)) first.set(source.id, cite(source, span))
  }
  for (const { source, span } of candidates) add(source, span)
  for (const { passage } of ranking) {
    const source = sources.get(passage.source)
    if (source?.version === passage.version) add(source, passage.sentences[0])
  }
  return [...first.values()]
}

/** `quotes` is the maximum number of quotes; `explain` adds why this is the answer. */
export type AskOptions = Asking & { readonly quotes: number; readonly explain?: boolean }

/** The library's words on `question`, or silence. The same library and question give the same Answer, byte for byte. */
export const ask = async (question: QuestionSyntax, options: AskOptions, answering: Answering): Promise<Answer> => {
  const considered = await consider(question, options, answering)
  const answer = answerFrom(considered, options.quotes, answering)
  return options.explain ? { ...answer, explanation: explanationOf(considered, answer, answering) } : answer
}

/** The answer that follows from `considered`, with at most `quotes` quotes. */
export const answerFrom = (considered: Considered, quotes: number, { analyser, weights, cite }: Answering): Answer => {
  const { query, candidates, notes, searched } = considered
  const evidence = evidenceOf(query, { ...considered, passages: considered.size })
  const confidence = isFoundWordForWord(considered) ? maxConfidence : rounded(confidenceOf(evidence, weights))
  const common = {
    question: query.question,
    confidence,
    unknownTerms: query.concepts.filter(({ isUnknown }) => isUnknown).map(({ surface }) => surface),
    notes: [...replacementNotes(query.replacements, candidates, analyser), ...notes],
    searched,
  }
  const quotable = confidence < silenceBelow(considered.size) ? [] : chooseQuotes(permittingFirst(query, candidates))
  if (quotable.length === 0) return { kind: 'silent', ...common, quotes: [], nearest: nearestOf(considered, cite) }
  const chosen = quotable.slice(0, quotes).map(
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
  const more = quotable.length - chosen.length
  return { kind: 'quoted', ...common, notes: [...weak, ...common.notes], quotes: chosen, more, nearest: [] }
}
