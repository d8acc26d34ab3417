import { type Segment, type SegmentSource, sizeOf } from './segment.ts'

/** A segment, and which of its sources still count. */
export type LiveSegment = {
  readonly segment: Segment
  readonly removed: ReadonlySet<SegmentSource>
  /** 1 at the position of each passage that still counts; null when all do. */
  readonly live: Uint8Array | null
}

export const allLive = (segment: Segment): LiveSegment => ({ segment, removed: new Set(), live: null })

/** `from` without some of its sources. */
export const withoutSources = (from: LiveSegment, gone: readonly SegmentSource[]): LiveSegment => {
  const live = from.live?.slice() ?? new Uint8Array(sizeOf(from.segment)).fill(1)
  for (const { first, passages } of gone) live.fill(0, first, first + passages)
  return { segment: from.segment, removed: new Set([...from.removed, ...gone]), live }
}

/** Passages that still count. */
export const liveSize = ({ segment, removed }: LiveSegment): number => {
  let size = sizeOf(segment)
  for (const { passages } of removed) size -= passages
  return size
}
