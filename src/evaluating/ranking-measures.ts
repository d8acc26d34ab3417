/** How well one ranking of documents does, each 0 to 1. Named as in TREC: the number is how deep it looks. */
export type RankingMeasures = {
  /** Normalised discounted cumulative gain (Järvelin and Kekäläinen 2002), with the relevance itself as gain. */
  readonly ndcg10: number
  /** Share of the relevant documents that are among the first hundred. */
  readonly recall100: number
  /** Whether a relevant document is first, and among the first five. */
  readonly hit1: number
  readonly hit5: number
  /** One over the rank of the first relevant document, 0 when that is behind the tenth. */
  readonly mrr10: number
}

const discountedGain = (relevances: readonly number[]): number =>
  relevances.slice(0, 10).reduce((sum, relevance, at) => sum + relevance / Math.log2(at + 2), 0)

/**
 * Measures of `ranked`, document ids, best first and without repeats, against `relevant`, which has at least one document,
 * by relevance above 0.
 */
export const measureRanking = (ranked: readonly string[], relevant: ReadonlyMap<string, number>): RankingMeasures => {
  const first = ranked.findIndex((id) => relevant.has(id))
  const rank = first < 0 ? Number.POSITIVE_INFINITY : first + 1
  return {
    ndcg10:
      discountedGain(ranked.map((id) => relevant.get(id) ?? 0)) /
      discountedGain([...relevant.values()].sort((a, b) => b - a)),
    recall100: ranked.slice(0, 100).filter((id) => relevant.has(id)).length / relevant.size,
    hit1: rank === 1 ? 1 : 0,
    hit5: rank <= 5 ? 1 : 0,
    mrr10: rank <= 10 ? 1 / rank : 0,
  }
}
