import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'

/**
 * What people read has neither. A longer stretch without white space, in characters, overflows the patterns that look for words
 * beyond four million; 25 MB of prose have some 100,000 different words, each of which two threads keep.
 */
const most = { stretch: 1_000_000, words: 200_000 }

const hasLongStretch = (text: string): boolean => {
  let from = 0
  for (const { index } of text.matchAll(/\s|$/g)) {
    if (index - from > most.stretch) return true
    from = index + 1
  }
  return false
}

/** Words of scripts with spaces between them; those of others are found in a dictionary, which has no more. */
const word =
  /(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}])[\p{L}\p{M}\p{N}](?:[.,'’](?=[\p{L}\p{M}\p{N}]))?)+/gu

const hasTooManyWords = (text: string): boolean => {
  const words = new Set<string>()
  for (const [written] of text.toLowerCase().matchAll(word)) if (words.add(written).size > most.words) return true
  return false
}

/**
 * Refuses text that is no document but data, by its shape, before anything else looks at it.
 * @throws QuothError `bad-document`
 */
export const refuseData = (text: string): void => {
  if (text.length > most.stretch && hasLongStretch(text))
    throw new QuothError(
      'bad-document',
      msg`It has more than ${most.stretch} characters in a row without a space, so it looks like data, not text.`,
    )
  // Each word has a character at least.
  if (text.length > most.words && hasTooManyWords(text))
    throw new QuothError(
      'bad-document',
      msg`It has more than ${most.words} different words, so it looks like data, not text. Split it into smaller files.`,
    )
}
