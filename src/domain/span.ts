/** A half-open range `[start, end)` of UTF-16 code units in `Source.text`: the unit of `slice`, and of the W3C TextPositionSelector. */
export type Span = {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` holds every character of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

/** The place among `spans`, which are in order and apart, of the first one that ends behind `offset`; their number when none does. Halves. */
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
