/**
 * Deeper lists and quotes overflow the parser's stack; people stop at four or five. Only the front of a round takes blanks:
 * were they taken on both sides, each stretch of them could be divided in many ways, and the rounds would multiply these.
 */
const containers = /^(?:[ \t]{0,16}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12}/m

const emphasis = /[*_~]/g
const brackets = /[[\]`<]/g
const lineBreaks = /\n/g

/** Of a whole text, and of one paragraph of it: pairing emphasis and joining lines takes the parser quadratic time. */
const mostInText = { characters: 2 * 1024 * 1024, lines: 40_000 }
const mostInParagraph = { emphasis: 400, brackets: 2000, lines: 1000 }

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * Whether a text would stall or overflow the Markdown parser: measured on 20,000 characters, `*a_` repeated takes 3 s and
 * `1. ` repeated overflows the stack; 66,000 lines in one paragraph take 15 s. No document that people write comes near.
 */
export const isPathological = (text: string): boolean => {
  if (text.length > mostInText.characters || count(text, lineBreaks) > mostInText.lines || containers.test(text))
    return true
  return text
    .split(/\n[ \t]*(?=\n|[-*+>|] |\d{1,9}[.)] )/)
    .some(
      (part) =>
        count(part, emphasis) > mostInParagraph.emphasis ||
        count(part, brackets) > mostInParagraph.brackets ||
        count(part, lineBreaks) > mostInParagraph.lines,
    )
}
