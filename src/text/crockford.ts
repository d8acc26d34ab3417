const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The first `length` digits of `bytes` in Crockford's base 32, lower case: 5 bits a digit, no letter that reads as a number. */
export const crockford32 = (bytes: Uint8Array, length: number): string => {
  const digit = (index: number): string => {
    const bit = index * 5
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    return alphabet.charAt((pair >> (11 - (bit & 7))) & 31)
  }
  return Array.from({ length }, (_, index) => digit(index)).join('')
}
