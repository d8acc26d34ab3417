/** Deeper lists and quotes overflow the parser's stack; people stop at four or five. */
const containers = /^(?:[ \t]{0,8}(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]{0,8}){12}/m

/** Marks of emphasis whose pairing takes quadratic time in a paragraph, and brackets, where it is nearly so. */
const emphasis = /[*_~]/g
const brackets = /[[\]`<]/g
const most = { emphasis: 400, brackets: 2000, characters: 2 * 1024 * 1024 }

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/**
 * Whether a text would stall or overflow the Markdown parser: measured on 20,000 characters, `*a_` repeated takes 3 s,
 * `1. ` repeated overflows the stack. No document that people write comes near these bounds.
 */
export const isPathological = (text: string): boolean => {
  if (text.length > most.characters || containers.test(text)) return true
  return text
    .split(/\n[ \t]*(?=\n|[-*+>|] |\d{1,9}[.)] )/)
    .some((part) => count(part, emphasis) > most.emphasis || count(part, brackets) > most.brackets)
}
