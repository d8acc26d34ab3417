/** `[a b c d e f]` of PDF: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number]

export const unchanged: Matrix = [1, 0, 0, 1, 0, 0]

/**
 * @param values six numbers, or anything else that a damaged file has there
 * @returns them as a matrix
 */
export const matrixOf = (values: ArrayLike<unknown> | null | undefined): Matrix => {
  if (values === null || values === undefined) return unchanged
  const [a, b, c, d, e, f] = Array.from(values, Number)
  const all = [a, b, c, d, e, f].map((value) => value ?? Number.NaN)
  return all.every(Number.isFinite) ? (all as unknown as Matrix) : unchanged
}

/**
 * @param outer applied last
 * @param inner applied first
 * @returns both as one
 */
export const times = (outer: Matrix, inner: Matrix): Matrix => {
  const [a, b, c, d, e, f] = outer
  const [p, q, r, s, t, u] = inner
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f]
}

/** @returns where a point comes to */
export const placed = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  a * x + c * y + e,
  b * x + d * y + f,
]
