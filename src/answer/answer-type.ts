import type { AnswerType } from './query.ts'

/** Words that a number is told in. */
const numberWords = new Set(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
  billion billions trillion dozen dozens half third quarter twice several`.split(/\s+/),
)
// A verb is `may`, the month is `MAY`: see `tokenise`.
const months = 'january february march april MAY june july august september october november december'.split(' ')
const days = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')
const timeWords = new Set([...months, ...days, ...'ago yesterday today tomorrow century centuries decade'.split(' ')])

/** Nouns after `what` or `which` that say what kind of thing is asked for. */
const kinds: readonly (readonly [AnswerType, string])[] = [
  ['percentage', 'percent percentage proportion share fraction'],
  ['money', 'price prices cost costs budget revenue revenues salary fee fine'],
  [
    'number',
    'number amount population size height length distance depth width weight speed temperature age rate total capacity area score',
  ],
  ['year', 'year years'],
  ['time', 'date day month century decade time'],
  ['reason', 'reason reasons cause causes'],
  [
    'place',
    'country countries city cities place region province state town area continent location village island nation river',
  ],
  [
    'person',
    'person man woman president minister leader author scientist actor actress king queen singer writer director composer philosopher emperor artist',
  ],
]
const kindOf = new Map(kinds.flatMap(([type, nouns]) => nouns.split(' ').map((noun) => [noun, type] as const)))

const measures = new Set(
  'many old long far tall big large high fast often deep wide heavy hot cold small strong thick'.split(' '),
)
const dealsWithMoney =
  /\b(?:costs?|prices?|pays?|paid|spends?|spent|worth|money|earn(?:s|ed)?|raised?|sold|dollars?|budget|revenue|salary|fund(?:s|ed|ing)?)\b/
/** What ends the noun phrase after `what`: its head stands before. */
const ends = new Set('of in for by to on at from with did does do has have had can could would will that'.split(' '))
const skipped = new Set('is was were are the a an'.split(' '))
/** Words of that phrase that are looked at. */
const phraseLength = 5

/** What a question asks for, by its first word that asks; null where its words do not say. */
export const answerTypeOf = (question: string): AnswerType | null => {
  const folded = question.toLowerCase()
  const asking = /\b(?:who|whom|whose|when|where|why|how|what|which)\b/.exec(folded)
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
      if (next[0] === 'much') return dealsWithMoney.test(folded) ? 'money' : 'number'
      return measures.has(next[0] ?? '') ? 'number' : null
  }
  for (const word of next.filter((each) => !skipped.has(each)).slice(0, phraseLength)) {
    if (ends.has(word)) return null
    const kind = kindOf.get(word)
    if (kind !== undefined) return kind
  }
  return null
}

const year = /^(?:1\d{3}|20\d{2})s?$/

/** Whether a folded word is a number. */
export const isNumber = (word: string): boolean => /^\p{N}/u.test(word) || numberWords.has(word)

/** Whether a folded word names a time. */
export const isTime = (word: string): boolean => year.test(word) || timeWords.has(word)

const relativeTime = /\b(?:last|this|next|past) (?:week|month|year|decade|century)\b/i
const moneySign = /[$€£¥]\s?\d|\d[\d.,]*\s(?:(?:m|b|tr)illion\s)?(?:dollars?|euros?|pounds?|yuan|yen|cents?|francs?)\b/i
const percentSign = /\d\s?(?:%|percent|per cent)|\b(?:half|third|quarter|fifths?|majority)\b/i
const reason =
  /\b(?:because|due to|owing to|in order to|so that|as a result|result of|reasons?|caus(?:e|es|ed|ing)|therefore|thus|hence|led to|lead to|leads to|fuell?ed|blam(?:e|ed|es|ing)|attribut(?:e|ed|es)|stems? from|in response to|thanks to|aims? to|to (?:get|gain|avoid|prevent|ensure|make|protect|help|join))\b/i
const place = /\b(?:in|at|near|from|to|outside|across|throughout)\s+(?:the\s+)?(\p{Lu}[\p{L}\p{N}]*)/gu
const person = /\b(\p{Lu}\p{Ll}+)\s+(?:\p{Lu}\.?\s+)?(\p{Lu}\p{Ll}+)/gu

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
        return moneySign.test(sentence)
      case 'percentage':
        return percentSign.test(sentence)
      case 'reason':
        return reason.test(sentence)
      case 'place':
        return showsName(sentence, place, asked)
      case 'person':
        return showsName(sentence, person, asked)
    }
  }
  if ((type === 'person' || type === 'place') && !namesShow(sentence)) return 0.5
  return shows() ? 1 : 0
}
