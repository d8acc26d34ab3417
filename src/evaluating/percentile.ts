/** The value that `share` of `values` do not exceed (nearest rank); `values` has at least one. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.max(0, Math.ceil(share * values.length) - 1)] as number
