import type { Hit, Ranking } from '../domain/passage.ts'
import { type Said, said } from '../domain/said.ts'
import type { SourceId } from '../domain/source.ts'
import type { Analyser, PassageIndex, PassageReading, SearchOptions } from '../search/port.ts'
import type { Query } from './query.ts'
import { admits, type Restrictions } from './restrictions.ts'

/** Passages that the index proposes and whose sentences compete: more cost time and change nothing that is seen. */
export const depth = 20
/** How many are read for the order of their words, which the index does not know: a few first, and more where these do not do. */
const phraseDepths = [4 * depth, 20 * depth]

/** Passages that may answer, best first, and how each was read. */
type Proposed = { readonly ranking: Ranking; readonly readings: readonly (PassageReading | undefined)[] }

export type Proposal = Proposed & {
  /** What the asker should know, in whole sentences. */
  readonly notes: readonly Said[]
}

/** What the index proposes with `options`, and keeps to the order of words that `restrictions` want. */
const inOrder = async (
  { terms }: Query,
  restrictions: Restrictions,
  options: Omit<SearchOptions, 'limit'>,
  index: PassageIndex,
  analyser: Analyser,
): Promise<Proposed> => {
  let admitted: { readonly hit: Hit; readonly reading: PassageReading }[] = []
  for (const limit of phraseDepths) {
    const ranking = await index.search(terms, { ...options, limit })
    const readings = await index.read(ranking.map(({ passage }) => passage))
    admitted = ranking.flatMap((hit, at) => {
      const reading = readings[at]
      return reading && admits(restrictions, hit.passage, reading, analyser) ? [{ hit, reading }] : []
    })
    if (admitted.length >= depth || ranking.length < limit) break
  }
  const best = admitted.slice(0, depth)
  return { ranking: best.map(({ hit }) => hit), readings: best.map(({ reading }) => reading) }
}

const search = async (
  query: Query,
  restrictions: Restrictions,
  sources: ReadonlySet<SourceId> | undefined,
  index: PassageIndex,
  analyser: Analyser,
): Promise<Proposed> => {
  const options = { sources, all: restrictions.phraseTerms, none: restrictions.excludedTerms }
  if (restrictions.phrases.length + restrictions.excludedPhrases.length > 0)
    return inOrder(query, restrictions, options, index, analyser)
  const ranking = await index.search(query.terms, { ...options, limit: depth })
  return { ranking, readings: await index.read(ranking.map(({ passage }) => passage)) }
}

/**
 * The passages of `sources`, of all when it is not given, that the index proposes and the restrictions of the query admit.
 * Where none has its phrases word for word, the words of the phrases are looked for apart, and a note says so.
 */
export const propose = async (
  query: Query,
  sources: ReadonlySet<SourceId> | undefined,
  index: PassageIndex,
  analyser: Analyser,
): Promise<Proposal> => {
  const proposed = await search(query, query.restrictions, sources, index, analyser)
  if (proposed.ranking.length > 0 || query.restrictions.phrases.length === 0) return { ...proposed, notes: [] }
  const apart = await search(query, { ...query.restrictions, phrases: [], phraseTerms: [] }, sources, index, analyser)
  const notes =
    apart.ranking.length === 0
      ? []
      : [said`No passage has the words in quotation marks side by side, so they were searched for apart.`]
  return { ...apart, notes }
}
