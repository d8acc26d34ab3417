import { type LiveSegment, liveSize } from './live-segment.ts'
import { sizeOf } from './segment.ts'

/** Passages of the largest segment that a merge makes, so that no merge takes long; one of half of it is left alone. */
const largest = 32_768
/** Segments of one order of magnitude that may stand side by side. */
const aside = 3

const orderOf = (segment: LiveSegment): number => Math.floor(Math.log2(Math.max(1, liveSize(segment))) / 2)

/** Runs of `segments` that are not too large together. */
const groupsOf = (segments: readonly LiveSegment[]): readonly (readonly LiveSegment[])[] => {
  const groups: LiveSegment[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const segment of segments) {
    if (size + liveSize(segment) > largest) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(segment)
    size += liveSize(segment)
  }
  return groups
}

/**
 * Which of `segments` are to be merged next: each group into one. Segments of which most has been removed are made anew;
 * small ones are joined, when more than a few of one order of magnitude stand side by side, so that their number grows
 * with the logarithm of the library, and each passage is moved a few times at most. None when all is well.
 */
export const mergesDue = (segments: readonly LiveSegment[]): readonly (readonly LiveSegment[])[] => {
  const hollow = segments.filter(
    (each) => liveSize(each) * 2 < sizeOf(each.segment) || each.removed.size === each.segment.sources.length,
  )
  if (hollow.length > 0) return hollow.map((segment) => [segment])
  const small = segments.filter((segment) => liveSize(segment) * 2 <= largest)
  const crowd = small
    .map((segment) => small.filter((other) => orderOf(other) === orderOf(segment)))
    .find(({ length }) => length > aside)
  return crowd === undefined ? [] : groupsOf(crowd).filter(({ length }) => length > 1)
}
