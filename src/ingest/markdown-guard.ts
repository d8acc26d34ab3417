/**
 * Deeper lists and quotes overflow the parser's stack; people stop at four or five. Only the front of a round takes blanks:
 * were they taken on both sides, each stretch of them could be divided in many ways, and the rounds would multiply these.
 */
const containers = /^(?:[ \t]{0,16}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}/m

const emphasis = /[*_~]/g
const brackets = /[[\]`<]/g
const lineBreaks = /\n/g

/** Lines that open an item, a quote or an underlined heading: for many of these the parser moves all that follows. */
const structures = /^[ \t]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|>|=+[ \t]*$|-+[ \t]*$)/gm

/**
 * Of a whole text, and of one paragraph of it: pairing emphasis and joining lines takes the parser quadratic time, and for a
 * bracket it may read the rest of the paragraph.
 */
const mostInText = { characters: 2 * 1024 * 1024, lines: 40_000, structuresTimesLines: 50_000_000 }
const mostInParagraph = { emphasis: 400, brackets: 2000, bracketsTimesCharacters: 100_000_000, lines: 1000 }

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

const isTooLarge = (text: string): boolean => {
  const lines = count(text, lineBreaks)
  return (
    text.length > mostInText.characters ||
    lines > mostInText.lines ||
    count(text, structures) * lines > mostInText.structuresTimesLines
  )
}

/**
 * Whether a text would stall or overflow the Markdown parser: measured on 20,000 characters, `*a_` repeated takes 3 s and
 * `1. ` repeated overflows the stack; 66,000 lines in one paragraph take 15 s, 18,000 lines of lists in lists 40 s. No
 * document that people write comes near.
 */
export const isPathological = (text: string): boolean => {
  if (isTooLarge(text) || containers.test(text)) return true
  return text.split(/\n[ \t]*(?=\n|[-*+>|] |\d{1,9}[.)] )/).some((part) => {
    const open = count(part, brackets)
    return (
      count(part, emphasis) > mostInParagraph.emphasis ||
      open > mostInParagraph.brackets ||
      open * part.length > mostInParagraph.bracketsTimesCharacters ||
      count(part, lineBreaks) > mostInParagraph.lines
    )
  })
}
