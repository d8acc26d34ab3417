import type { AnswerType } from './query.ts'

const asks: readonly (readonly [AnswerType, RegExp])[] = [
  [
    'number',
    /\bhow (?:many|much|old|long|far|tall|big|large|high|fast|often|deep|wide|heavy)\b|\bwhat (?:number|percent|percentage|amount|share|proportion)\b/,
  ],
  ['time', /\bwhen\b|\b(?:what|which) (?:year|date|day|month|century|decade|time)\b|\bsince when\b/],
  ['reason', /\bwhy\b|\bwhat (?:is|was|were|are|did)? ?(?:the )?(?:reason|cause)s?\b|\bhow come\b/],
  [
    'place',
    /\bwhere\b|\b(?:what|which) (?:\w+ )?(?:country|city|place|region|province|state|town|area|continent|location)\b/,
  ],
  [
    'person',
    /\bwho(?:m|se)?\b|\b(?:what|which) (?:\w+ )?(?:person|man|woman|president|minister|leader|author|scientist|actor|king|queen)\b/,
  ],
]

/** What a question asks for, or null where its words do not say. */
export const answerTypeOf = (question: string): AnswerType | null => {
  const folded = question.toLowerCase()
  return asks.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}

const numberWords =
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty|hundreds?|thousands?|millions?|billions?|dozens?|half|third|quarter|twice|several'
const months = 'january|february|march|april|june|july|august|september|october|november|december'
const days = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday'

const shows: { readonly [K in AnswerType]: RegExp } = {
  number: new RegExp(`\\d|\\b(?:${numberWords})\\b`, 'i'),
  time: new RegExp(
    `\\b1\\d{3}\\b|\\b20\\d{2}\\b|\\b(?:${months}|${days})\\b|\\b(?:last|this|next|past) (?:week|month|year|decade|century)\\b|\\b(?:ago|yesterday|today|century|centuries)\\b`,
    'i',
  ),
  reason:
    /\b(?:because|due to|owing to|in order to|so that|as a result|result of|reasons?|caus(?:e|es|ed|ing)|therefore|thus|hence|led to|lead to|leads to|fuell?ed|blam(?:e|ed|es|ing)|attribut(?:e|ed|es)|stems? from|in response to|thanks to|aims? to|to (?:get|gain|avoid|prevent|ensure|make|protect|help|join))\b/i,
  place: /\b(?:in|at|near|from|to|outside|across|throughout)\s+(?:the\s+)?\p{Lu}/u,
  person: /\b\p{Lu}\p{Ll}+\s+(?:\p{Lu}\.?\s+)?\p{Lu}\p{Ll}+/u,
}

/** In text without capitals, names do not show; a sentence of it may hold any. */
const namesShow = (sentence: string): boolean => /\p{Lu}/u.test(sentence)

/**
 * How well a sentence could hold a thing of that type: 1 it shows one, 0 it does not, between where it cannot be told.
 * `asked` are the words of the question, folded: what the question names itself cannot be what it asks for.
 */
export const showsType = (sentence: string, type: AnswerType, asked: ReadonlySet<string>): number => {
  if ((type === 'person' || type === 'place') && !namesShow(sentence)) return 0.5
  const unasked = sentence.replace(/[\p{L}\p{N}]+/gu, (word) => (asked.has(word.toLowerCase()) ? '_' : word))
  return shows[type].test(unasked) ? 1 : 0
}
