import type { Answer, RankedQuote } from '../domain/answer.ts'
import type { Citation } from '../domain/citation.ts'
import type { Ranking } from '../domain/passage.ts'
import { quoteFrom } from '../domain/quote.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Library } from '../library/port.ts'
import type { Analyser, PassageIndex } from '../search/port.ts'
import { chooseQuotes } from './choose-quotes.ts'
import { confidenceOf, silenceOn } from './confidence.ts'
import { datedSources } from './dated-sources.ts'
import { interpret } from './interpret.ts'
import { phrasesFirst } from './phrases-first.ts'
import { propose } from './propose.ts'
import { type Candidate, rankSentences } from './rank.ts'
import { replacementNotes } from './replacement.ts'
import { weakBelow } from './weights.ts'

/** Sources that a silence names as nearest. */
const mostNearest = 3

/** What answering needs of the rest of the house. */
export type Answering = {
  readonly library: Library
  readonly index: PassageIndex
  readonly analyser: Analyser
  /** Names a span of a source, for a reader. */
  readonly cite: (source: Source, span: Span) => Citation
}

/** Four places are what the figures can carry; it keeps an answer the same to the byte wherever it is reckoned. */
const rounded = (value: number): number => Number(value.toFixed(4))

/** The sources whose matter is nearest, each at its best sentence: those of the candidates, then those of the ranking. */
const nearestOf = (
  candidates: readonly Candidate[],
  ranking: Ranking,
  sources: ReadonlyMap<SourceId, Source>,
  cite: Answering['cite'],
): readonly Citation[] => {
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

/** How a question is asked. */
export type AskOptions = {
  /** The one source to look in; all when it is not given. */
  readonly source?: SourceId | undefined
  /** Quotes to give at most. */
  readonly quotes: number
  /** The texts of the questions that it follows, oldest first. */
  readonly earlier?: readonly string[]
}

/**
 * The library's words on `question`, or silence. The same library and the same question give the same Answer, byte for byte.
 * @throws QuothError `bad-argument` when the question is too long, or has an operator that cannot be read
 */
export const ask = async (
  question: string,
  { source, quotes, earlier }: AskOptions,
  { library, index, analyser, cite }: Answering,
): Promise<Answer> => {
  const query = await interpret(question, index, analyser, earlier)
  const asked = await datedSources(query.dates, source, library)
  const { ranking, readings, notes } = await propose(query, asked.sources, index)
  const ids = [...new Set(ranking.map(({ passage }) => passage.source))]
  const found = await Promise.all(ids.map(async (id) => library.get(id)))
  const sources = new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])))
  const ranked = rankSentences(query, ranking, sources, readings, await index.statistics())
  const candidates = phrasesFirst(query, ranked)
  const confidence = rounded(confidenceOf(query, candidates))
  const common = {
    question,
    confidence,
    unknownTerms: query.concepts.filter(({ isUnknown }) => isUnknown).map(({ surface }) => surface),
    notes: [...query.notes, ...asked.notes, ...notes, ...replacementNotes(query.replacements, candidates, analyser)],
    searched: asked.count,
  }
  if (confidence < silenceOn(query))
    return { kind: 'silent', ...common, quotes: [], nearest: nearestOf(candidates, ranking, sources, cite) }
  const chosen = chooseQuotes(query, candidates, quotes).map(
    ({ source: from, span, best }, i): RankedQuote => ({
      rank: i + 1,
      quote: quoteFrom(from, span),
      score: rounded(best.score),
      citation: cite(from, span),
    }),
  )
  const weak =
    confidence < weakBelow ? ['The match is weak: these are the nearest words, and they may not answer.'] : []
  return { kind: 'quoted', ...common, notes: [...common.notes, ...weak], quotes: chosen, nearest: [] }
}
