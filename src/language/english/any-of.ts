/**
 * @param alternatives patterns, one or more in a string, divided by `|`
 * @returns the pattern of any of them
 */
export const anyOf = (...alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`
