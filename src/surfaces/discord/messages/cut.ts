/**
 * The longest head of `text` of at most `limit` UTF-16 units that ends where a grapheme ends. Where one grapheme is longer
 * than that (a letter under a heap of marks), the head ends where a code point does.
 */
export const headOf = (text: string, limit: number): string => {
  if (text.length <= limit) return text
  // The border depends on the character behind it, which may take two units.
  const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, limit + 2))
  const border = graphemes.containing(limit)?.index ?? limit
  if (border > 0) return text.slice(0, border)
  return text.slice(0, /[\ud800-\udbff]/.test(text.charAt(limit - 1)) ? limit - 1 : limit)
}

/** `text` in at most `limit` UTF-16 units; `…` in the place of what does not fit. */
export const shortened = (text: string, limit: number): string =>
  text.length <= limit ? text : `${headOf(text, Math.max(0, limit - 1))}…`
