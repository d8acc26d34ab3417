/** A half-open range `[start, end)` of UTF-16 code units in `Source.text`: the unit of `slice`, and of the W3C TextPositionSelector. */
export type Span = {
  readonly start: number
  readonly end: number
}

/** Whether two spans share at least one character. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Whether `outer` holds every character of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
