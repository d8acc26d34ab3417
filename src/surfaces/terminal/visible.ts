/**
 * What can drive a terminal or change the order in which text is read: controls but for line break and tab, and format
 * characters but for joiners and soft hyphens, which scripts and typesetting need.
 */
const unsafe = /(?![\n\t])\p{Cc}|[\p{Zl}\p{Zp}\p{Cs}]|(?![\u00AD\u200C\u200D])\p{Cf}/gu

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')

/** Text of a document or a person with a visible mark in the place of each such character: `␛`, `⟨U+202E⟩`. */
export const visible = (text: string): string =>
  text.replace(unsafe, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x20) return String.fromCodePoint(0x2400 + code)
    return code === 0x7f ? '␡' : `⟨U+${codeOf(character)}⟩`
  })

/** The same on one line, for titles, names and messages. */
export const visibleLine = (text: string): string => visible(text.replace(/\s+/g, ' ').trim())

/** JSON text with those characters as escapes: the same value, and nothing that a terminal obeys. */
export const visibleJson = (value: unknown): string =>
  JSON.stringify(value).replace(unsafe, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  )
