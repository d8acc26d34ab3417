import type { Citation } from '../domain/citation.ts'
import type { Ranking } from '../domain/passage.ts'
import type { Said } from '../domain/said.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Library } from '../library/port.ts'
import type { Analyser, PassageIndex } from '../search/port.ts'
import type { WordVectors } from '../text/word-vectors.ts'
import { datedSources } from './dated-sources.ts'
import { interpret } from './interpret.ts'
import { phrasesFirst } from './phrases-first.ts'
import { propose } from './propose.ts'
import type { Query } from './query.ts'
import type { Proposed } from './ranking/proposed.ts'
import { type Candidate, type RankedPassage, rank } from './ranking/rank.ts'
import type { Weights } from './weights.ts'

/** What answering needs of the rest of the house. */
export type Answering = {
  readonly library: Library
  readonly index: PassageIndex
  readonly analyser: Analyser
  readonly vectors: WordVectors
  readonly weights: Weights
  /** Names a span of a source, for a reader. */
  readonly cite: (source: Source, span: Span) => Citation
}

/** Where a question is asked, and what it follows. */
export type Asking = {
  /** The one source to look in; all when it is not given. */
  readonly source?: SourceId | undefined
  /** The texts of the questions that it follows, oldest first. */
  readonly earlier?: readonly string[] | undefined
}

/** Everything that may answer a question, before anything is chosen. */
export type Considered = {
  readonly query: Query
  /** What the index proposed. */
  readonly ranking: Ranking
  readonly sources: ReadonlyMap<SourceId, Source>
  /** Its passages, best first. */
  readonly passages: readonly RankedPassage[]
  /** Sentences of the best of them, best first. */
  readonly candidates: readonly Candidate[]
  /** What the passages that the index proposed have in common. */
  readonly proposed: Proposed
  /** How many passages the library has. */
  readonly size: number
  /** How many sources were searched. */
  readonly searched: number
  /** What the asker should know of the search, in whole sentences. */
  readonly notes: readonly Said[]
}

/**
 * Reads a question and ranks what may answer it.
 * @throws QuothError `bad-argument` when the question is too long, or has an operator that cannot be read
 */
export const consider = async (
  question: string,
  { source, earlier }: Asking,
  answering: Answering,
): Promise<Considered> => {
  const { library, index, analyser } = answering
  const query = await interpret(question, index, analyser, earlier)
  const asked = await datedSources(query.dates, source, library)
  const { ranking, readings, notes } = await propose(query, asked.sources, index, analyser)
  const ids = [...new Set(ranking.map(({ passage }) => passage.source))]
  const found = await Promise.all(ids.map(async (id) => library.get(id)))
  const sources = new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])))
  const { passages, candidates, proposed } = rank(query, ranking, readings, sources, answering)
  return {
    query,
    ranking,
    sources,
    passages,
    candidates: phrasesFirst(query, candidates),
    proposed,
    size: (await index.statistics()).passages,
    searched: asked.count,
    notes: [...query.notes, ...asked.notes, ...notes],
  }
}
