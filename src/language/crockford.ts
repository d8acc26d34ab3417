/** Crockford's base 32: no I, L, O, U, so that a person can read it out and type it back. */
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

/** A whole number from 0 in as few digits as it takes. */
export const toBase32 = (value: number): string => {
  let digits = ''
  let rest = value
  do {
    digits = alphabet.charAt(rest % 32) + digits
    rest = Math.floor(rest / 32)
  } while (rest > 0)
  return digits
}

/** The number that digits made by `toBase32` stand for. */
export const fromBase32 = (digits: string): number =>
  [...digits].reduce((value, digit) => value * 32 + alphabet.indexOf(digit), 0)

/**
 * What a person typed, in the alphabet: lower case, what is no letter or digit dropped, `o` read as 0, `i` and `l` as 1.
 * Null when something else is left.
 */
export const readBase32 = (typed: string): string | null => {
  const digits = typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return /^[0-9a-hjkmnp-tv-z]+$/.test(digits) ? digits : null
}
