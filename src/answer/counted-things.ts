import { analyseTokens } from '../language/english/wink.ts'
import type { WordVectors } from '../language/word-vectors.ts'
import { isNumber } from './answer-type.ts'

const asksHowMany = /\bhow many\s+(?:(?:more|other|different|of)\s+)*(?:the\s+)?/i

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

/** @returns null if a question does not ask how many of a thing there are */
export const countedIn = (question: string): Counted | null => {
  const asked = asksHowMany.exec(question)
  if (asked === null) return null
  const from = asked.index + asked[0].length
  const phrase: WordToken[] = []
  for (const token of analyseTokens(question).filter(({ start }) => start >= from)) {
    if (/^['’]s?$/.test(token.normal)) continue
    if ((phrase.length > 0 && !isNominal(token)) || phrase.length >= maxPhraseLength) break
    if (/^\p{L}/u.test(token.normal)) phrase.push(token)
  }
  const [first, last] = [phrase[0], phrase.at(-1)]
  if (first === undefined || last === undefined) return null
  return {
    surface: question.slice(first.start, last.end),
    words: [...new Set(phrase.flatMap(({ normal, lemma }) => [normal, lemma]))],
  }
}

/** What the numbers of a sentence count: the thing asked for, only other things, or nothing, as there are none. */
export type Counting = 'thing' | 'perhaps' | 'other' | 'none'

/** Figures that date a thing. */
const yearLike = /^(?:1\d{3}|20\d{2})$/
/** Words that tell how many without a number, or within another word: `both`, `three-fold`. */
const tellsHowMany =
  /\b(?:how many|numbers? of|no|none|nobody|nothing|single|sole|only|both|pair|couple|several|dozens?|twins?|each|every|(?:two|three|four|five|six|seven|eight|nine|ten)-?\p{L}+)\b/iu
/** Words before a number among which the thing is looked for: `Spoonbills: 6 adults`. */
const wordsBefore = 3

/** A word this similar to a thing may be another word for it. */
const minSimilarity = 0.45

const isAlike = (things: readonly string[], { normal, lemma }: WordToken, vectors: WordVectors): boolean => {
  const place = vectors.placeOf(normal)
  return things.some((thing) => {
    const other = vectors.placeOf(thing)
    if (thing === normal || thing === lemma) return true
    return place !== undefined && other !== undefined && vectors.similarity(place, other) >= minSimilarity
  })
}

const isSkipped = ({ normal }: WordToken): boolean =>
  isNumber(normal) || /^(?:of|the|other|more|different|[-–,])$/.test(normal)

/** What the numbers of a text count, of which `how many` asks for `things`. */
export const countingIn = (text: string, { words: things }: Counted, vectors: WordVectors): Counting => {
  const tokens = analyseTokens(text)
  let found: Counting = tellsHowMany.test(text) ? 'perhaps' : 'none'
  for (const [at, { normal }] of tokens.entries()) {
    if (!isNumber(normal)) continue
    const before = tokens.slice(Math.max(0, at - wordsBefore), at)
    if (before.some(({ normal: word, lemma }) => things.includes(word) || things.includes(lemma))) return 'thing'
    const following = tokens.slice(at + 1, at + 1 + maxPhraseLength).filter((token) => !isSkipped(token))
    const end = following.findIndex((token) => !isNominal(token))
    const phrase = following.slice(0, end === -1 ? undefined : end)
    if (phrase.some((word) => isAlike(things, word, vectors))) return 'thing'
    if (yearLike.test(normal)) continue
    if (phrase.length === 0) found = 'perhaps'
    else if (found === 'none') found = 'other'
  }
  return found
}
