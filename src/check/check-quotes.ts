import { isDeepStrictEqual } from 'node:util'
import { createTurns } from '../concurrency/turns.ts'
import type { Citation, CitedQuote } from '../domain/citation.ts'
import { quoteFrom } from '../domain/quote.ts'
import type { CheckedQuote, Difference, QuoteCheck } from '../domain/quote-check.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Analyser } from '../index/port.ts'
import { placesOfRun } from '../language/word-runs.ts'
import { align, type Step } from './align.ts'
import { type Candidate, candidatesAt, type Lookup, passagesWith, similarLimit, termsOf } from './candidates.ts'
import { differencesOf, spanOfSteps } from './differences.ts'
import { otherCase, type Piece } from './pieces.ts'
import { quotationsIn } from './quotations.ts'
import { type Uncovered, uncover } from './uncover.ts'
import { type Fragment, fragmentsOf, type Gap, type Marks, marksAround } from './written.ts'

/** Weight of a stop word relative to a content word. */
const stopWordWeight = 0.3
/**
 * A near quotation has at least this share of its words, and this many content words, in common with the source. If it
 * only leaves words out, one content word is enough: “we did sign it”.
 */
const minSame = { share: 0.6, contentWords: 2, contentWordsWithoutAdded: 1 }

/** Whether no gap leaves out more than it may. */
const keepsGaps = (steps: readonly Step[]): boolean => {
  const leftOut = new Map<Gap, number>()
  for (const step of steps) if (step.kind === 'left-out') leftOut.set(step.gap, (leftOut.get(step.gap) ?? 0) + 1)
  return [...leftOut].every(([{ limit }, count]) => count <= limit)
}

const differsOnlyInCase = (step: Step, body: readonly Piece[]): boolean =>
  step.kind === 'other' && step.piece.key.toLowerCase() === body[step.at]?.key.toLowerCase()

/**
 * How close an alignment is: the share of words that are the same, 0 to 1.
 * @returns null if that is too little for a near quotation
 */
const closenessOf = (steps: readonly Step[], body: readonly Piece[], { termOf }: Analyser): number | null => {
  const weightOf = ({ key, isWord }: Piece): number => {
    if (!isWord) return 0
    return key.includes("'") || termOf(key.toLowerCase()) === null ? stopWordWeight : 1
  }
  let [same, contentWords, added, missing] = [0, 0, 0, 0]
  for (const step of steps) {
    if (step.kind === 'left-out') continue
    const inSource = 'at' in step ? weightOf(body[step.at] as Piece) : 0
    if (step.kind === 'same' || differsOnlyInCase(step, body)) {
      same += inSource
      contentWords += inSource === 1 ? 1 : 0
    } else {
      added += 'piece' in step ? weightOf(step.piece) : 0
      missing += inSource
    }
  }
  const share = same / (same + Math.max(added, missing))
  const minContentWords = added === 0 ? minSame.contentWordsWithoutAdded : minSame.contentWords
  return share >= minSame.share && contentWords >= minContentWords && keepsGaps(steps) ? share : null
}

/** Fragments found in a body: the first starts at `first`, the last is from `start` to `end`. */
type Run = {
  readonly first: number
  readonly start: number
  readonly end: number
  /** The run of the fragments before the last, and the gap between; null if there is only one. */
  readonly before: { readonly run: Run; readonly gap: Gap } | null
}

/** The positions of a fragment, its first letter in either case. */
const positionsOf = ({ pieces }: Fragment, keys: readonly string[]): readonly number[] => {
  const [first = '', ...rest] = pieces.map(({ key }) => key)
  const other = otherCase(first)
  const same = placesOfRun(keys, [first, ...rest])
  return other === first ? same : [...same, ...placesOfRun(keys, [other, ...rest])].sort((a, b) => a - b)
}

/**
 * Finds the fragments in `body` word for word and in order, with no more between them than their gaps may leave out. Of
 * runs with the same start, the shortest; runs do not overlap. Linear.
 */
