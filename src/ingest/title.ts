/** About how many characters of the opening words stand for a missing title. */
const opening = 60

/** The opening words of a text that states no title, and `…` where a longer text is cut, at a word's end. */
export const openingWords = (text: string): string => {
  const line = text
    .slice(0, opening * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= opening) return line
  const cut = line.lastIndexOf(' ', opening)
  return `${line.slice(0, cut > opening / 2 ? cut : opening).replace(/[\s,;:.–—-]+$/, '')}…`
}
