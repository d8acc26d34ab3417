import { placesOfRun } from '../text/word-runs.ts'
import { otherCase, type Piece } from './pieces.ts'
import type { Fragment } from './written.ts'

/** A run of pieces: from the first to the one behind the last. */
export type PieceRun = { readonly first: number; readonly end: number }

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
export const verbatimRuns = (fragments: readonly Fragment[], body: readonly Piece[]): readonly PieceRun[] => {
  const keys = body.map(({ key }) => key)
  let runs: readonly PieceRun[] = []
  for (const [at, fragment] of fragments.entries()) {
    const places = placesOf(fragment, keys)
    const { length } = fragment.pieces
    if (at === 0) {
      runs = places.map((place) => ({ first: place, end: place + length }))
      continue
    }
    const most = fragment.gap?.most ?? 0
    const longer: PieceRun[] = []
    let last = -1
    for (const place of places) {
      while ((runs[last + 1]?.end ?? Number.POSITIVE_INFINITY) <= place) last++
      const before = runs[last]
      if (before && place - before.end <= most) longer.push({ first: before.first, end: place + length })
    }
    runs = longer
  }
  const apart: PieceRun[] = []
  for (const run of runs) if (run.first >= (apart.at(-1)?.end ?? 0)) apart.push(run)
  return apart
}
