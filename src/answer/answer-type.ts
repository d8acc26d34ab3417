import {
  measureWords,
  moneyAmount,
  moneyTopic,
  nounsOfType,
  numberWords,
  percentage,
  personName,
  placeName,
  reason,
  relativeTime,
  timeWords,
  year,
} from '../language/english/answer-type-words.ts'
import { copulasAndArticles, nounPhraseEnds, questionWord } from '../language/english/question-words.ts'
import type { AnswerType } from './query.ts'

const typeOfNoun: ReadonlyMap<string, AnswerType> = new Map(
  Object.entries(nounsOfType).flatMap(([type, nouns]) => [...nouns].map((noun) => [noun, type as AnswerType] as const)),
)

/** Words of the noun phrase after `what` or `which` that are looked at. */
const phraseLength = 5

/** What a question asks for, by its first word that asks; null where its words do not say. */
export const answerTypeOf = (question: string): AnswerType | null => {
  const folded = question.toLowerCase()
  const asking = questionWord.exec(folded)
  if (asking === null) return null
  const next = folded.slice(asking.index + asking[0].length).match(/\p{L}+/gu) ?? []
  switch (asking[0]) {
    case 'who':
    case 'whom':
    case 'whose':
      return 'person'
    case 'when':
      return 'time'
    case 'where':
      return 'place'
    case 'why':
      return 'reason'
    case 'how':
      if (next[0] === 'come') return 'reason'
      if (next[0] === 'much') return moneyTopic.test(folded) ? 'money' : 'number'
      return measureWords.has(next[0] ?? '') ? 'number' : null
  }
  for (const word of next.filter((each) => !copulasAndArticles.has(each)).slice(0, phraseLength)) {
    if (nounPhraseEnds.has(word)) return null
    const type = typeOfNoun.get(word)
    if (type !== undefined) return type
  }
  return null
}

/** Whether a folded word is a number. */
export const isNumber = (word: string): boolean => /^\p{N}/u.test(word) || numberWords.has(word)

/** Whether a folded word names a time. */
export const isTime = (word: string): boolean => year.test(word) || timeWords.has(word)

/** In text without capitals, names do not show; a sentence of it may hold any. */
const namesShow = (sentence: string): boolean => /\p{Lu}/u.test(sentence)

/** Whether a match of `pattern` has a name that the question does not name itself. */
const showsName = (sentence: string, pattern: RegExp, asked: ReadonlySet<string>): boolean => {
  for (const [, ...names] of sentence.matchAll(pattern))
    if (names.every((name) => !asked.has(name.toLowerCase()))) return true
  return false
}

/**
 * How well a sentence could hold a thing of that type: 1 it shows one, 0 it does not, between where it cannot be told.
 * `words` are its words and `asked` those of the question, folded: what the question names itself cannot be what it asks for.
 */
export const showsType = (
  sentence: string,
  words: readonly string[],
  type: AnswerType,
  asked: ReadonlySet<string>,
): number => {
  const has = (is: (word: string) => boolean): boolean => words.some((word) => !asked.has(word) && is(word))
  const shows = (): boolean => {
    switch (type) {
      case 'number':
        return has(isNumber)
      case 'year':
        return has((word) => year.test(word))
      case 'time':
        return has(isTime) || relativeTime.test(sentence)
      case 'money':
        return moneyAmount.test(sentence)
      case 'percentage':
        return percentage.test(sentence)
      case 'reason':
        return reason.test(sentence)
      case 'place':
        return showsName(sentence, placeName, asked)
      case 'person':
        return showsName(sentence, personName, asked)
    }
  }
  if ((type === 'person' || type === 'place') && !namesShow(sentence)) return 0.5
  return shows() ? 1 : 0
}
