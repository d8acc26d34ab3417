import { plainForm } from '../../../language/letters.ts'
import { isProse, wordCount } from '../../line-kinds.ts'
import type { TextWriter } from '../text-writer.ts'
import type { PageBlock } from './page-blocks.ts'

/** A text of fewer links has them in its sentences. */
const allLinked = 0.97

/** Words of a label before a link to another text: `Read more:`. */
const maxLabelWords = 3
const labelled = /^(?:\S+\s){0,2}\S+:\s/u

/** Whether a block does nothing but lead to another text. */
const leadsAway = ({ text, frame }: Extract<PageBlock, { kind: 'text' }>): boolean => {
  if (frame.kind === 'heading' || frame.kind === 'code') return false
  if (frame.linked >= allLinked) return frame.kind === 'list-item' || wordCount(text) > 2
  const label = labelled.exec(text)?.[0]
  if (label === undefined || wordCount(label) > maxLabelWords || frame.kind === 'list-item') return false
  return frame.linked * text.length >= text.length - label.length - 2 && wordCount(text) - wordCount(label) >= 4
}

/** Neighbouring items that all lead away are a list of links. */
const linkLists = (blocks: readonly PageBlock[]): ReadonlySet<PageBlock> => {
  const links = new Set<PageBlock>()
  let list: Extract<PageBlock, { kind: 'text' }>[] = []
  const end = (): void => {
    const words = list.reduce((sum, { text }) => sum + wordCount(text), 0)
    if (list.every(leadsAway) && words >= list.length * minItemWords) for (const item of list) links.add(item)
    list = []
  }
  for (const block of blocks) {
    if (block.kind === 'text' && block.frame.kind === 'list-item') list.push(block)
    else {
      end()
      if (block.kind === 'text' && leadsAway(block)) links.add(block)
    }
  }
  end()
  return links
}

/** Headlines of other texts have so many words on average; the entries of an index have fewer. */
const minItemWords = 4

/** Blocks among which the title of a text stands, if it does. */
const firstBlocks = 16

const folded = (text: string): string => plainForm(text).replace(/[^\p{L}\p{N}]+/gu, '')

/** How many blocks stand above the title and are none of the text’s: `Home`, `Opinion`, a date. */
const aboveTitle = (blocks: readonly PageBlock[], title: string | null): number => {
  if (title === null) return 0
  const own = folded(title)
  const at = blocks.slice(0, firstBlocks).findIndex((block) => block.kind === 'text' && folded(block.text) === own)
  return blocks.slice(0, Math.max(0, at)).some((block) => block.kind === 'text' && isProse(block.text))
    ? 0
    : Math.max(0, at)
}

/** What of a page is written, and how. */
export type PageText = {
  /** Its title, if readers see it. */
  readonly title: string | null
  /** Whether it is one text rather than a page of entries: then what only leads elsewhere is no part of it. */
  readonly isArticle: boolean
}

/**
 * @param blocks what is written
 * @param writer what it is written to
 * @param text what is known of it
 */
export const writePage = (blocks: readonly PageBlock[], writer: TextWriter, { title, isArticle }: PageText): void => {
  const above = aboveTitle(blocks, title)
  const links = isArticle ? linkLists(blocks) : new Set()
  const isTitled =
    title === null ||
    blocks.slice(0, firstBlocks).some((block) => block.kind === 'text' && folded(block.text) === folded(title))
  if (!isTitled && title !== null) writer.block(title, { kind: 'heading', depth: 1 })
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'table') writer.table(block.rows)
    else if (block.kind === 'furniture') writer.furniture(block.text, block.rule)
    else if (at < above) writer.furniture(block.text, 'above-title')
    else if (links.has(block)) writer.furniture(block.text, 'link-list')
    else {
      const isTitle = at < firstBlocks && title !== null && folded(block.text) === folded(title)
      writer.block(block.lines, isTitle ? { kind: 'heading', depth: 1 } : block.frame)
    }
  }
}
