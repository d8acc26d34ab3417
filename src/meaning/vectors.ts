/** Values that a vector keeps, as signed bytes; the model's own length. */
export const dimensions = 384

/**
 * What sets a vector apart from the mean of its kind.
 * @param mean of the same length
 */
export const centred = (values: Float32Array, mean: readonly number[]): Float32Array =>
  values.map((value, i) => value - (mean[i] as number))

/**
 * A direction as signed bytes: the largest value becomes 127 or -127. A tenth of the memory of what the encoder
 * gives, and small differences between machines and runtimes mostly round away.
 * @param values of any length but 0
 */
export const quantise = (values: Float32Array): Int8Array => {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  const scale = largest === 0 ? 0 : 127 / largest
  return Int8Array.from(values, (value) => Math.round(value * scale))
}

/** The length of a vector that starts at `from`. */
export const lengthOf = (vectors: Int8Array, from = 0): number => {
  let sum = 0
  for (let i = from; i < from + dimensions; i++) sum += (vectors[i] as number) ** 2
  return Math.sqrt(sum) || 1
}

/** The dot product of `a` and the vector in `vectors` that starts at `from`. */
export const dot = (a: Int8Array, vectors: Int8Array, from: number): number => {
  let sum = 0
  for (let i = 0; i < dimensions; i++) sum += (a[i] as number) * (vectors[from + i] as number)
  return sum
}