const verbatimRuns = (fragments: readonly Fragment[], body: readonly Piece[]): readonly Run[] => {
  const keys = body.map(({ key }) => key)
  let runs: readonly Run[] = []
  for (const [at, fragment] of fragments.entries()) {
    const positions = positionsOf(fragment, keys)
    const { length } = fragment.pieces
    if (at === 0) {
      runs = positions.map((start) => ({ first: start, start, end: start + length, before: null }))
      continue
    }
    const gap = fragment.gap ?? { limit: 0, denies: false }
    const longer: Run[] = []
    let last = -1
    for (const start of positions) {
      while ((runs[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= start) last++
      const run = runs[last]
      if (run && start - run.end <= gap.limit)
        longer.push({ first: run.first, start, end: start + length, before: { run, gap } })
    }
    runs = longer
  }
  const apart: Run[] = []
  for (const run of runs) if (run.first >= (apart.at(-1)?.end ?? 0)) apart.push(run)
  return apart
}

/** A run as the steps that `align` would give, including what is marked as left out. */
const stepsOfRun = (last: Run, body: readonly Piece[]): readonly Step[] => {
  const steps: Step[] = []
  for (let run: Run | null = last; run !== null; run = run.before?.run ?? null) {
    for (let at = run.end - 1; at >= run.start; at--) steps.push({ kind: 'same', piece: body[at] as Piece, at })
    if (run.before)
      for (let at = run.start - 1; at >= run.before.run.end; at--)
        steps.push({ kind: 'left-out', at, gap: run.before.gap })
  }
  return steps.reverse()
}

/** Places reported for one quotation: enough to see that it is a common one. */
const maxPlaces = 3

/** Where a source has a quotation. */
type Found = { readonly source: Source; readonly span: Span }

/** The places to report, without repeats; a second one in the same source only after those in all other sources. */
const placesFrom = (found: readonly Found[], cite: (source: Source, span: Span) => Citation): readonly CitedQuote[] => {
  const bySource = new Map<SourceId, Map<number, Found>>()
  for (const each of found) {
    const byStart = bySource.get(each.source.id) ?? new Map<number, Found>()
    bySource.set(each.source.id, byStart.set(each.span.start, byStart.get(each.span.start) ?? each))
  }
  return [...bySource.values()]
    .flatMap((byStart) => [...byStart.values()].map((each, nth) => ({ each, nth })))
    .sort((a, b) => a.nth - b.nth)
    .slice(0, maxPlaces)
    .map(({ each: { source, span } }) => ({ quote: quoteFrom(source, span), citation: cite(source, span) }))
}

/** What checking quotations depends on. */
export type Checking = Lookup & {
  /** Makes the citation of a span. */
  readonly cite: (source: Source, span: Span) => Citation
}

/** Characters of an average word or mark that is left out, white space included. */
const charactersPerPiece = 8
/** More than a quotation that leaves out a few passages needs. */
const maxReach = 20_000
/** Searching a word of the body for a fragment costs as much as comparing this many pairs. */
const pairsPerFragment = 10

/** How far from a passage with a part of a quotation the rest of it may be, in characters. */
const reachOf = (written: string, fragments: readonly Fragment[]): number =>
  Math.min(
    maxReach,
    fragments.reduce(
      (reach, { gap }) => reach + (gap?.limit ?? 0) * charactersPerPiece,
      40 + Math.ceil(1.3 * written.length),
    ),
  )

/** A near quotation and its closeness, 0 to 1. */
type Near = Candidate & Uncovered & { readonly closeness: number }

/**
 * Finds verbatim occurrences, until enough sources have them; and those where a mark hides that the source denies what
 * is quoted.
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
    for (const run of verbatimRuns(fragments, body).slice(0, maxPlaces)) {
      const uncovered = uncover(stepsOfRun(run, body), candidate, marks)
      if (uncovered.hidden.length > 0) altered.push({ ...candidate, ...uncovered, closeness: 1 })
      else {
        verbatim.push({ source, span: spanOfSteps(uncovered.steps, body) })
        sources.add(source.id)
      }
    }
    if (sources.size === maxPlaces) break
  }
  return { verbatim, altered }
}

/** The number of words and marks that differ, even if only in case. */
const changesIn = ({ steps }: Near): number =>
  steps.filter(({ kind }) => kind === 'other' || kind === 'added' || kind === 'missing').length

/** The near quotations among the candidates, closest first; of equally close ones, those with fewer changes. */
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

/** Checks one quotation. @param written the text between its marks @param fragments its words */
const checkQuotation = async (
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
    candidatesAt(passages, { reach, rows: pairsPerFragment * fragments.length, fragments }, checking),
  )
  if (verbatim.length > 0) return { written, verdict: { kind: 'verbatim', places: placesFrom(verbatim, cite) } }
  const rows = fragments.reduce((sum, { pieces }) => sum + pieces.length + 1, 0)
  const likely = candidatesAt(passages.slice(0, similarLimit), { reach, rows, fragments }, checking)
  const near = altered.length > 0 ? altered : await nearOnes(fragments, marks, likely, checking)
  const [nearest] = near
  if (nearest === undefined) return { written, verdict: { kind: isCut ? 'too-common' : 'not-found' } }
  const differencesIn = (of: Near): readonly Difference[] => differencesOf(of.steps, { ...of, written })
  const differences = differencesIn(nearest)
  const same = near.filter((each) => isDeepStrictEqual(differencesIn(each), differences))
  const found = same.map(({ source, steps, body }) => ({ source, span: spanOfSteps(steps, body) }))
  const common = { places: placesFrom(found, cite), differences }
  const { hidden } = nearest
  return {
    written,
    verdict: hidden.length > 0 ? { kind: 'altered', ...common, hidden } : { kind: 'nearly', ...common },
  }
}

/** Quotations per text that are checked. */
const maxQuotations = 20

/**
 * Checks whether the library has what `text` puts between quotation marks. Ignored are white space, the form of
 * quotation marks, dashes and apostrophes, Markdown, the case of the first letter, and punctuation at either end. `…`,
 * `...` and `[…]` may leave out some 200 words, words in square brackets may stand for a few others, and `[T]he` is
 * `the`.
 */
export const checkQuotes = async (text: string, checking: Checking): Promise<QuoteCheck> => {
  const quotations = quotationsIn(text)
    .map((written) => ({ written, fragments: fragmentsOf(written) }))
    .filter(({ fragments }) => fragments.length > 0)
  const turn = createTurns()
  const quotes: CheckedQuote[] = []
  for (const { written, fragments } of quotations.slice(0, maxQuotations)) {
    await turn()
    quotes.push(await checkQuotation(written, fragments, checking))
  }
  return { quotes, left: quotations.length - quotes.length, searched: await checking.library.size() }
}
