import { isDeepStrictEqual } from 'node:util'
import { createTurns } from '../concurrency/turns.ts'
import type { Citation } from '../domain/citation.ts'
import { quoteFrom } from '../domain/quote.ts'
import type { CheckedQuote, Difference, QuoteCheck, QuotedPlace } from '../domain/quote-check.ts'
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

/** What a stop word counts against a word that says something. */
const stopShare = 0.3
/**
 * The share of the words that must be the same, and how many of those that say something, for a quotation to be nearly one.
 * Where nothing but words of the source is missing, one that says something is enough: “we did sign it”.
 */
const minSame = { share: 0.6, telling: 2, tellingInFull: 1 }

/** Whether each gap leaves out no more than it may. */
const keepsGaps = (steps: readonly Step[]): boolean => {
  const leftOut = new Map<Gap, number>()
  for (const step of steps) if (step.kind === 'left-out') leftOut.set(step.gap, (leftOut.get(step.gap) ?? 0) + 1)
  return [...leftOut].every(([{ limit }, count]) => count <= limit)
}

const differsInCaseAlone = (step: Step, body: readonly Piece[]): boolean =>
  step.kind === 'other' && step.piece.key.toLowerCase() === body[step.at]?.key.toLowerCase()

/**
 * How near `steps` come to what is written: the share of its words, and of the source's in its place, that are the same,
 * 0 to 1; null when that is too little to call it a quotation with other words here and there.
 */
const closenessOf = (steps: readonly Step[], body: readonly Piece[], { termOf }: Analyser): number | null => {
  const worthOf = ({ key, isWord }: Piece): number => {
    if (!isWord) return 0
    return key.includes("'") || termOf(key.toLowerCase()) === null ? stopShare : 1
  }
  let [same, telling, added, missing] = [0, 0, 0, 0]
  for (const step of steps) {
    if (step.kind === 'left-out') continue
    const inSource = 'at' in step ? worthOf(body[step.at] as Piece) : 0
    if (step.kind === 'same' || differsInCaseAlone(step, body)) {
      same += inSource
      telling += inSource === 1 ? 1 : 0
    } else {
      added += 'piece' in step ? worthOf(step.piece) : 0
      missing += inSource
    }
  }
  const share = same / (same + Math.max(added, missing))
  const minTelling = added === 0 ? minSame.tellingInFull : minSame.telling
  return share >= minSame.share && telling >= minTelling && keepsGaps(steps) ? share : null
}

/** Fragments in a body: `first` is the place of the first piece of all, the last fragment stands from `start` to `end`. */
type Run = {
  readonly first: number
  readonly start: number
  readonly end: number
  /** The run of the fragments before the last, and what is marked between; null where the last is the only one. */
  readonly before: { readonly run: Run; readonly gap: Gap } | null
}

/** Where the words of a fragment stand, the first letter in either case. */
const placesOf = ({ pieces }: Fragment, keys: readonly string[]): readonly number[] => {
  const [first = '', ...rest] = pieces.map(({ key }) => key)
  const other = otherCase(first)
  const same = placesOfRun(keys, [first, ...rest])
  return other === first ? same : [...same, ...placesOfRun(keys, [other, ...rest])].sort((a, b) => a - b)
}

/**
 * Where the fragments stand in `body` word for word and in order, with no more between them than their gaps may leave out.
 * Of runs that begin at one place the shortest; none begins inside the one before. Linear.
 */
const verbatimRuns = (fragments: readonly Fragment[], body: readonly Piece[]): readonly Run[] => {
  const keys = body.map(({ key }) => key)
  let runs: readonly Run[] = []
  for (const [at, fragment] of fragments.entries()) {
    const places = placesOf(fragment, keys)
    const { length } = fragment.pieces
    if (at === 0) {
      runs = places.map((place) => ({ first: place, start: place, end: place + length, before: null }))
      continue
    }
    const gap = fragment.gap ?? { limit: 0, denies: false }
    const longer: Run[] = []
    let last = -1
    for (const place of places) {
      while ((runs[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= place) last++
      const run = runs[last]
      if (run && place - run.end <= gap.limit)
        longer.push({ first: run.first, start: place, end: place + length, before: { run, gap } })
    }
    runs = longer
  }
  const apart: Run[] = []
  for (const run of runs) if (run.first >= (apart.at(-1)?.end ?? 0)) apart.push(run)
  return apart
}

/** The pieces of `body` that a run goes through, those that are marked as left out too, as `align` would tell it. */
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

/** Places that are told of one quotation: who wants more knows where to look. */
const maxPlaces = 3

/** Words of a source that a quotation has. */
type Found = { readonly source: Source; readonly span: Span }

/** The places that are told: without repeats, and of those in one source the second only when no other source has the words. */
const placesFrom = (
  found: readonly Found[],
  cite: (source: Source, span: Span) => Citation,
): readonly QuotedPlace[] => {
  const bySource = new Map<SourceId, Map<number, Found>>()
  for (const each of found) {
    const own = bySource.get(each.source.id) ?? new Map<number, Found>()
    bySource.set(each.source.id, own.set(each.span.start, own.get(each.span.start) ?? each))
  }
  return [...bySource.values()]
    .flatMap((own) => [...own.values()].map((each, nth) => ({ each, nth })))
    .sort((a, b) => a.nth - b.nth)
    .slice(0, maxPlaces)
    .map(({ each: { source, span } }) => ({ quote: quoteFrom(source, span), citation: cite(source, span) }))
}

/** What checking needs of the rest of the house. */
export type Checking = Lookup & {
  /** Names a span of a source, for a reader. */
  readonly cite: (source: Source, span: Span) => Citation
}

/** Characters of a source that a word or mark left out may have, white space included. */
const charactersPerPiece = 8
/** More than any quotation takes that leaves out a few passages. */
const maxReach = 20_000
/** To look for a fragment takes as long, for each word of the body, as to compare so many pairs. */
const pairsPerFragment = 10

/** How far from a passage that holds any of a quotation the rest of it may stand. */
const reachOf = (written: string, fragments: readonly Fragment[]): number =>
  Math.min(
    maxReach,
    fragments.reduce(
      (reach, { gap }) => reach + (gap?.limit ?? 0) * charactersPerPiece,
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
    candidatesAt(passages, { reach, rows: pairsPerFragment * fragments.length }, checking),
  )
  if (verbatim.length > 0) return { written, verdict: { kind: 'verbatim', places: placesFrom(verbatim, cite) } }
  const rows = fragments.reduce((sum, { pieces }) => sum + pieces.length + 1, 0)
  const likely = candidatesAt(passages.slice(0, similarLimit), { reach, rows }, checking)
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

/** Quotations of one text that are looked up. */
const maxQuotations = 20

/**
 * Looks up what `text` puts between quotation marks. Not compared: white space, the form of quotation marks, dashes and
 * apostrophes, marks of Markdown, the case of the first letter, punctuation at either end. `…`, `...` and `[…]` may leave out
 * some 200 words, words in square brackets may stand for a few others, and `[T]he` is `the`.
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
