import { type Paragraph, paragraphPlace, type Source } from '../domain/source.ts'
import { placeBehind, type Span } from '../domain/span.ts'
import { limits } from '../language/english/permission-words.ts'
import { areJoined, endsSentence, introduces } from './opening.ts'

/** The last sentence that ends at or before `offset`, with its paragraph. */
const sentenceBefore = (
  { paragraphs }: Source,
  offset: number,
): { readonly span: Span; readonly paragraph: Paragraph } | null => {
  for (let at = Math.min(placeBehind(paragraphs, offset), paragraphs.length - 1); at >= 0; at--) {
    const paragraph = paragraphs[at]
    const span = paragraph?.sentences[placeBehind(paragraph.sentences, offset) - 1]
    if (paragraph && span) return { span, paragraph }
  }
  return null
}

/**
 * The lead-in of the list that a sentence is an item of, such as `You may not bring:`.
 * @param reach characters before the item that the lead-in may begin
 * @returns null for what is no item, or has no lead-in within reach
 */
export const leadInOf = (source: Source, item: Span, reach: number): Span | null => {
  const { text, paragraphs } = source
  const own = paragraphs[paragraphPlace(source, item.start)]
  if (own === undefined || introduces(text.slice(item.start, item.end))) return null
  let { start } = item
  for (;;) {
    const before = sentenceBefore(source, start)
    if (before === null || item.end - before.span.start > reach) return null
    const { span, paragraph } = before
    if (paragraph !== own && !areJoined(source, span.end, start)) return null
    const sentence = text.slice(span.start, span.end)
    if (introduces(sentence)) return paragraph.speaker === own.speaker ? span : null
    const isItem = own.role === 'list-item' ? paragraph.role === 'list-item' : !endsSentence(sentence)
    if (!isItem) return null
    start = span.start
  }
}

/** The lead-in that an item needs: it says nothing whole on its own, or the lead-in limits or denies what it says. */
const neededLeadIn = (source: Source, item: Span, reach: number): Span | null => {
  const leadIn = leadInOf(source, item, reach)
  if (leadIn === null || !endsSentence(source.text.slice(item.start, item.end))) return leadIn
  const isItem = source.paragraphs[paragraphPlace(source, item.start)]?.role === 'list-item'
  return isItem && limits.test(source.text.slice(leadIn.start, leadIn.end)) ? leadIn : null
}

/** The line below the column names of a Markdown table. */
const ruleOfTable = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/

/** A longer line is not read as such a rule. */
const maxRuleLength = 500
/** Lines from a row to the next, with the rule between them. */
const maxLinesBetweenRows = 3

const lineAround = (text: string, offset: number): Span => {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const end = text.indexOf('\n', offset)
  return { start, end: end === -1 ? text.length : end }
}

const isRow = (text: string, line: Span): boolean => text.slice(line.start, line.end).includes('|')

/** Whether a sentence is in the row of a table that names its columns. */
export const namesColumns = ({ text }: Source, { start }: Span): boolean => {
  const line = lineAround(text, start)
  if (!isRow(text, line) || line.end >= text.length) return false
  const next = lineAround(text, line.end + 1)
  return next.end - next.start < maxRuleLength && ruleOfTable.test(text.slice(next.start, next.end))
}

/** The row with the column names of the table that a sentence is in another row of; null for none within reach. */
export const columnsOf = (source: Source, row: Span, reach: number): Span | null => {
  const { text, paragraphs } = source
  if (namesColumns(source, row)) return null
  for (let line = lineAround(text, row.start); isRow(text, line); line = lineAround(text, line.start - 1)) {
    if (namesColumns(source, line)) return paragraphs[paragraphPlace(source, line.start)] ?? null
    if (line.start === 0 || row.end - line.start > reach) return null
  }
  return null
}

/** A row with column names and the rows below it, as many as fit. */
export const withRows = ({ text, paragraphs }: Source, columns: Span, maxLength: number): Span => {
  let { end } = columns
  for (const paragraph of paragraphs.slice(placeBehind(paragraphs, columns.end))) {
    const isNext = text.slice(end, paragraph.start).split('\n').length <= maxLinesBetweenRows
    if (!isNext || !isRow(text, lineAround(text, paragraph.start)) || paragraph.end - columns.start > maxLength) break
    end = paragraph.end
  }
  return { start: columns.start, end }
}

/**
 * Widens a quote to what it cannot be read without: an item to the lead-in of its list, a row to its column names.
 * @param maxLength characters that the result may have
 * @returns the span itself if it needs nothing, or that would be too long
 */
export const withWhatEncloses = (source: Source, span: Span, maxLength: number): Span => {
  const before = columnsOf(source, span, maxLength) ?? neededLeadIn(source, span, maxLength)
  return before !== null && span.end - before.start <= maxLength ? { start: before.start, end: span.end } : span
}
