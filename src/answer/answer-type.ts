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
import type { LanguageRules } from '../language/language-rules.ts'
import { rulesOf } from '../language/languages.ts'
import { plainForm } from '../language/letters.ts'
import type { AnswerType } from './query.ts'

const typeOfNoun: ReadonlyMap<string, AnswerType> = new Map(
  Object.entries(nounsOfType).flatMap(([type, nouns]) => [...nouns].map((noun) => [noun, type as AnswerType] as const)),
)

/** Words of the noun phrase after `what` or `which` that are looked at. */
const phraseLength = 5

/**
 * The type of answer that a question asks for, by its first question word.
 * @param language its tag; English if not given
 * @returns null if its words do not tell
 * @example answerTypeOf('How many people live there?') // 'number'
 */
export const answerTypeOf = (question: string, language: string | null = null): AnswerType | null => {
  const rules = rulesOf(language)
  if (rules !== null) {
    const asked = plainForm(question)
    return rules.asks.find(([, pattern]) => pattern.test(asked))?.[0] ?? null
  }
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
export const isNumber = (word: string, rules: LanguageRules | null = null): boolean =>
  /^\p{N}/u.test(word) || (rules?.numberWords ?? numberWords).has(word)

/** Whether a folded word names a time. */
export const isTime = (word: string, rules: LanguageRules | null = null): boolean =>
  year.test(word) || (rules?.timeWords ?? timeWords).has(word)

/** In text without capitals, names cannot be told from other words. */
const namesShow = (sentence: string): boolean => /\p{Lu}/u.test(sentence)

/** Whether a match of `pattern` has a name that is not in the question. */
const showsName = (sentence: string, pattern: RegExp, asked: ReadonlySet<string>): boolean => {
  for (const [, ...names] of sentence.matchAll(pattern))
    if (names.every((name) => name === undefined || !asked.has(plainForm(name)))) return true
  return false
}

/**
 * Whether a sentence shows something of the expected type.
 * @param words the words of the sentence, folded
 * @param asked those of the question, folded: what the question names cannot be what it asks for
 * @param rules those of its language; English if not given
 * @returns 1 if it does, 0 if not, 0.5 if that cannot be told
 */
export const showsType = (
  sentence: string,
  words: readonly string[],
  type: AnswerType,
  asked: ReadonlySet<string>,
  rules: LanguageRules | null = null,
): number => {
  const has = (is: (word: string) => boolean): boolean => words.some((word) => !asked.has(word) && is(word))
  const shows = (): boolean => {
    switch (type) {
      case 'number':
        return has((word) => isNumber(word, rules))
      case 'year':
        return has((word) => year.test(word))
      case 'time':
        return has((word) => isTime(word, rules)) || (rules?.relativeTime ?? relativeTime).test(sentence)
      case 'money':
        return (rules?.money ?? moneyAmount).test(sentence)
      case 'percentage':
        return (rules?.percentage ?? percentage).test(sentence)
      case 'reason':
        return (rules?.reason ?? reason).test(sentence)
      case 'place':
        return showsName(sentence, rules?.placeName ?? placeName, asked)
      case 'person':
        return showsName(sentence, rules?.personName ?? personName, asked)
    }
  }
  if ((type === 'person' || type === 'place') && !namesShow(sentence)) return 0.5
  return shows() ? 1 : 0
}
