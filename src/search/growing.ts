/** `array` when it holds `length` entries, or else a longer one that begins with them, twice as long so that it seldom grows. */
export const grown = <T extends Uint32Array | Float64Array>(array: T, length: number): T => {
  if (array.length >= length) return array
  const longer = new (array.constructor as new (length: number) => T)(Math.max(length, array.length * 2))
  longer.set(array)
  return longer
}
