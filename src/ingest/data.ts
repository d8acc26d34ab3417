import { QuothError } from '../domain/error.ts'
import { type Message, msg } from '../domain/message.ts'

/**
 * Limits that real texts never reach: characters without white space (patterns overflow at four million), different
 * words (25 MB of prose has about 100,000), which two threads keep in memory, and what else fills the memory of the
 * thread that reads.
 */
const limits = { stretch: 1_000_000, words: 200_000, lines: 400_000, sentences: 1_000_000, tokens: 6_000_000 }

const hasLongStretch = (text: string): boolean => {
  let from = 0
  for (const { index } of text.matchAll(/\s|$/g)) {
    if (index - from > limits.stretch) return true
    from = index + 1
  }
  return false
}

const unspaced = '[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]'
/** Words of scripts with spaces. Words of other scripts come from a dictionary, whose size limits their number. */
const word = new RegExp(`(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}](?:[.,'’](?=[\\p{L}\\p{M}\\p{N}]))?)+`, 'gu')

const hasTooManyWords = (text: string): boolean => {
  const words = new Set<string>()
  for (const [written] of text.toLowerCase().matchAll(word)) if (words.add(written).size > limits.words) return true
  return false
}

const line = /\S[^\n]*/g
const sentenceEnd = /[.!?…]+(?=\s)|[。！？]+/g
const token = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu

const hasMore = (text: string, pattern: RegExp, limit: number): boolean => {
  if (text.length <= limit) return false
  let count = 0
  for (const _ of text.matchAll(pattern)) {
    count += 1
    if (count > limit) return true
  }
  return false
}

const reasonIn = (text: string): Message | null => {
  if (text.length > limits.stretch && hasLongStretch(text))
    return msg`It has over ${limits.stretch} characters in a row without a space, so it looks like data, not text.`
  if (hasMore(text, line, limits.lines))
    return msg`It has over ${limits.lines} lines, so it looks like data, not text. Split it into smaller files.`
  if (hasMore(text, sentenceEnd, limits.sentences))
    return msg`It has over ${limits.sentences} sentences, so it looks like data, not text. Split it into smaller files.`
  if (hasMore(text, token, limits.tokens))
    return msg`It has over ${limits.tokens} words and marks, so it looks like data, not text. Split it into smaller files.`
  // A text cannot have more words than characters.
  if (text.length > limits.words && hasTooManyWords(text))
    return msg`It has over ${limits.words} different words, so it looks like data, not text. Split it into smaller files.`
  return null
}

/**
 * Refuses text that is data rather than prose, before anything else processes it.
 * @param text a decoded document
 * @throws QuothError `bad-document`
 */
export const refuseData = (text: string): void => {
  const reason = reasonIn(text)
  if (reason !== null) throw new QuothError('bad-document', reason)
}
