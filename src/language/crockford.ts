/** Crockford's base 32 has no I, L, O and U, so that a person can read it aloud and type it. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * @param bytes at least 5 bits a digit
 * @param length how many digits
 * @returns the first digits of `bytes` in Crockford's base 32, lower case
 */
export const crockford32 = (bytes: Uint8Array, length: number): string => {
  const digit = (index: number): string => {
    const bit = index * 5
    const pair = ((bytes[bit >> 3] ?? 0) << 8) | (bytes[(bit >> 3) + 1] ?? 0)
    return alphabet.charAt((pair >> (11 - (bit & 7))) & 31)
  }
  return Array.from({ length }, (_, index) => digit(index)).join('')
}

/**
 * @param value a whole number from 0
 * @returns it in as few digits as it takes
 */
export const toBase32 = (value: number): string => {
  let digits = ''
  let rest = value
  do {
    digits = alphabet.charAt(rest % 32) + digits
    rest = Math.floor(rest / 32)
  } while (rest > 0)
  return digits
}

/**
 * @param digits as `toBase32` makes them
 * @returns the number
 */
export const fromBase32 = (digits: string): number =>
  [...digits].reduce((value, digit) => value * 32 + alphabet.indexOf(digit), 0)

/**
 * Normalises what a person typed: lower case, only letters and digits, `o` read as 0, `i` and `l` as 1.
 * @param typed any text
 * @returns digits of the alphabet; null when there are other characters, or none
 */
export const readBase32 = (typed: string): string | null => {
  const digits = typed
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return /^[0-9a-hjkmnp-tv-z]+$/.test(digits) ? digits : null
}
