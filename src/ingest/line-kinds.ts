import { longAbbreviations } from '../language/english/abbreviations.ts'
import { menuEntry } from '../language/english/boilerplate-words.ts'
import { opensByline } from '../language/english/byline-words.ts'
import {
  agencyInBrackets,
  creditInBrackets,
  creditsApart,
  labelledCaption,
  namedCredit,
} from '../language/english/credit-words.ts'
import type { Block } from './block.ts'

/** How many words a text has; marks that stand alone are none. */
export const wordCount = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0

/** Whether a text closes with the mark of a sentence, with or without quotation marks after it. */
export const endsSentence = (text: string): boolean => /[.!?…]["'”’»)\]]*$/.test(text.slice(-8))

const endsWithStop = (text: string): boolean => /[.…]["'”’»)\]]*$/.test(text.slice(-8))

/** Whether a text reads as running prose, not as a title, a label or a list entry: a sentence, or many words. */
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

/** Scripts that put no spaces between words: their lines cannot be told by counting words, so the longer ones are prose. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
const isUnspaced = (text: string): boolean => /[。！？]/.test(text) || (text.match(unspaced)?.length ?? 0) >= 12

/** Lower-case prose, as pre-tokenised corpora have it: no capital, and too many words for a label. */
const looksLowercase = (text: string, words: number): boolean => words >= 10 && !/\p{Lu}/u.test(text)

/** A sentence that ends before the text does; short words may be abbreviations. */
const sentenceInside = new RegExp(`(?<!\\b(?:${longAbbreviations}))\\p{Ll}{3}\\.["'”’]?\\s`, 'u')

/** Whether a text could be a headline or a link: a short line that is no sentence. `?` and `!` may close one. */
export const isHeadline = (text: string): boolean => {
  const words = wordCount(text)
  return (
    words > 0 &&
    words <= 25 &&
    text.length <= 200 &&
    !endsWithStop(text) &&
    !/[,;:]$/.test(text) &&
    !sentenceInside.test(text)
  )
}

/** Longer blocks are paragraphs, whatever they end with. */
const mostOfCaption = { words: 45, characters: 320 }

/**
 * Whether a block is a picture's caption with its credit, or a credit alone. A caption without a credit cannot be told
 * from text; nor can a paragraph that an agency signs: `… he said. (Reuters)`.
 */
export const isCaption = (text: string): boolean => {
  if (text.length > mostOfCaption.characters || wordCount(text) > mostOfCaption.words) return false
  if (labelledCaption.test(text) || namedCredit.test(text) || creditInBrackets.test(text)) return true
  const credit = agencyInBrackets.exec(text) ?? creditsApart[0].exec(text) ?? creditsApart[1].exec(text)
  return credit !== null && !endsSentence(text.slice(0, credit.index).trimEnd())
}

const mostWords = 12
/** In characters. What is longer is a paragraph, whatever its mark: each paragraph below would carry it as its section. */
const longestMarked = 300

/** Whether a block is marked as a heading, and has the length of one. */
export const isMarkedHeading = ({ kind, text }: Block): boolean => kind === 'heading' && text.length <= longestMarked

/** Prose, or the lead-in of a list. */
const opensText = (text: string): boolean => isProse(text) || (text.endsWith(':') && wordCount(text) >= 4)

const isListNeighbour = (block: Block, other: Block | undefined): boolean =>
  other?.kind === 'list-item' && other.indent === block.indent

/**
 * Whether block `at` is a heading inside the document: marked as one, or a short capitalised line that stands alone, with
 * or without a number, above a paragraph of prose. Short lines in a row are a list or a poem; one that asks belongs to an
 * interview.
 */
export const isHeading = (blocks: readonly Block[], at: number): boolean => {
  const [previous, block, next] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (block?.kind === 'heading') return isMarkedHeading(block)
  if (!block || !next || !opensText(next.text) || block.gap === 0 || block.pieces.length > 1) return false
  if (block.kind === 'list-item' && (isListNeighbour(block, previous) || isListNeighbour(block, next))) return false
  if (block.kind === 'paragraph' && !(previous && isProse(previous.text) && block.indent <= previous.indent))
    return false
  if (block.kind === 'block-quote' || block.kind === 'code') return false
  const short = wordCount(block.text) <= mostWords && isHeadline(block.text) && !block.text.endsWith('?')
  return short && /^[\p{Lu}\p{N}]/u.test(block.text)
}

/** The marks that a site's menu sets between its entries. */
const separator = /\s+[|·•>»›]\s+/

const mostOfEntry = { words: 3, characters: 24 }

const entriesOf = (line: string): readonly string[] => {
  if (line.length > 240) return []
  const entries = line.split(separator).map((entry) => entry.replace(/^[|·•>»›\s]+|[|·•>»›\s]+$/g, ''))
  const short = entries.every(
    (entry) =>
      /^\p{L}[^\d.!?:;]*$/u.test(entry) &&
      !opensByline.test(entry) &&
      entry.length <= mostOfEntry.characters &&
      entry.split(/\s+/).length <= mostOfEntry.words,
  )
  return short && entries.length >= 3 ? entries : []
}

/** Whether a line is laid out as a menu: three or more short entries, without numbers, between `|`, `·` or `>`. */
export const looksLikeMenu = (line: string): boolean => entriesOf(line).length > 0

/** Whether a line is a menu wherever it stands: a small table has the same layout, so two entries must be usual ones. */
export const isMenu = (line: string): boolean => entriesOf(line).filter((entry) => menuEntry.test(entry)).length >= 2
