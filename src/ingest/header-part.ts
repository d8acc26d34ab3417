import { opensWithNote } from '../language/speaker-words.ts'
import type { Block } from './block.ts'
import { boilerplateRule } from './boilerplate.ts'
import { type Byline, readByline } from './byline.ts'
import { besidesDates, type NumberOrder, type StatedDate, statedDates, statedMonth } from './dates.ts'
import { isCaption, isHeadline, isMarkedHeading, isProse, wordCount } from './line-kinds.ts'
import { type Masthead, type Metadata, readMasthead, readMetadata } from './metadata.ts'
import { releaseLine } from './release-lines.ts'

/** What a block above the body is. */
export type Part =
  | { readonly kind: 'metadata'; readonly metadata: Metadata }
  | { readonly kind: 'byline'; readonly byline: Byline }
  | { readonly kind: 'date'; readonly dates: readonly StatedDate[] }
  | { readonly kind: 'masthead'; readonly masthead: Masthead }
  | { readonly kind: 'boilerplate'; readonly rule: string; readonly dates?: readonly StatedDate[] }
  | { readonly kind: 'heading' }
  | { readonly kind: 'candidate' }

/** A block with what it is. */
export type Read = { readonly block: Block; readonly part: Part }

/** The minimum length of a headline; a section label (`World News`, `Business`) is shorter. */
export const minTitleWords = 3

/**
 * @param read a block above the body
 * @returns whether it may be the title
 */
export const mayBeTitle = ({ block, part }: Read): boolean =>
  part.kind === 'heading' || (part.kind === 'candidate' && wordCount(block.text) >= minTitleWords)

/**
 * @param block above the body
 * @param isBelowTitle whether a block above it may be the title
 * @param order of the document's numeric dates, where known
 * @returns what it is; null if the body starts with it
 */
export const readPart = (block: Block, isBelowTitle: boolean, order: NumberOrder | null): Part | null => {
  const { text } = block
  const release = releaseLine(text, order)
  if (release) return { kind: 'boilerplate', ...release }
  if (isMarkedHeading(block)) return { kind: 'heading' }
  if (block.kind === 'block-quote' || block.kind === 'code') return null
  const rule = boilerplateRule(text)
  if (rule) return { kind: 'boilerplate', rule }
  const dates = statedDates(text, order)
  if (dates.length > 0 && besidesDates(text, dates) === '') return { kind: 'date', dates }
  const month = statedMonth(text)
  if (month) return { kind: 'date', dates: [month] }
  const masthead = readMasthead(text)
  if (masthead) return { kind: 'masthead', masthead }
  const metadata = readMetadata(text)
  if (metadata) return { kind: 'metadata', metadata }
  const byline = readByline(text, isBelowTitle)
  if (byline) return { kind: 'byline', byline }
  if (isCaption(text)) return { kind: 'boilerplate', rule: 'photo-credit' }
  // `Present: Anna Lind, Bo Day` says what the document is to say.
  const isField = isBelowTitle && /^\p{Lu}[\p{L} ]{2,30}:\s+\S/u.test(text)
  const opensBody = isProse(text) || !isHeadline(text) || isField || block.kind === 'list-item' || opensWithNote(text)
  return opensBody ? null : { kind: 'candidate' }
}
