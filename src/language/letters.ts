/** Letters that Unicode does not take apart, as who has no key for them writes them. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ħ', 'h'],
  ['ŧ', 't'],
  ['ŋ', 'n'],
  ['ı', 'i'],
  ['ĸ', 'k'],
])
const special = new RegExp(`[${[...plainLetters.keys()].join('')}]`, 'g')

/** Soft hyphens and zero-width characters: they may stand inside a word, and are no part of it. For a pattern. */
export const invisible = String.raw`\u00ad\u200b-\u200d\u2060\ufeff`

/** Most words; the rest takes ten times as long. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const plain = /^[\u0000-\u007f]*$/

const noLetter = new RegExp(`[\\p{M}${invisible}]+`, 'gu')

/**
 * @param word any text
 * @returns it in lower case and plain letters, as it is compared: `grossmann` for `Großmann`, `lukasz` for `Łukasz`
 */
export const plainForm = (word: string): string => (plain.test(word) ? word.toLowerCase() : unaccented(word))

const unaccented = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(noLetter, '')
    .toLowerCase()
    .replace(special, (letter) => plainLetters.get(letter) as string)
