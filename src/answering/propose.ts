import type { Hit, Ranking } from '../domain/passage.ts'
import type { SourceId } from '../domain/source.ts'
import type { PassageIndex, PassageReading } from '../search/port.ts'
import type { Query } from './query.ts'
import { admits, type Restrictions } from './restrictions.ts'

/** Passages that the index proposes and whose sentences compete: more cost time and change nothing that is seen. */
export const depth = 30
/** How many are looked at for words in their order, which the index does not know. */
const phraseDepth = 1000

/** Passages that may answer, best first, and how each was read. */
type Proposed = { readonly ranking: Ranking; readonly readings: readonly (PassageReading | undefined)[] }

export type Proposal = Proposed & {
  /** What the asker should know, in whole sentences. */
  readonly notes: readonly string[]
}

/** The best of `ranking` that keep to the restrictions; passages are read a few at a time, until there are enough. */
const bestAdmitted = async (ranking: Ranking, restrictions: Restrictions, index: PassageIndex): Promise<Proposed> => {
  const hits: Hit[] = []
  const readings: PassageReading[] = []
  for (let at = 0; at < ranking.length && hits.length < depth; at += depth) {
    const some = ranking.slice(at, at + depth)
    for (const [i, reading] of (await index.read(some.map(({ passage }) => passage))).entries()) {
      const hit = some[i]
      if (hit === undefined || reading === undefined || !admits(restrictions, reading)) continue
      hits.push(hit)
      readings.push(reading)
    }
  }
  return { ranking: hits.slice(0, depth), readings: readings.slice(0, depth) }
}

const search = async (
  { terms }: Query,
  restrictions: Restrictions,
  sources: ReadonlySet<SourceId> | undefined,
  index: PassageIndex,
): Promise<Proposed> => {
  const { phrases, excludedPhrases, excludedTerms } = restrictions
  const hasOrder = phrases.length + excludedPhrases.length > 0
  const ranking = await index.search(terms, {
    limit: hasOrder ? phraseDepth : depth,
    sources,
    all: phrases.flatMap((phrase) => phrase.terms),
    none: excludedTerms,
  })
  if (hasOrder) return bestAdmitted(ranking, restrictions, index)
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
): Promise<Proposal> => {
  const proposed = await search(query, query.restrictions, sources, index)
  if (proposed.ranking.length > 0 || query.restrictions.phrases.length === 0) return { ...proposed, notes: [] }
  const apart = await search(query, { ...query.restrictions, phrases: [] }, sources, index)
  const notes =
    apart.ranking.length === 0
      ? []
      : ['No passage has the words in quotation marks side by side, so they were searched for apart.']
  return { ...apart, notes }
}
