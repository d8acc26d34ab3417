import { isDeepStrictEqual } from 'node:util'
import type { Citation } from '../domain/citation.ts'
import type { CheckedQuote, Difference } from '../domain/quote-check.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { align } from './align.ts'
import { alike, type Candidate, candidatesAt, type Looking, passagesWith, termsOf } from './candidates.ts'
import { closenessOf } from './closeness.ts'
import { differencesOf, spanOfSteps } from './differences.ts'
import { stepsOfRun, verbatimRuns } from './match-verbatim.ts'
import { type Found, mostPlaces, placesFrom } from './places.ts'
import { type Uncovered, uncover } from './uncover.ts'
import { type Fragment, type Marks, marksAround } from './written.ts'

/** What checking needs of the rest of the house. */
export type Checking = Looking & {
  /** Names a span of a source, for a reader. */
  readonly cite: (source: Source, span: Span) => Citation
}

/** Characters of a source that a word or mark left out may have, white space included. */
const charactersAPiece = 8
/** More than any quotation takes that leaves out a few passages. */
const longestReach = 20_000
/** To look for a fragment takes as long, for each word of the body, as to compare so many pairs. */
const pairsAFragment = 10

/** How far from a passage that holds any of a quotation the rest of it may stand. */
const reachOf = (written: string, fragments: readonly Fragment[]): number =>
  Math.min(
    longestReach,
    fragments.reduce(
      (reach, { gap }) => reach + (gap?.most ?? 0) * charactersAPiece,
      40 + Math.ceil(1.3 * written.length),
    ),
  )

/** Words that come near enough, and how near: 0 to 1. */
type Near = Candidate & Uncovered & { readonly closeness: number }

/**
 * Where the words stand as they are written, until as many sources have them as are told; and where marks hide that the
 * source denies what is quoted.
 */
const verbatimIn = async (
  fragments: readonly Fragment[],
  marks: Marks,
  candidates: AsyncIterable<Candidate>,
): Promise<{ readonly verbatim: readonly Found[]; readonly altered: readonly Near[] }> => {
  const verbatim: Found[] = []
  const altered: Near[] = []
  const sources = new Set<SourceId>()
  for await (const candidate of candidates) {
    const { source, body } = candidate
    for (const run of verbatimRuns(fragments, body).slice(0, mostPlaces)) {
      const uncovered = uncover(stepsOfRun(run, body), candidate, marks)
      if (uncovered.hidden.length > 0) altered.push({ ...candidate, ...uncovered, closeness: 1 })
      else {
        verbatim.push({ source, span: spanOfSteps(uncovered.steps, body) })
        sources.add(source.id)
      }
    }
    if (sources.size === mostPlaces) break
  }
  return { verbatim, altered }
}

/** How many words and marks differ in any way, and be it that one is in capitals. */
const changesIn = ({ steps }: Near): number =>
  steps.filter(({ kind }) => kind === 'other' || kind === 'added' || kind === 'missing').length

/** The candidates that come near enough, nearest first; of those that are equally near, those with fewer changes. */
const nearOnes = async (
  fragments: readonly Fragment[],
  marks: Marks,
  candidates: AsyncIterable<Candidate>,
  { analyser }: Checking,
): Promise<readonly Near[]> => {
  const near: Near[] = []
  for await (const candidate of candidates) {
    const steps = align(fragments, candidate.body)
    const closeness = steps && closenessOf(steps, candidate.body, analyser)
    if (steps && closeness !== null) near.push({ ...candidate, ...uncover(steps, candidate, marks), closeness })
  }
  return near.sort((a, b) => b.closeness - a.closeness || changesIn(a) - changesIn(b))
}

/** Looks up what a text quotes: `written` is what stands between its marks, `fragments` its words. */
export const checkQuotation = async (
  written: string,
  fragments: readonly Fragment[],
  checking: Checking,
): Promise<CheckedQuote> => {
  const { cite } = checking
  const terms = termsOf(written, checking)
  if (terms.length === 0) return { written, verdict: { kind: 'too-common' } }
  const { passages, isCut } = await passagesWith(terms, checking)
  const marks = marksAround(written)
  const reach = reachOf(written, fragments)
  const { verbatim, altered } = await verbatimIn(
    fragments,
    marks,
    candidatesAt(passages, { reach, rows: pairsAFragment * fragments.length }, checking),
  )
  if (verbatim.length > 0) return { written, verdict: { kind: 'verbatim', places: placesFrom(verbatim, cite) } }
  const rows = fragments.reduce((sum, { pieces }) => sum + pieces.length + 1, 0)
  const likely = candidatesAt(passages.slice(0, alike), { reach, rows }, checking)
  const near = altered.length > 0 ? altered : await nearOnes(fragments, marks, likely, checking)
  const [nearest] = near
  if (nearest === undefined) return { written, verdict: { kind: isCut ? 'too-common' : 'not-found' } }
  const told = (of: Near): readonly Difference[] => differencesOf(of.steps, { ...of, written })
  const differences = told(nearest)
  const same = near.filter((each) => isDeepStrictEqual(told(each), differences))
  const found = same.map(({ source, steps, body }) => ({ source, span: spanOfSteps(steps, body) }))
  const common = { places: placesFrom(found, cite), differences }
  const { hidden } = nearest
  return {
    written,
    verdict: hidden.length > 0 ? { kind: 'altered', ...common, hidden } : { kind: 'nearly', ...common },
  }
}
