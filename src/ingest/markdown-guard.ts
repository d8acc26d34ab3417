/**
 * Deeper lists and quotes overflow the parser's stack; people stop at four or five. Blanks match only before a mark: on
 * both sides, the pattern would backtrack exponentially.
 */
const containers = /^(?:[ \t]{0,16}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}/m

const emphasis = /[*_~]/g
const brackets = /[[\]`<]/g
const lineBreaks = /\n/g

/** Lines that start an item, a quote or an underlined heading: for many of these the parser moves all that follows. */
const structures = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|>|=+[ \t]*$|-+[ \t]*$)/gm

/**
 * Limits for a text, and for one paragraph: the parser takes quadratic time for pairing emphasis and joining lines, and
 * for each bracket it may read the rest of the paragraph.
 */
const textLimits = { characters: 2 * 1024 * 1024, lines: 40_000, structuresTimesLines: 50_000_000 }
const paragraphLimits = { emphasis: 400, brackets: 2000, bracketsTimesCharacters: 100_000_000, lines: 1000 }

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const isTooLarge = (text: string): boolean => {
  const lines = count(text, lineBreaks)
  return (
    text.length > textLimits.characters ||
    lines > textLimits.lines ||
    count(text, structures) * lines > textLimits.structuresTimesLines
  )
}

/**
 * Predicts whether the Markdown parser would stall or overflow. Measured: 20,000 characters of `*a_` take 3 s, and of
 * `1. ` overflow the stack; 66,000 lines in one paragraph take 15 s, 18,000 lines of nested lists 40 s. Real documents
 * do not come close.
 * @param text Markdown
 * @returns whether it should not be parsed
 */
export const isPathological = (text: string): boolean => {
  if (isTooLarge(text) || containers.test(text)) return true
  return text.split(/\n[ \t]*(?=\n|[-*+>|] |\d{1,9}[.)] )/).some((part) => {
    const open = count(part, brackets)
    return (
      count(part, emphasis) > paragraphLimits.emphasis ||
      open > paragraphLimits.brackets ||
      open * part.length > paragraphLimits.bracketsTimesCharacters ||
      count(part, lineBreaks) > paragraphLimits.lines
    )
  })
}
