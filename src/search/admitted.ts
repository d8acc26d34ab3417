import type { LiveSegment } from './live-segment.ts'
import { postingsOf, type Segment, type SegmentSource, sizeOf } from './segment.ts'

/** What passages a search may find, in term numbers. */
export type Admission = {
  /** Sources by the segment that they stand in; null for all. */
  readonly sources: ReadonlyMap<Segment, readonly SegmentSource[]> | null
  /** Terms that a passage or its context must hold, each once. */
  readonly all: readonly number[]
  /** Terms that a passage itself must not hold. */
  readonly none: readonly number[]
}

/** 1 at the positions of `of` that may be found; null when all may. */
export const admittedBy =
  ({ sources, all, none }: Admission) =>
  ({ segment, live }: LiveSegment): Uint8Array | null => {
    if (sources === null && all.length === 0 && none.length === 0) return live
    let admitted = live?.slice() ?? new Uint8Array(sizeOf(segment)).fill(1)
    if (sources !== null) {
      admitted = new Uint8Array(sizeOf(segment))
      for (const { first, passages } of sources.get(segment) ?? []) admitted.fill(1, first, first + passages)
    }
    for (const term of all) {
      const holding = new Uint8Array(sizeOf(segment))
      const [from, to] = postingsOf(segment, term)
      for (const position of segment.postingPassages.subarray(from, to))
        holding[position] = admitted[position] as number
      admitted = holding
    }
    for (const term of none) {
      const [from, to] = postingsOf(segment, term)
      for (let posting = from; posting < to; posting++)
        if (segment.postingOwn[posting] !== 0) admitted[segment.postingPassages[posting] as number] = 0
    }
    return admitted
  }
