/** Characters that take two columns: East Asian scripts and emoji. */
const wide =
  /^(?:\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303F\uFF01-\uFF60])/u
const ascii = /^[\x20-\x7E]*$/

/** Costly to make, and most text is ASCII: made once, when a word first needs it. */
let made: Intl.Segmenter | undefined
const graphemes = (): Intl.Segmenter => {
  made ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
  return made
}

/** Columns that a word takes on the screen, near enough to wrap by. */
export const columnsOf = (word: string): number => {
  if (ascii.test(word)) return word.length
  let columns = 0
  for (const { segment } of graphemes().segment(word)) columns += wide.test(segment) ? 2 : 1
  return columns
}

/**
 * Text in lines of at most `width` columns. Lines break at spaces alone, so every word stays whole and as it is; a word
 * longer than a line has one for itself. Line breaks of the text stay.
 */
export const wrap = (text: string, width: number): readonly string[] => {
  if (width === Number.POSITIVE_INFINITY) return text.split('\n')
  const lines: string[] = []
  for (const line of text.split('\n')) {
    let words: string[] = []
    let filled = 0
    for (const word of line.split(' ')) {
      const columns = columnsOf(word)
      if (words.length > 0 && filled + 1 + columns > width) {
        lines.push(words.join(' '))
        words = []
        filled = 0
      }
      filled += columns + (words.length > 0 ? 1 : 0)
      words.push(word)
    }
    lines.push(words.join(' '))
  }
  return lines
}

/** Wrapped text with `first` before its first line and as much space, or `others`, before the rest. */
export const indented = (text: string, width: number, first: string, others = ' '.repeat(first.length)): string =>
  wrap(text, width - first.length)
    .map((line, at) => (at === 0 ? first : others) + line)
    .join('\n')
