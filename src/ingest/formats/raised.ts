const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * @param mark of a note, as it stands raised behind a word: `12`, `iv`, `*`
 * @returns it as text: `¹²`, `[iv]`, `*`
 */
export const raisedMark = (mark: string): string => {
  if (/^\d+$/.test(mark)) return mark.replace(/\d/g, (digit) => digits.charAt(Number(digit)))
  return /^[*†‡§]{1,4}$/.test(mark) || mark === '' ? mark : `[${mark}]`
}
