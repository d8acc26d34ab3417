import type { Source } from '../domain/source.ts'
import { boilerplateRules } from '../language/english/boilerplate-words.ts'
import { creditInBrackets, labelledCaption, namedCredit } from '../language/english/credit-words.ts'
import {
  byline,
  captionOrCredit,
  continuesInside,
  courtesy,
  inFirstPerson,
  opensAsContinuation,
  pointsElsewhere,
  pronouns,
  saidByPronoun,
  saidBySomebody,
  subordinators,
} from '../language/english/summary-words.ts'
import { analyseTokens, type Token } from '../language/english/wink.ts'
import type { ReadLanguage } from '../language/languages.ts'
import { isFormality, pointsBackInLanguage } from '../language/sentence-references.ts'
import type { Unit } from './sections.ts'

/**
 * How well a sentence can be read on its own:
 * - `stands`: a statement that needs nothing else.
 * - `leans`: a statement that needs the one before it.
 * - `fragment`: hardly a sentence, such as an item without a full stop or a note without a verb.
 * - `unfit`: no statement at all, such as a question, a heading, a caption, a row of a table.
 */
export type Fitness = 'stands' | 'leans' | 'fragment' | 'unfit'

/** Fewer words are a label or an exclamation. */
const minWords = 5
/** Where no verb can be looked for. */
const minWordsUntagged = 6
/** Enough of a sentence to find its words and a verb; the analysis is slow for each character. */
const maxCharactersRead = 600

