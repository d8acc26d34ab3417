import { headOf, shortened } from './budget.ts'

/*
 * Makes text of documents and people inert: it shows its own characters and does nothing else. discord.js'
 * escapeMarkdown is not used: its cost grows with the square of the text, and it leaves quotes, subtext and mentions
 * alone.
 *
 * Discord shows a backslash and an ASCII mark as the mark alone, so every mark that can open something gets a
 * backslash: what never opened needs no closing. `@everyone` gets no zero-width character, since a quote must copy as
 * it is: the backslash removes the highlight, and `allowed_mentions` with an empty `parse`, sent with every message,
 * the ping.
 */
const opening = new RegExp(
  [
    // emphasis, underline, strike-through, spoiler, code, links, mentions, timestamps, emoji, links in angle brackets
    /[\\*_~|`[<]/,
    /@(?=everyone|here)/,
    // a URL's scheme (so that nothing is linked or previewed), and emoji by name
    /:(?=\/\/|[\w+-]+:)/,
    // an invite, a gift or a template, which are found without their scheme as well: `discord.gg/`, `dis.gd/`, whatever
    // Discord registers next, with a port or the dot of the root
    /\/(?<=dis(?:cord(?:app)?)?\.[a-z]{2,10}\.?(?::\d{1,5})?.)/,
    // at the start of a line: lists, subtext, headings, block quotes, numbered lists; each looks back from its mark,
    // since looking back from every character costs the square of a run of spaces or digits
    /[-+#>](?<=^[^\S\n]*.)/,
    /[.)](?<=^[^\S\n]*\d+.)(?=\s|$)/,
    // at the end of a heading, where Discord drops it
    /#(?=[^\S\n]*$)/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gim',
)

const escaped = (text: string): string => text.replace(opening, '\\$&')

/**
 * Characters that show nothing and change what is around them: controls, zero-width and bidirectional ones, lone
 * surrogates, line separators. The first alternative finds the two joiners where writing needs them: between letters
 * that are not ASCII, and inside emoji. Soft hyphens and variation selectors stay as well.
 */
const invisible =
  /((?<=[^\0-\x7f])(?<=[\p{L}\p{M}\p{Emoji_Modifier}\p{Extended_Pictographic}])\p{Join_Control}(?=[^\0-\x7f])(?=[\p{L}\p{M}\p{Extended_Pictographic}])|[\n\t\u00ad\p{Variation_Selector}])|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu

const markOf = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/**
 * `text` to be shown exactly, as Discord markdown: every visible character and line end stays, what is invisible
 * shows as a mark such as ⟨U+202E⟩. A bracket that already stands before `U+` is marked too, so the text can be read
 * back.
 */
export const neutralise = (text: string): string =>
  escaped(
    text
      .replace(/⟨(?=U\+)/g, markOf('⟨'))
      .replace(invisible, (character, kept: string | undefined) => kept ?? markOf(character)),
  )

/** Only so many times as much text as is shown is looked at. */
const looksAhead = 8

const cleaned = (text: string): string =>
  text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(invisible, (_, kept: string | undefined) => kept ?? '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * `text` as one line of at most `limit` UTF-16 units without invisible characters, where there is no markdown, such
 * as in a choice of autocomplete. For titles, names and questions, never for quotes.
 */
export const oneLine = (text: string, limit: number): string => {
  const near = headOf(text, limit * looksAhead)
  return shortened(near.length === text.length ? cleaned(text) : `${cleaned(near)}…`, limit)
}

/** The same as Discord markdown, of at most `limit` UTF-16 units including its backslashes. */
export const neutraliseLine = (text: string, limit: number): string => {
  const line = oneLine(text, limit)
  let shown = escaped(line)
  for (let kept = line.length; shown.length > limit; shown = escaped(shortened(line, kept)))
    kept -= Math.ceil((shown.length - limit) / 2)
  return shown
}

/** `text` exactly, as a block quote: every line has its own mark, so that the quote ends where its words end. */
export const blockQuote = (text: string): string => neutralise(text).replace(/^/gm, '> ')

/**
 * What is sent, with U+FFFD for each lone surrogate: UTF-8 cannot encode one, and Discord would refuse the whole
 * request.
 */
export const wellFormed = <T>(sent: T): T =>
  JSON.parse(JSON.stringify(sent), (_, value: unknown) =>
    typeof value === 'string' ? value.replace(/\p{Cs}/gu, '\ufffd') : value,
  ) as T
