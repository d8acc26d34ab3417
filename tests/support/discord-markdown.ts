/**
 * What Discord's markdown would do with a text, after the rules of its client (simple-markdown with Discord's
 * additions): the names of the rules that would act anywhere in it. Stricter than the client, since a mark counts
 * even without its partner.
 */
const lineRules: readonly (readonly [string, RegExp])[] = [
  ['heading', /^ *#{1,3}\s/],
  ['subtext', /^ *-#\s/],
  ['list', /^\s*(?:[*+-]|\d+[.)])\s/],
  ['block quote', /^ *>{1,3}/],
]
const inlineRules: readonly (readonly [string, RegExp])[] = [
  ['emphasis', /^[*_]/],
  ['strike-through', /^~~/],
  ['spoiler', /^\|\|/],
  ['code', /^`/],
  ['masked link', /^\[/],
  ['mention', /^<(?:@[!&]?\d|#\d|\/|id:|t:|a?:)/],
  ['link in brackets', /^<[a-z]+:/i],
  ['everyone', /^@(?:everyone|here)/],
  ['link', /^[a-z]+:\/\/\S/i],
  ['invite', /^(?:discord(?:app)?\.(?:gg|com|gift|new|media)|dis\.gd)\.?(?::\d+)?\//i],
  // Names of emoji have no other characters; the client leaves a name that it does not know as text.
  ['emoji', /^:[\w+-]+:/],
]

export const liveMarkup = (text: string): readonly string[] => {
  const found: string[] = []
  let isLineStart = true
  for (let at = 0; at < text.length; at += 1) {
    const rest = text.slice(at, at + 400)
    if (isLineStart) found.push(...lineRules.filter(([, rule]) => rule.test(rest)).map(([name]) => name))
    isLineStart = text[at] === '\n'
    // A backslash takes the meaning of any mark behind it.
    if (/^\\[^0-9A-Za-z\s]/.test(rest)) at += 1
    else found.push(...inlineRules.filter(([, rule]) => rule.test(rest)).map(([name]) => name))
  }
  return found
}

/** The text that a reader sees, with the marks of invisible characters read back. */
export const readBack = (display: string): string =>
  display
    .replace(/\\([^0-9A-Za-z\s])/g, '$1')
    .replace(/⟨U\+([0-9A-F]{4,6})⟩/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

/** The same of a block quote. */
export const readBackQuote = (display: string): string => readBack(display.replace(/^> /gm, ''))
