import type { Analyser } from '../index/port.ts'
import { monthNames } from '../language/english/calendar-words.ts'
import { labelledNouns } from '../language/english/naming-letters.ts'
import { analyseTokens } from '../language/english/wink.ts'
import type { WordVectors } from '../language/word-vectors.ts'
import { isNumber } from './answer-type.ts'
import type { Query } from './query.ts'

// `How many of them` counts a part of them, by any name.
const asksHowMany = /\bhow many\s+(?!of\b)(?:(?:more|other|different)\s+)*/i

/** Words of a noun phrase that are looked at. */
const maxPhraseLength = 4

type WordToken = ReturnType<typeof analyseTokens>[number]

const isNominal = ({ pos }: WordToken): boolean => pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ'

/** What `how many` of a question asks to count. */
export type Counted = {
  /** As the asker wrote it: `human bones`. */
  readonly surface: string
  /** Its words, also in their dictionary form. */
  readonly words: readonly string[]
}

/** Things that texts count by many other words: `visitors`, `seats`, `twice`. */
const namedInManyWays = new Set(['people', 'persons', 'times'])

/** @returns null if a question does not ask how many of a thing there are */
export const countedIn = (question: string): Counted | null => {
  const asked = asksHowMany.exec(question)
  if (asked === null) return null
  const from = asked.index + asked[0].length
  const phrase: WordToken[] = []
  for (const token of analyseTokens(question).filter(({ start }) => start >= from)) {
    if (/^['’]s?$/.test(token.normal)) continue
    if (token.normal === '-') continue
    if ((phrase.length > 0 && !isNominal(token)) || phrase.length >= maxPhraseLength) break
    if (/^\p{L}/u.test(token.normal)) phrase.push(token)
  }
  const [first, last] = [phrase[0], phrase.at(-1)]
  if (first === undefined || last === undefined || namedInManyWays.has(last.normal)) return null
  return {
    surface: question.slice(first.start, last.end),
    words: [...new Set(phrase.flatMap(({ normal, lemma }) => [normal, lemma]))],
  }
}

/** Figures that date a thing, and words that say that a figure beside them does. */
const yearLike = /^(?:1\d{3}|20\d{2})$/
const dating = new Set(monthNames.flatMap((name) => [name, name.slice(0, 3)]))
/** Behind one of these a figure names something, and counts nothing. */
const naming = new Set([...labelledNouns, 'no', 'nos', 'ext', '§', 'fig', 'p', 'pp'])
/** Words that tell how many, besides numbers; and phrases that speak of a number, whatever it counts. */
const quantities = new Set('no both single sole pair couple several dozen dozens every each'.split(' '))
const speaksOfNumber =
  /\b(?:how many|numbers? of|none|(?:two|three|four|five|six|seven|eight|nine|ten|hundred|thousand)-?fold)\b/i
/** Nouns that stand for what is counted, whatever it is. */
const standIns = new Set('unit units item items piece pieces total ones things'.split(' '))
/** What may stand between a thing and its number: `Spoonbills: 6 adults`, `the members numbered about 300`. */
const betweenThingAndNumber =
  /^(?:[:(–-]|is|are|was|were|been|had|number(?:s|ed)?|total(?:l?ed)?|to|reached|rose|fell|about|around|over|only)$/
const maxWordsBetween = 4

/** A word this similar to a thing may be another word for it. */
const minSimilarity = 0.45

const isAlike = (things: readonly string[], word: string, vectors: WordVectors): boolean => {
  const place = vectors.placeOf(word)
  return things.some((thing) => {
    const other = vectors.placeOf(thing)
    return place !== undefined && other !== undefined && vectors.similarity(place, other) >= minSimilarity
  })
}

const isSkipped = ({ normal }: WordToken): boolean =>
  isNumber(normal) || /^(?:of|the|other|more|different|[-–,])$/.test(normal)

/**
 * Whether a number in a text may count what `how many` asks for: it stands before the thing or another word for it, or
 * before nothing that it could count, and the text has the thing.
 */
export const mayCount = (
  text: string,
  { words: things }: Counted,
  { concepts }: Query,
  { analyser, vectors }: { readonly analyser: Analyser; readonly vectors: WordVectors },
): boolean => {
  const terms = new Set(
    concepts.filter(({ folded }) => things.includes(folded)).flatMap(({ alternatives }) => alternatives.flat()),
  )
  const isThing = ({ normal, lemma }: WordToken): boolean =>
    things.includes(normal) || things.includes(lemma) || terms.has(analyser.termOf(normal) ?? '')
  // A thing without a vector cannot be told from other words for it.
  const isKnown = things.some((thing) => vectors.placeOf(thing) !== undefined)
  const isLike = (token: WordToken): boolean => isThing(token) || isAlike(things, token.normal, vectors)
  if (!isKnown || speaksOfNumber.test(text)) return true
  const tokens = analyseTokens(text)
  let isUnnamed = false
  for (const [at, { normal }] of tokens.entries()) {
    if (!isNumber(normal) && !quantities.has(normal)) continue
    const [previous = '', next = ''] = [tokens[at - 1]?.normal, tokens[at + 1]?.normal]
    if (naming.has(previous) || dating.has(previous) || dating.has(next)) continue
    const before = tokens.slice(Math.max(0, at - maxWordsBetween), at)
    const last = before.findLast((token) => !betweenThingAndNumber.test(token.normal))
    if (last && isThing(last)) return true
    const following = tokens.slice(at + 1, at + 1 + maxPhraseLength).filter((token) => !isSkipped(token))
    const end = following.findIndex((token) => !isNominal(token))
    const phrase = following.slice(0, end === -1 ? undefined : end)
    if (phrase.some(isLike)) return true
    if (phrase.every((word) => standIns.has(word.normal)) && !yearLike.test(normal)) isUnnamed = true
  }
  return isUnnamed && tokens.some(isLike)
}
