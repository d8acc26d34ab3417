import { nameShown } from '../domain/bibliography.ts'
import { isWhole, type ReferenceItem } from './reference-item.ts'

/** Adds a full stop to a part of a reference, unless it ends in punctuation. */
export const withFullStop = (text: string): string => (/[.?!][”’]?$/.test(text) ? text : `${text}.`)

/** A title in quotation marks with the full stop inside, as in American styles. */
const quotedTitle = (title: string): string => `“${withFullStop(headlineCase(title))}”`

/** The title of a part or a page in quotation marks, that of a book without. */
export const shownTitle = (item: ReferenceItem): string => {
  if (item.title === null) return withFullStop(item.untitled)
  return isWhole(item) ? withFullStop(headlineCase(item.title)) : quotedTitle(item.title)
}

/** Whether the publisher is the author. */
export const isOwnPublisher = ({ author, publisher }: ReferenceItem): boolean =>
  author.length === 1 && author[0] !== undefined && nameShown(author[0]) === publisher

const smallWords = new Set(
  (
    'a an and as at but by down en for from if in into like near nor of off on onto or over past per so than the to ' +
    'up upon v via vs with yet'
  ).split(' '),
)

/**
 * A title in headline style: lower-case words are capitalised, except small words inside. Words with a capital, a digit
 * or a non-English letter stay as they are.
 */
export const headlineCase = (title: string): string => {
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
