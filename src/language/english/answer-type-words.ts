import { anyOf } from './any-of.ts'
import { monthNames, weekdayNames } from './calendar-words.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Words that stand for a number. */
export const numberWords = words(
  `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
  billion billions trillion dozen dozens half third quarter twice several`,
)

/** Words that name a time, folded: the verb is `may`, the month `MAY` (see `name-like-words.ts`). */
export const timeWords: ReadonlySet<string> = new Set([
  ...monthNames.map((month) => (month === 'may' ? 'MAY' : month)),
  ...weekdayNames,
  ...words('ago yesterday today tomorrow century centuries decade'),
])

/** Nouns after `what` or `which` that tell what kind of thing is asked for. */
export const nounsOfType = {
  percentage: words('percent percentage proportion share fraction'),
  money: words('price prices cost costs budget revenue revenues salary fee fine'),
  number: words(
    `number amount population size height length distance depth width weight speed temperature age rate total capacity
    area score`,
  ),
  year: words('year years'),
  time: words('date day month century decade time'),
  reason: words('reason reasons cause causes'),
  place: words(
    `country countries city cities place region province state town area continent location village island nation
    river`,
  ),
  person: words(
    `person man woman president minister leader author scientist actor actress king queen singer writer director
    composer philosopher emperor artist`,
  ),
} as const

/** Adjectives and adverbs after `how` that ask for a number. */
export const measureWords = words(
  'many old long far tall big large high fast often deep wide heavy hot cold small strong thick',
)

/** `How much` in a question with one of these asks for money. */
export const moneyTopic =
  /\b(?:costs?|prices?|pays?|paid|spends?|spent|worth|money|earn(?:s|ed)?|raised?|sold|dollars?|budget|revenue|salary|fund(?:s|ed|ing)?)\b/

/** A year in figures, or a decade. */
export const year = /^(?:1\d{3}|20\d{2})s?$/

/** What shows in a sentence that it tells a time, an amount of money, a share, or a reason. */
export const relativeTime = /\b(?:last|this|next|past) (?:week|month|year|decade|century)\b/i
const currencies = anyOf(
  'dollars?|euros?|pounds?|yuan|yen|cents?|francs?|crowns?|kron(?:a|or|e|er)|rupees?|rou?bles?|pesos?|lir[ae]|zloty',
  'forints?|shekels?|dirhams?|dinars?|baht|guilders?|shillings?|pence',
)
const currencyCodes = 'EUR|USD|GBP|CHF|SEK|NOK|DKK|JPY|CNY|PLN|CZK|AUD|CAD'
const quantity = anyOf(
  String.raw`\d[\d.,]*(?:\s(?:m|b|tr)illion)?`,
  'one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|hundred|thousand|(?:m|b|tr)illion',
)
export const moneyAmount = new RegExp(
  anyOf(
    String.raw`(?:[$€£¥]|\b(?:${currencyCodes}))\s?\d`,
    String.raw`\d[\d.,]*\s?[€£¥]`,
    String.raw`(?<!\w)${quantity}\s(?:${currencies}|${currencyCodes})\b`,
  ),
  'i',
)
/** What tells that something costs nothing. */
export const costsNothing =
  /\b(?:free|gratis|no (?:charge|fee|cost|costs)|without (?:charge|a fee)|nothing|included)\b/i
/** Asks what something costs, or what somebody pays. */
export const asksPrice =
  /^\W*(?:what|how much)\s+(?:do|does|did|would|will)\b.*(?<!\bto )\b(?:cost|charge|pay)\b(?! (?:for\W*$|attention|heed|tribute|homage|back))/is
export const percentage = /\d\s?(?:%|percent|per cent)|\b(?:half|third|quarter|fifths?|majority)\b/i
export const reason =
  /\b(?:because|due to|owing to|in order to|so that|as a result|result of|reasons?|caus(?:e|es|ed|ing)|therefore|thus|hence|led to|lead to|leads to|fuell?ed|blam(?:e|ed|es|ing)|attribut(?:e|ed|es)|stems? from|in response to|thanks to|aims? to|to (?:get|gain|avoid|prevent|ensure|make|protect|help|join))\b/i

/** A place behind its preposition, and a name of two parts; each part is a group. */
export const placeName = /\b(?:in|at|near|from|to|outside|across|throughout)\s+(?:the\s+)?(\p{Lu}[\p{L}\p{N}]*)/gu
export const personName = /\b(\p{Lu}\p{Ll}+)\s+(?:\p{Lu}\.?\s+)?(\p{Lu}\p{Ll}+)/gu
