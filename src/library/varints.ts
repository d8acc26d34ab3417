/** Writes whole numbers, one after the other, in as few bytes as each needs. */
export type VarintWriter = {
  /** @param value a whole number from -2^31 to 2^31 - 1 */
  write(value: number): void
  bytes(): Uint8Array
}

/** Seven bits a byte, the highest one says that another byte follows; the sign is the lowest bit of the number (LEB128, zigzag). */
export const varintWriter = (): VarintWriter => {
  let bytes = new Uint8Array(256)
  let length = 0
  return {
    write(value) {
      if (length + 5 > bytes.length) {
        const larger = new Uint8Array(bytes.length * 2)
        larger.set(bytes)
        bytes = larger
      }
      let rest = ((value << 1) ^ (value >> 31)) >>> 0
      while (rest > 0x7f) {
        bytes[length++] = (rest & 0x7f) | 0x80
        rest >>>= 7
      }
      bytes[length++] = rest
    },
    bytes: () => bytes.subarray(0, length),
  }
}

/** Gives back, call by call, the numbers that a `VarintWriter` wrote. */
export const varintReader = (bytes: Uint8Array): (() => number) => {
  let at = 0
  return () => {
    let value = 0
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]
      if (byte === undefined) throw new RangeError('There are no more numbers')
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) return (value >>> 1) ^ -(value & 1)
    }
  }
}
