import { compareIds } from '../../domain/source.ts'
import { lengthNorm, saturationAt } from '../bm25.ts'
import type { IndexStatistics } from '../port.ts'
import { grown } from './document-frequencies.ts'
import { type LiveSegment, postingsOf, type Segment, sizeOf, sourceAt } from './segment.ts'

/** Keeps the best `limit` of the items offered. */
type BestOf<T> = {
  /** The worst of the best, once there are `limit` of them: nothing worse need be offered. */
  last(): T | undefined
  offer(item: T): void
  /** The best, best first. */
  sorted(): readonly T[]
}

/** @param compare as for `sort`, better first. Offering costs the logarithm of `limit`. */
export const createBestOf = <T>(limit: number, compare: (a: T, b: T) => number): BestOf<T> => {
  // A binary heap with the worst item on top.
  const heap: T[] = []
  const at = (index: number): T => heap[index] as T

  const swap = (a: number, b: number): void => {
    const item = at(a)
    heap[a] = at(b)
    heap[b] = item
  }
  const rise = (from: number): void => {
    let index = from
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (compare(at(index), at(parent)) <= 0) return
      swap(index, parent)
      index = parent
    }
  }
  const sink = (): void => {
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= heap.length) return
      if (child + 1 < heap.length && compare(at(child + 1), at(child)) > 0) child++
      if (compare(at(child), at(index)) <= 0) return
      swap(index, child)
      index = child
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

/** A passage found, and its score. */
type Found = { readonly segment: Segment; readonly position: number; readonly score: number }

/** A search in term numbers. */
type Search = {
  /** The terms with their weights, above zero. */
  readonly terms: readonly { readonly term: number; readonly weight: number }[]
  readonly limit: number
  /** 1 at the positions of a segment that may be found; null for all. */
  readonly filter: (of: LiveSegment) => Uint8Array | null
}

/** Finds passages by BM25. It keeps its work space, as long as the largest segment, between searches. */
type Searcher = {
  /** The best passages that have any of the terms; ties are broken by source id, then by offset. */
  search(segments: readonly LiveSegment[], wanted: Search, statistics: IndexStatistics): readonly Found[]
}

/** Best first, with ties broken by source id, then by offset. */
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
    const computed = new Float64Array(lengths.length)
    for (let at = 0; at < lengths.length; at++) computed[at] = lengthNorm(lengths[at] as number, statistics)
    norms.set(segment, computed)
    return computed
  }

  /**
   * Adds up scores in the order of the terms, so that a passage's score is the same to the last bit in any segment.
   * @returns how many passages were touched
   */
  const addUp = (segment: Segment, terms: Search['terms'], norm: Float64Array): number => {
    const { postingPassages, postingOwn, postingContext } = segment
    let count = 0
    for (const { term, weight } of terms) {
      const [from, to] = postingsOf(segment, term)
      for (let posting = from; posting < to; posting++) {
        const position = postingPassages[posting] as number
        // A match in the context counts like one in the passage itself.
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