const question = /\?["'”’)\]*_»]{0,3}$/
const stop = /[.!?…。！？](?:["'”’»«“)\]*_\s]|''){0,5}$/
const leadIn = /[:：]["'”’)\]*_]{0,3}$/
const tableOfContents = /(?:\.\s?){4,}\s*\d*|…\s*\d+$/
const tableRow = /\||\t|\S {3,}\S.* {3,}\S/
const whollySetApart = /^(?:\(.*\)|\[.*\]|([*_]{1,3})[^*_]*\1)[.!]?$/su
const openEmphasis = /^\*[^*]+$/
const records = /(?:\*\*|__)[^*_:]{1,40}:(?:\*\*|__).*(?:\*\*|__)[^*_:]{1,40}:(?:\*\*|__)/s
const timeOfDay = /^\d{1,2}[:.]\d{2}\b/
/** `Reporting period: …` */
const shortLabel = /^(?:[^\s:]+\s+){0,2}[^\s:]+:\s+/
const inBrackets = /\([^()]*\)/g
/** Somebody's words, as opposed to a title in quotation marks at the beginning. */
const mostlyQuoted = /^["“][^"”]*(?:["”]\S{0,2}$|[^"”]{50}["”])/
const quoted = /["“][^"“”]*["”]/g
const address = /https?:\/\/|www\.\w|\S@\S+\.\w/

const wordsOf = (words: string): readonly string[] => words.match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether quotation marks do not pair up: the sentence is a part of what somebody said. */
const hasOpenQuotation = (words: string): boolean => {
  const count = (mark: RegExp): number => words.match(mark)?.length ?? 0
  const low = count(/„/g)
  const isPaired = low > 0 ? low === count(/[“”]/g) : count(/“/g) === count(/”/g)
  return !isPaired || count(/"/g) % 2 === 1
}

/** Mostly figures or capitals, or without a stop and almost all with a capital or a figure: a heading or a row. */
const isHeadingOrRow = (words: readonly string[], hasStop: boolean): boolean => {
  const share = (pattern: RegExp): number => words.filter((word) => pattern.test(word)).length / words.length
  return share(/^\p{N}/u) > 0.5 || share(/^\p{Lu}{2,}$/u) > 0.66 || (!hasStop && share(/^[\p{Lu}\p{N}]/u) > 0.7)
}

const isBoilerplate = (sentence: string): boolean =>
  sentence.length <= 300 && boilerplateRules.some(([, pattern]) => pattern.test(sentence))

/** Whether an English statement opens with, or rests on, a word for what was named before. */
const leansInEnglish = (sentence: string, tokens: readonly Token[]): boolean => {
  if (pointsElsewhere.test(sentence)) return false
  if (opensAsContinuation.test(sentence) || continuesInside.test(sentence) || saidByPronoun.test(sentence)) return true
  for (const { normal, pos, start, end } of tokens) {
    // `IT` is none.
    if (pronouns.has(normal) && !/^\p{Lu}{2}/u.test(sentence.slice(start, end))) return true
    if (pos === 'NOUN' || pos === 'PROPN') return false
    if (normal === 'i' || normal === 'we' || normal === 'you' || normal === 'there') return false
  }
  return false
}

/** A form in -ing alone makes no clause. */
const isVerb = ({ pos, normal }: Token): boolean => pos === 'AUX' || (pos === 'VERB' && !normal.endsWith('ing'))

/** `Carried out by the council`: opens with a past form, without a subject. */
const lacksSubject = (tokens: readonly Token[]): boolean => {
  const first = tokens.find(({ pos }) => pos !== 'PUNCT')
  return first?.pos === 'VERB' && first.lemma !== first.normal && !/(?:s|ing)$/.test(first.normal)
}

/** Whether there is a verb of the main clause: two apart from each other, if a dependent clause comes first. */
const isClause = (tokens: readonly Token[]): boolean => {
  const from = tokens.findIndex(({ normal }, at) => at > 0 && subordinators.has(normal))
  const opening = tokens.find(({ pos }) => pos !== 'PUNCT')?.normal ?? ''
  const depends = /^(?:because|although|whereas|which|whose|whom)$/.test(opening)
  if (!depends && (from < 0 || subordinators.has(opening) || tokens.slice(0, from).some(isVerb)))
    return tokens.some(isVerb)
  const after = depends ? tokens : tokens.slice(from)
  return after.filter((token, at) => isVerb(token) && !(at > 0 && isVerb(after[at - 1] as Token))).length >= 2
}

export type Judge = {
  /** What can be told without analysing words: cheap, for every sentence. */
  looksFit(unit: Unit): boolean
  /** The whole judgement; remembered. */
  fitnessOf(unit: Unit): Fitness
}

/** The usual share of sentences that end with a stop and begin with a capital, from a sample. */
const habitsOf = ({ text, paragraphs }: Source): { readonly stops: boolean; readonly capitals: boolean } => {
  const sample = paragraphs
    .filter(({ role }) => role === 'prose')
    .slice(0, 200)
    .flatMap(({ sentences }) => sentences.map(({ start, end }) => text.slice(start, end)))
  const share = (pattern: RegExp): number =>
    sample.filter((words) => pattern.test(words)).length / Math.max(1, sample.length)
  return { stops: sample.length === 0 || share(stop) > 0.5, capitals: share(/^[^\p{L}]*\p{Lu}/u) > 0.5 }
}

/**
 * @param source whose sentences are judged
 * @param language of its text; null if it is unknown
 * @param isNews whether it reports what others said, so that a sentence with `we` is part of a quotation
 * @returns what tells how well a sentence of the source can be read on its own
 */
export const judgeOf = (source: Source, language: ReadLanguage | null, isNews: boolean): Judge => {
  const habits = habitsOf(source)
  const isEnglish = language === 'en'
  const bodyOf = ({ bodyStart, end }: Unit): string => source.text.slice(bodyStart, end)

  const looksFit = (unit: Unit): boolean => {
    const sentence = bodyOf(unit)
    const head = sentence.slice(0, maxCharactersRead)
    const words = wordsOf(head)
    if (unit.isAside || unit.role === 'question' || unit.role === 'code' || words.length < minWords) return false
    if (question.test(sentence.slice(-8)) || leadIn.test(sentence.slice(-8))) return false
    if (
      tableOfContents.test(head) ||
      tableRow.test(head) ||
      whollySetApart.test(head) ||
      openEmphasis.test(head) ||
      records.test(head)
    )
      return false
    if (address.test(head) && words.length < 15) return false
    if (isHeadingOrRow(words, stop.test(sentence.slice(-10)))) return false
    if (habits.capitals && !unit.opens && /^\p{Ll}/u.test(head)) return false
    return !(
      captionOrCredit.test(head) ||
      byline.test(head) ||
      labelledCaption.test(head) ||
      courtesy.test(head) ||
      isBoilerplate(head)
    )
  }

  const judge = (unit: Unit): Fitness => {
    if (!looksFit(unit)) return 'unfit'
    const sentence = bodyOf(unit)
    const head = sentence.slice(0, maxCharactersRead)
    const tail = sentence.slice(-200)
    if (creditInBrackets.test(tail) || (namedCredit.test(tail) && !stop.test(tail))) return 'unfit'
    if (hasOpenQuotation(sentence) || timeOfDay.test(head)) return 'fragment'
    const isItem = unit.role === 'list-item'
    if (habits.stops && !stop.test(sentence.slice(-10))) return isItem ? 'fragment' : 'unfit'
    if (habits.capitals && isItem && unit.opens && /^\p{Ll}/u.test(head)) return 'fragment'
    if (!isEnglish) {
      if (isFormality(head) || wordsOf(head).length < minWordsUntagged) return 'fragment'
      return pointsBackInLanguage(head, language) ? 'leans' : 'stands'
    }
    const unquoted = head.replace(quoted, '')
    if (isNews && inFirstPerson.test(unquoted) && !saidBySomebody.test(unquoted)) return 'fragment'
    const tokens = analyseTokens(head)
    // `Research` in a name counts as no verb.
    const core = head.replace(shortLabel, '').replace(inBrackets, '')
    const statement = analyseTokens(core).filter(
      (token, at) => at === 0 || !(isVerb(token) && /^\p{Lu}/u.test(core.slice(token.start))),
    )
    if (lacksSubject(statement) || !isClause(statement)) return unit.label === 'with' ? 'stands' : 'fragment'
    if (unit.label === 'of-paragraph' && tokens.some(({ normal }) => pronouns.has(normal))) return 'leans'
    if (mostlyQuoted.test(head) && !saidBySomebody.test(unquoted)) return 'leans'
    return leansInEnglish(head, tokens) ? 'leans' : 'stands'
  }

  const known = new Map<number, Fitness>()
  return {
    looksFit,
    fitnessOf(unit) {
      const fitness = known.get(unit.index) ?? judge(unit)
      known.set(unit.index, fitness)
      return fitness
    },
  }
}
