import type { Span } from '../domain/span.ts'
import type { Word } from '../index/port.ts'
import { opensWithQuestionWord } from '../language/english/question-words.ts'

/** Fewer small words are no phrase that anybody looks for, unless they are written as a name. */
const minPhraseWords = 3

/**
 * What a question without content words may look for as it stands: a name such as `The Who`, or all of it if it does
 * not ask, such as `to be or not to be`.
 */
export const stopWordPhrase = (text: string, words: readonly Word[]): readonly Span[] => {
  const isCapital = ({ start }: Word): boolean => /\p{Lu}/u.test(text.charAt(start))
  const last = words.findLastIndex(isCapital)
  const first = words.slice(0, last + 1).findLastIndex((word) => !isCapital(word)) + 1
  const isAsking = opensWithQuestionWord.test(text) || /[?？]\s*$/.test(text)
  const run = last > first ? words.slice(first, last + 1) : isAsking || words.length < minPhraseWords ? [] : words
  const [start, end] = [run[0]?.start, run.at(-1)?.end]
  return start === undefined || end === undefined ? [] : [{ start, end }]
}
