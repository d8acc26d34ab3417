import type { Ranking } from '../../src/domain/passage.ts'
import type { Analyser, IndexedSource, WeightedTerm } from '../../src/index/port.ts'

const k1 = 0.9
const b = 0.75

const countOf = <T>(all: readonly T[], one: T): number => all.filter((each) => each === one).length

/** Textbook BM25 over every passage, reckoned anew: slow, and plainly right. */
export const exactRanking = (
  sources: readonly IndexedSource[],
  terms: readonly WeightedTerm[],
  { analyse }: Analyser,
): Ranking => {
  const termsOf = (text: string): readonly string[] => analyse(text).map(({ term }) => term)
  const passages = sources
    .flatMap((source) => source.passages)
    .map(({ passage, sentences }) => ({
      passage,
      own: sentences.flatMap(({ text }) => termsOf(text)),
      context: termsOf(passage.context),
    }))
  const meanLength = passages.reduce((sum, { own }) => sum + own.length, 0) / passages.length
  const idf = (term: string): number => {
    const having = passages.filter(({ own, context }) => own.includes(term) || context.includes(term)).length
    return Math.log(1 + (passages.length - having + 0.5) / (having + 0.5))
  }
  return passages
    .filter(({ own, context }) => terms.some(({ term }) => own.includes(term) || context.includes(term)))
    .map(({ passage, own, context }) => {
      let score = 0
      for (const { term, weight } of terms) {
        const count = countOf(own, term) + countOf(context, term)
        if (count === 0) continue
        const saturation = (count * (k1 + 1)) / (count + k1 * (1 - b + (b * own.length) / Math.max(1, meanLength)))
        score += weight * idf(term) * saturation
      }
      return { passage, score }
    })
    .sort(
      (x, y) =>
        y.score - x.score ||
        (x.passage.source < y.passage.source ? -1 : x.passage.source > y.passage.source ? 1 : 0) ||
        x.passage.start - y.passage.start,
    )
}
