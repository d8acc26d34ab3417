import { longAbbreviations } from '../language/english/abbreviations.ts'
import { menuEntry } from '../language/english/boilerplate-words.ts'
import { opensByline } from '../language/english/byline-words.ts'
import {
  agencyInBrackets,
  creditInBrackets,
  creditLabel,
  creditsApart,
  labelledCaption,
  namedCredit,
} from '../language/english/credit-words.ts'
import type { Block } from './block.ts'

/**
 * @param text any text
 * @returns how many words it has, not counting punctuation marks on their own
 */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

/**
 * @param text any text
 * @returns whether it ends like a sentence, with or without closing quotation marks
 */
export const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*$/.test(text.slice(-8))

const endsWithStop = (text: string): boolean => /[.…]["'”’»)\]]*$/.test(text.slice(-8))

/**
 * @param text of a block
 * @returns whether it is prose (a sentence, or many words) rather than a title, label or list entry
 */
export const isProse = (text: string): boolean => {
  const words = wordCount(text)
  return (
    words >= 30 ||
    (words >= 4 && endsWithStop(text)) ||
    (words >= 15 && endsSentence(text)) ||
    looksLowercase(text, words) ||
    isUnspaced(text)
  )
}

/** Scripts without spaces between words, where words cannot be counted: longer lines are prose. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
const isUnspaced = (text: string): boolean => /[。！？]/.test(text) || (text.match(unspaced)?.length ?? 0) >= 12

/** Lower-case prose, as in tokenised corpora: no capitals, and too many words for a label. */
const looksLowercase = (text: string, words: number): boolean => words >= 10 && !/\p{Lu}/u.test(text)

/** The end of a sentence inside the text; short words may be abbreviations. */
const sentenceInside = new RegExp(`(?<!\\b(?:${longAbbreviations}))\\p{Ll}{3}\\.["'”’]?\\s`, 'u')

/** Dots that lead from a name to its value: `Adults ........ 9`. */
const valueApart = /[\p{L}\p{N})](?:\s?[.…·]{4,}|\s?(?:\. ){4,})\s*[^\s.]/u

const isRow = (text: string): boolean => text.length <= 200 && valueApart.test(text)

/**
 * @param text of a block
 * @returns whether it could be a headline or link: short and not a sentence, though it may end with `?` or `!`
 */
export const isHeadline = (text: string): boolean => {
  const words = wordCount(text)
  return (
    words > 0 &&
    words <= 25 &&
    text.length <= 200 &&
    !endsWithStop(text) &&
    !/[,;:]$/.test(text) &&
    !sentenceInside.test(text) &&
    !isRow(text)
  )
}

/** Longer blocks are paragraphs. */
const captionLimits = { words: 45, characters: 320 }

/**
 * Recognises captions by their credit: without one, a caption looks like text. A paragraph that an agency signs is
 * text: `… he said. (Reuters)`.
 * @param text of a block
 * @returns whether it is a picture's caption with its credit, or a credit alone
 */
export const isCaption = (text: string): boolean => {
  if (text.length > captionLimits.characters || wordCount(text) > captionLimits.words) return false
  if (creditLabel.test(text) || labelledCaption.test(text) || namedCredit.test(text) || creditInBrackets.test(text))
    return true
  const credit = agencyInBrackets.exec(text) ?? creditsApart[0].exec(text) ?? creditsApart[1].exec(text)
  return credit !== null && !endsSentence(text.slice(0, credit.index).trimEnd())
}

/** In characters. A longer heading is a paragraph, since each paragraph below would repeat it as its section. */
const maxMarked = 300

/**
 * @param block any block
 * @returns whether it is marked as a heading, and short enough
 */
export const isMarkedHeading = ({ kind, text }: Block): boolean => kind === 'heading' && text.length <= maxMarked

/** Separators between the entries of a menu. */
const separator = /\s+[|·•>»›→/]\s+/

const entryLimits = { words: 3, characters: 24 }

/**
 * @param entry a line, or a part of one
 * @returns whether it could be an entry of a menu: a few words without numbers and marks
 */
export const isMenuEntry = (entry: string): boolean =>
  entry.length <= entryLimits.characters &&
  /^\p{L}[^\d.!?:;]*$/u.test(entry) &&
  !opensByline.test(entry) &&
  entry.split(/\s+/).length <= entryLimits.words

const entriesOf = (line: string): readonly string[] => {
  if (line.length > 240) return []
  const entries = line.split(separator).map((entry) => entry.replace(/^[|·•>»›→/\s]+|[|·•>»›→/\s]+$/g, ''))
  return entries.length >= 3 && entries.every(isMenuEntry) ? entries : []
}

/**
 * @param line one line
 * @returns whether it looks like a menu: three or more short entries, without numbers, between `|`, `·` or `>`
 */
export const looksLikeMenu = (line: string): boolean => entriesOf(line).length > 0

/**
 * @param line one line
 * @returns whether it is a menu anywhere: tables look the same, so two entries must be usual ones
 */
export const isMenu = (line: string): boolean => entriesOf(line).filter((entry) => menuEntry.test(entry)).length >= 2
