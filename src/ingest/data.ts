import { QuothError } from '../domain/error.ts'
import { type Message, msg } from '../domain/message.ts'

/**
 * What people read has less. A longer stretch without white space, in characters, overflows the patterns that look for words
 * beyond four million; 25 MB of prose have some 100,000 different words, each of which two threads keep; of the rest they have
 * half as much, and the thread's memory holds half as much again. Where that ends in the middle of V8's own work, it ends the
 * whole process.
 */
const most = { stretch: 1_000_000, words: 200_000, lines: 400_000, sentences: 1_000_000, tokens: 6_000_000 }

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
  if (text.length > most.stretch && hasLongStretch(text))
    return msg`It has more than ${most.stretch} characters without white space, so it is no text that people read.`
  if (hasMore(text, line, most.lines))
    return msg`It has more than ${most.lines} lines, so it is no text that people read. Split it into parts.`
  if (hasMore(text, sentenceEnd, most.sentences))
    return msg`It has more than ${most.sentences} sentences, so it is no text that people read. Split it into parts.`
  if (hasMore(text, token, most.tokens))
    return msg`It has more than ${most.tokens} words and marks, so it is no text that people read. Split it into parts.`
  // Each word has a character at least.
  if (text.length > most.words && hasTooManyWords(text))
    return msg`It has more than ${most.words} different words, so it is no text that people read. Split it into parts.`
  return null
}

/**
 * Refuses text that is no document but data, by its shape, before anything else looks at it.
 * @throws QuothError `bad-document`
 */
export const refuseData = (text: string): void => {
  const reason = reasonIn(text)
  if (reason !== null) throw new QuothError('bad-document', reason)
}
