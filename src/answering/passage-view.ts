import type { IndexStatistics } from '../search/port.ts'
import type { AnalysedPassage } from './analysed-passage.ts'
import { bm25Of, type Count, countIn, coverageOf, occurrencesOf } from './concepts-held.ts'
import type { Query } from './query.ts'

/** How a passage as a whole meets a query, reckoned once for its sentences. Lists go by the position of the concept. */
export type PassageView = {
  readonly bm25: number
  readonly coverage: number
  /** By sentence: which concepts it holds. */
  readonly inSentence: readonly (readonly boolean[])[]
  readonly inContext: readonly boolean[]
  /** Stands in the passage or its context. */
  readonly inPassage: readonly boolean[]
  /** Stands in the passage, its context, or the paragraphs around. */
  readonly nearby: readonly boolean[]
}

const presence =
  (terms: ReadonlySet<string>): Count =>
  (term) =>
    terms.has(term) ? 1 : 0

/** How `passage` meets `query`; `statistics` are those of the index. */
export const viewOf = ({ concepts }: Query, passage: AnalysedPassage, statistics: IndexStatistics): PassageView => {
  const held = (count: Count): readonly boolean[] => concepts.map((concept) => occurrencesOf(concept, count) > 0)
  const count: Count = (term) => passage.occurrences.get(term) ?? 0
  const own = held(count)
  const inContext = held(presence(passage.context))
  const around = held(presence(passage.nearby))
  const inPassage = own.map((stands, at) => stands || inContext[at] === true)
  return {
    bm25: bm25Of(concepts, count, passage.length, statistics),
    coverage: coverageOf(concepts, (at) => own[at] === true),
    inSentence: passage.sentences.map(({ terms }) => held(countIn(terms))),
    inContext,
    inPassage,
    nearby: inPassage.map((stands, at) => stands || around[at] === true),
  }
}
