import type { Query } from './query.ts'
import type { Candidate } from './ranking/rank.ts'
import { holdsPhrases } from './restrictions.ts'

/** The candidates in their order, those whose sentence has every phrase of the query before those whose passage has. */
export const phrasesFirst = ({ restrictions }: Query, candidates: readonly Candidate[]): readonly Candidate[] => {
  if (restrictions.phrases.length === 0) return candidates
  const holds = ({ passage, at }: Candidate): boolean =>
    holdsPhrases(restrictions, passage.sentences[at]?.facts.match.reading.words ?? [])
  return [...candidates.filter(holds), ...candidates.filter((candidate) => !holds(candidate))]
}
