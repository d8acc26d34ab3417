import type { Ranking } from '../domain/passage.ts'

/** Documents of a ranking that a run holds. */
const depth = 100

/**
 * The documents of a ranking of passages, by the best passage of each, at most a hundred. A run has every question in it, so
 * for one that finds nothing `fallback` stands in, as TREC asks its participants to do.
 */
export const rankedDocuments = (ranking: Ranking, fallback: string): readonly string[] => {
  const documents = [...new Set<string>(ranking.map(({ passage }) => passage.source))].slice(0, depth)
  return documents.length === 0 ? [fallback] : documents
}

/**
 * A question's lines of a TREC run: `qid Q0 docid rank score quoth`. The score is one over the rank: readers of runs sort by
 * it, and the scores of two stages have no common scale.
 */
export const runLines = (question: string, documents: readonly string[]): string =>
  documents.map((document, at) => `${question} Q0 ${document} ${at + 1} ${1 / (at + 1)} quoth\n`).join('')
