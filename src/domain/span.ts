/**
 * A half-open range `[start, end)` of UTF-16 units in `Source.text`, as `slice` and the W3C TextPositionSelector count.
 */
export type Span = {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` contains every character of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/**
 * Searches by halving.
 * @param spans in order, without overlaps
 * @param offset an offset in the same text
 * @returns the index of the first span that ends after `offset`; the number of spans when none does
 */
export const placeBehind = (spans: readonly Span[], offset: number): number => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
