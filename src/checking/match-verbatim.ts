import { placesOfRun } from '../text/word-runs.ts'
import type { Step } from './align.ts'
import { otherCase, type Piece } from './pieces.ts'
import type { Fragment, Gap } from './written.ts'

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
export const verbatimRuns = (fragments: readonly Fragment[], body: readonly Piece[]): readonly Run[] => {
  const keys = body.map(({ key }) => key)
  let runs: readonly Run[] = []
  for (const [at, fragment] of fragments.entries()) {
    const places = placesOf(fragment, keys)
    const { length } = fragment.pieces
    if (at === 0) {
      runs = places.map((place) => ({ first: place, start: place, end: place + length, before: null }))
      continue
    }
    const gap = fragment.gap ?? { most: 0, denies: false }
    const longer: Run[] = []
    let last = -1
    for (const place of places) {
      while ((runs[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= place) last++
      const run = runs[last]
      if (run && place - run.end <= gap.most)
        longer.push({ first: run.first, start: place, end: place + length, before: { run, gap } })
    }
    runs = longer
  }
  const apart: Run[] = []
  for (const run of runs) if (run.first >= (apart.at(-1)?.end ?? 0)) apart.push(run)
  return apart
}

/** The pieces of `body` that a run goes through, those that are marked as left out too, as `align` would tell it. */
export const stepsOfRun = (last: Run, body: readonly Piece[]): readonly Step[] => {
  const steps: Step[] = []
  for (let run: Run | null = last; run !== null; run = run.before?.run ?? null) {
    for (let at = run.end - 1; at >= run.start; at--) steps.push({ kind: 'same', piece: body[at] as Piece, at })
    if (run.before)
      for (let at = run.start - 1; at >= run.before.run.end; at--)
        steps.push({ kind: 'left-out', at, gap: run.before.gap })
  }
  return steps.reverse()
}
