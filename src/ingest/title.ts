import { saysSomething } from '../domain/bibliography.ts'

/** About how many characters of the opening words stand for a missing title. */
const opening = 60

/** The opening words of a text, and `…` where a longer text is cut, at a word's end. */
const openingWords = (text: string): string => {
  const line = text
    .slice(0, opening * 4)
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= opening) return line
  const cut = line.lastIndexOf(' ', opening)
  return `${line.slice(0, cut > opening / 2 ? cut : opening).replace(/[\s,;:.–—-]+$/, '')}…`
}

/** What stands for the title of a document that states none: its opening words, or its file's name where those show nothing. */
export const titleInstead = (text: string, path: string): string => {
  const opening = openingWords(text)
  return saysSomething(opening) ? opening : path.slice(path.lastIndexOf('/') + 1)
}
