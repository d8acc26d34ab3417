import type { Hit, Ranking } from '../../domain/passage.ts'
import type { Source, SourceId } from '../../domain/source.ts'

/** Hits that are looked at for what they have in common. */
const cohering = 10

/** What the hits have in common, each 0 to 1. */
export type Proposed = {
  /**
   * How far they are about one thing: the part of the weight of those behind the first, best ones alone, that is of sources
   * with the first one's title. A library that knows a subject has more than one passage about it.
   */
  readonly cohesion: number
  /** The score of the tenth as a share of the first one's: where nothing answers, much is as good as the best. */
  readonly evenness: number
}

/** What the hits of `ranking` have in common. */
export const proposedIn = (ranking: Ranking, sources: ReadonlyMap<SourceId, Source>): Proposed => {
  const work = ({ passage: { source } }: Hit): string => sources.get(source)?.record.title ?? source
  const [first, ...rest] = ranking.slice(0, cohering)
  const weigh = (hits: Ranking): number => hits.reduce((sum, { score }) => sum + score * score, 0)
  if (first === undefined || rest.length === 0) return { cohesion: 0, evenness: 0 }
  return {
    cohesion: weigh(rest.filter((hit) => work(hit) === work(first))) / weigh(rest),
    evenness: (ranking[cohering - 1]?.score ?? 0) / first.score,
  }
}
