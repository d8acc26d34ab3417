/** Ligatures as letters; other characters stay as they were drawn. */
const ligature = /[\ufb00-\ufb06]/g

/** Characters that no font draws, or whose meaning only the font knows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const unknown = /[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff\ufffd-\uffff]|[\u{f0000}-\u{10ffff}]/gu

/** What Symbol and Wingdings draw for bullets, as Word writes them. */
const bullets: ReadonlyMap<string, string> = new Map([
  ['\uf0b7', '•'],
  ['\uf0a7', '▪'],
  ['\uf0d8', '➢'],
  ['\uf0fc', '✓'],
  ['\uf02d', '–'],
  ['\uf06e', '■'],
  ['\uf0a8', '◻'],
])

/**
 * @param unicode what the file says that a glyph means
 * @returns what a reader sees, and whether the file does not say it
 */
export const glyphText = (unicode: string): { readonly text: string; readonly isUnknown: boolean } => {
  const bullet = bullets.get(unicode)
  if (bullet !== undefined) return { text: bullet, isUnknown: false }
  // A soft hyphen that is drawn is a hyphen.
  const text = unicode.replace(ligature, (letters) => letters.normalize('NFKC')).replace('\u00ad', '-')
  const readable = text.replace(unknown, '\ufffd')
  return { text: readable, isUnknown: readable.includes('\ufffd') }
}

/** Accents that are drawn by themselves, over or under a letter that is drawn before or after. */
const combining: ReadonlyMap<string, string> = new Map([
  ['´', '\u0301'],
  ['`', '\u0300'],
  ['¨', '\u0308'],
  ['ˆ', '\u0302'],
  ['˜', '\u0303'],
  ['¸', '\u0327'],
  ['ˇ', '\u030c'],
  ['˚', '\u030a'],
  ['¯', '\u0304'],
  ['˙', '\u0307'],
])

/**
 * @param first a character
 * @param second one that is drawn over it
 * @returns the letter with its accent, if that is what they are; else null
 */
export const accented = (first: string, second: string): string | null => {
  const [accent, letter] = combining.has(first) ? [first, second] : [second, first]
  const mark = combining.get(accent)
  if (mark === undefined || !/^[\p{L}]$/u.test(letter)) return null
  const base = letter === 'ı' ? 'i' : letter
  const composed = (base + mark).normalize('NFC')
  return composed.length === 1 ? composed : null
}
