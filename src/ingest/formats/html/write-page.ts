import { plainForm } from '../../../language/letters.ts'
import { statedDates } from '../../dates.ts'
import { wordCount } from '../../line-kinds.ts'
import type { TextWriter } from '../text-writer.ts'
import { isProseBlock, type PageBlock } from './page-blocks.ts'

/** A text of fewer links has them in its sentences. */
const allLinked = 0.97

/** Words of a label before a link to another text: `Read more:`. */
const maxLabelWords = 3
const labelled = /^(?:\S+\s){0,2}\S+:\s/u

/** In characters: a longer block is a text, whatever it links to. */
const maxLinkText = 1000

/** Whether a block does nothing but lead to another text. */
const leadsAway = ({ text, frame }: Extract<PageBlock, { kind: 'text' }>): boolean => {
  if (text.length > maxLinkText || frame.kind === 'heading' || frame.kind === 'code') return false
  if (frame.linked >= allLinked) return frame.kind === 'list-item' || wordCount(text) > 2
  const label = labelled.exec(text)?.[0]
  if (label === undefined || wordCount(label) > maxLabelWords || frame.kind === 'list-item') return false
  return frame.linked * text.length >= text.length - label.length - 2 && wordCount(text) - wordCount(label) >= 4
}

/** Neighbouring items that all lead away are a list of links; `first` is the index of the first paragraph. */
const linkLists = (blocks: readonly PageBlock[], first: number): ReadonlySet<PageBlock> => {
  const links = new Set<PageBlock>()
  let list: Extract<PageBlock, { kind: 'text' }>[] = []
  const end = (at: number): void => {
    const words = list.reduce((sum, { text }) => sum + wordCount(text), 0)
    const isMenu = at <= first && list.length >= minMenu
    if (list.every(leadsAway) && (isMenu || words >= list.length * minItemWords))
      for (const item of list) links.add(item)
    list = []
  }
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'text' && block.frame.kind === 'list-item') list.push(block)
    else {
      end(at)
      if (block.kind === 'text' && leadsAway(block)) links.add(block)
    }
  }
  end(blocks.length)
  return links
}

/** Headlines of other texts have so many words on average; the entries of an index have fewer. */
const minItemWords = 4
/** A list above the first paragraph whose so many items all lead away is a menu. */
const minMenu = 3

/** Blocks among which the title of a text stands, if it does. */
const firstBlocks = 16

const folded = (text: string): string => plainForm(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** How many blocks stand above the title and are none of the text’s: `Home`, `Opinion`, a date. */
const aboveTitle = (blocks: readonly PageBlock[], title: string | null): number => {
  if (title === null) return 0
  const own = folded(title)
  const at = blocks.slice(0, firstBlocks).findIndex((block) => block.kind === 'text' && folded(block.text) === own)
  return blocks.slice(0, Math.max(0, at)).some((block) => block.kind === 'text' && isProseBlock(block.text))
    ? 0
    : Math.max(0, at)
}

/** Words of a line that says when or by whom; longer ones say more. */
const maxRecordWords = 14
const timeOfDay = /\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b|uhr\b|h\b|[A-Z]{3}\b)/iu
/** `Image 1 of 23`, or the number of a picture alone. */
const counter = /^(?:\p{L}+ )?\d{1,3} (?:of|von|de|sur|\/) \d{1,3}$|^\d{1,3}$/u

/** The rule by which a line above the first paragraph only repeats what the record of the page has. */
const recordRule = (text: string, { isDated, authors }: PageText): string | null => {
  if (text.length > 200 || wordCount(text) > maxRecordWords || isProseBlock(text)) return null
  if (isDated && (statedDates(text).length > 0 || timeOfDay.test(text))) return 'date'
  return authors.some((name) => text.includes(name)) ? 'byline' : null
}

/** What of a page is written, and how. */
export type PageText = {
  /** Its title, if readers see it. */
  readonly title: string | null
  /** Whether it is one text rather than a page of entries: then what only leads elsewhere is no part of it. */
  readonly isArticle: boolean
  /** Whether its date is known from its metadata. */
  readonly isDated: boolean
  /** Its writers, where its metadata names them, as they are shown. */
  readonly authors: readonly string[]
}

/**
 * @param blocks what is written
 * @param writer what it is written to
 * @param text what is known of it
 */
export const writePage = (blocks: readonly PageBlock[], writer: TextWriter, known: PageText): void => {
  const { title, isArticle } = known
  const first = blocks.findIndex((block) => block.kind === 'text' && isProseBlock(block.text))
  const above = aboveTitle(blocks, title)
  const links = isArticle ? linkLists(blocks, first) : new Set()
  const isTitled =
    title === null ||
    blocks.slice(0, firstBlocks).some((block) => block.kind === 'text' && folded(block.text) === folded(title))
  if (!isTitled && title !== null) writer.block(title, { kind: 'heading', depth: 1 })
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') writer.table(block.rows)
    else if (block.kind === 'furniture') writer.furniture(block.text, block.rule)
    else if (at < above) writer.furniture(block.text, 'above-title')
    else if (links.has(block)) writer.furniture(block.text, 'link-list')
    else if (isArticle && block.frame.kind === 'paragraph' && counter.test(block.text))
      writer.furniture(block.text, 'counter')
    else if (
      isArticle &&
      at < first &&
      at < firstBlocks &&
      block.frame.kind === 'paragraph' &&
      recordRule(block.text, known) !== null
    )
      writer.furniture(block.text, recordRule(block.text, known) ?? '')
    else {
      const isTitle = at < firstBlocks && title !== null && folded(block.text) === folded(title)
      writer.block(block.lines, isTitle ? { kind: 'heading', depth: 1 } : block.frame)
    }
  }
}
