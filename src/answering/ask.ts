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
import { interpret } from './interpret.ts'
import { type Candidate, rankSentences } from './rank.ts'
import { weakBelow } from './weights.ts'

/** Passages that the index proposes and whose sentences compete: more cost time and change nothing that is seen. */
export const depth = 30
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

/**
 * The library's words on `question`, or silence: at most `quotes` quotes, of `source` alone when it is given.
 * The same library and the same question give the same Answer, byte for byte.
 * @throws QuothError `bad-argument` when the question is too long
 */
export const ask = async (
  question: string,
  { source, quotes }: { readonly source?: SourceId | undefined; readonly quotes: number },
  { library, index, analyser, cite }: Answering,
): Promise<Answer> => {
  const query = await interpret(question, index, analyser)
  const ranking = await index.search(query.terms, {
    limit: depth,
    sources: source === undefined ? undefined : new Set([source]),
  })
  const ids = [...new Set(ranking.map(({ passage }) => passage.source))]
  const found = await Promise.all(ids.map(async (id) => library.get(id)))
  const sources = new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])))
  const readings = await index.read(ranking.map(({ passage }) => passage))
  const candidates = rankSentences(query, ranking, sources, readings, await index.statistics())
  const confidence = rounded(confidenceOf(query, candidates))
  const common = {
    question,
    confidence,
    unknownTerms: query.concepts.filter(({ isUnknown }) => isUnknown).map(({ surface }) => surface),
    notes: query.notes,
    searched: source === undefined ? await library.size() : 1,
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
