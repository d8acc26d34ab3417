import type { CslName } from '../domain/bibliography.ts'
import { nameShown } from '../domain/bibliography.ts'
import type { ReferenceItem } from './reference-item.ts'

/** A part of a reference with the full stop that ends it, unless it ends in a mark of its own. */
export const stopped = (text: string): string => (/[.?!][”’)\]]?$/.test(text) ? text : `${text}.`)

/** A title in quotation marks, with the full stop inside, as American styles have it. */
export const quotedTitle = ({ title, untitled }: ReferenceItem): string =>
  title === null ? stopped(untitled) : `“${stopped(headlineCase(title))}”`

/** `Patranobis, Sutirtho`; a body's name as it is. */
export const invertedName = (name: CslName): string =>
  'literal' in name ? name.literal : [name.family, name.given].filter(Boolean).join(', ')

/** Names as MLA and Chicago list them: the first inverted, the others in reading order, `and` before the last. */
export const firstInverted = (names: readonly CslName[]): string => {
  const shown = names.map((name, at) => (at === 0 ? invertedName(name) : nameShown(name)))
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')}, and ${shown.at(-1)}`
}

/** Whether the publisher is named as the author already. */
export const isOwnPublisher = ({ author, publisher }: ReferenceItem): boolean =>
  author.length === 1 && author[0] !== undefined && nameShown(author[0]) === publisher

const smallWords = new Set(
  'a an and as at but by down en for from if in into like near nor of off on onto or over past per so than the to up upon v via vs with yet'.split(
    ' ',
  ),
)

/**
 * A title in headline style: words in lower case get a capital, except small words inside. Words that hold a capital, a
 * digit or a letter beyond English keep the form that the source gave them.
 */
const headlineCase = (title: string): string => {
  const words = title.split(' ')
  return words
    .map((word, at) => {
      const isInside = at > 0 && at < words.length - 1 && !/[:?!.]$/.test(words[at - 1] ?? '')
      if (!/^["'“‘(]?[a-z]+(?:[-'’][a-z]+)*[^\p{L}\p{N}]*$/u.test(word)) return word
      if (isInside && smallWords.has(word.replace(/[^a-z]/g, ''))) return word
      return word.replace(/[a-z]/, (letter) => letter.toUpperCase())
    })
    .join(' ')
}
