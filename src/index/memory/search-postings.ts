import { compareIds } from '../../domain/source.ts'
import { lengthNorm, saturationAt } from '../bm25.ts'
import type { IndexStatistics } from '../port.ts'
import { grown } from './document-frequencies.ts'
import type { LiveSegment } from './segment.ts'
import { postingsOf, type Segment, sizeOf, sourceAt } from './segment.ts'

/** Keeps the best `limit` of the items that it is offered. */
type BestOf<T> = {
  /** The last of the best, once there are `limit` of them: what does not come before it need not be offered. */
  last(): T | undefined
  offer(item: T): void
  /** The best, best first. */
  sorted(): readonly T[]
}

/** `compare` orders as for `sort`, the better first. Offering costs the logarithm of `limit`. */
export const createBestOf = <T>(limit: number, compare: (a: T, b: T) => number): BestOf<T> => {
  // A binary heap: each item stands before none of the two below it, so the last of all is on top.
  const heap: T[] = []
  const at = (place: number): T => heap[place] as T

  const swap = (a: number, b: number): void => {
    const item = at(a)
    heap[a] = at(b)
    heap[b] = item
  }
  const rise = (from: number): void => {
    let place = from
    while (place > 0) {
      const above = (place - 1) >> 1
      if (compare(at(place), at(above)) <= 0) return
      swap(place, above)
      place = above
    }
  }
  const sink = (): void => {
    let place = 0
    for (;;) {
      let later = 2 * place + 1
      if (later >= heap.length) return
      if (later + 1 < heap.length && compare(at(later + 1), at(later)) > 0) later++
      if (compare(at(later), at(place)) <= 0) return
      swap(place, later)
      place = later
    }
  }

  return {
    last: () => (heap.length < limit ? undefined : heap[0]),
    offer: (item) => {
      if (heap.length < limit) {
        heap.push(item)
        rise(heap.length - 1)
      } else if (heap.length > 0 && compare(item, at(0)) < 0) {
        heap[0] = item
        sink()
      }
    },
    sorted: () => heap.toSorted(compare),
  }
}

/** A passage, where it stands, and what it scores. */
type Found = { readonly segment: Segment; readonly position: number; readonly score: number }

/** What is looked for in a segment, in term numbers. */
type Wanted = {
  /** What a match of each term counts; above zero. */
  readonly terms: readonly { readonly term: number; readonly weight: number }[]
  readonly limit: number
  /** 1 at the positions of a segment that may be found; null when all may. */
  readonly filter: (of: LiveSegment) => Uint8Array | null
}

/** Finds passages by BM25. It keeps working space between searches, as long as the largest segment. */
type Searcher = {
  /** The best passages that hold any of the terms; ties stand by source id, then by place. */
  search(segments: readonly LiveSegment[], wanted: Wanted, statistics: IndexStatistics): readonly Found[]
}

/** The one order of what is found. */
const compareFound = (a: Found, b: Found): number =>
  b.score - a.score ||
  compareIds(sourceAt(a.segment, a.position).id, sourceAt(b.segment, b.position).id) ||
  (a.segment.starts[a.position] as number) - (b.segment.starts[b.position] as number)

export const createSearcher = (): Searcher => {
  let scores = new Float64Array(0)
  let touched = new Uint32Array(0)
  // Norms are the same until the mean length changes.
  let norms = new WeakMap<Segment, Float64Array>()
  let meanLength = Number.NaN

  const normsOf = (segment: Segment, statistics: IndexStatistics): Float64Array => {
    if (statistics.meanLength !== meanLength) {
      meanLength = statistics.meanLength
      norms = new WeakMap()
    }
    const known = norms.get(segment)
    if (known !== undefined) return known
    const { lengths } = segment
    const reckoned = new Float64Array(lengths.length)
    for (let at = 0; at < lengths.length; at++) reckoned[at] = lengthNorm(lengths[at] as number, statistics)
    norms.set(segment, reckoned)
    return reckoned
  }

  /**
   * Adds up scores, in the order of the terms, so that a passage's score is the same to the last bit wherever it stands.
   * Returns how many passages were touched.
   */
  const addUp = (segment: Segment, terms: Wanted['terms'], norm: Float64Array): number => {
    const { postingPassages, postingOwn, postingContext } = segment
    let count = 0
    for (const { term, weight } of terms) {
      const [from, to] = postingsOf(segment, term)
      for (let posting = from; posting < to; posting++) {
        const position = postingPassages[posting] as number
        // A match in title, headings or question counts like one in the passage itself.
        const occurrences = (postingOwn[posting] as number) + (postingContext[posting] as number)
        const score = scores[position] as number
        if (score === 0) touched[count++] = position
        scores[position] = score + weight * saturationAt(occurrences, norm[position] as number)
      }
    }
    return count
  }

  return {
    search: (segments, { terms, limit, filter }, statistics) => {
      const best = createBestOf(limit, compareFound)
      for (const alive of segments) {
        const { segment } = alive
        scores = grown(scores, sizeOf(segment))
        touched = grown(touched, sizeOf(segment))
        const may = filter(alive)
        const count = addUp(segment, terms, normsOf(segment, statistics))
        let least = best.last()?.score ?? 0
        for (let at = 0; at < count; at++) {
          const position = touched[at] as number
          const score = scores[position] as number
          scores[position] = 0
          if (score < least || (may !== null && may[position] === 0)) continue
          best.offer({ segment, position, score })
          least = best.last()?.score ?? 0
        }
      }
      return best.sorted()
    },
  }
}
