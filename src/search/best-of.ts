/** Keeps the best `limit` of the items that it is offered. */
export type BestOf<T> = {
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
