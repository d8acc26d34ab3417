const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/**
 * @param number of a note
 * @returns it as it stands raised behind a word: `¹²`
 */
export const raised = (number: number): string => String(number).replace(/\d/g, (digit) => digits.charAt(Number(digit)))
