import type { Block } from './block.ts'
import { isPersonName } from './names.ts'
import { isProse, wordCount } from './prose.ts'

/** What block quotes say of whom they quote. */
export type Attributions = {
  /** The lines that name the speaker: no words of the quote. */
  readonly attributions: ReadonlySet<Block>
  /** The speaker of a block of a quote, where its attribution opens with a person's name. */
  readonly speakers: ReadonlyMap<Block, string>
}

const dash = /^(?:—|–|--)\s*(?=\p{Lu})/u
const mostWords = 15

/** `— Name, where` below a quote; `<cite>` says so by itself. */
const attributes = (block: Block): boolean => {
  if (wordCount(block.text) > mostWords) return false
  return block.kind === 'attribution' || (dash.test(block.text) && !isProse(block.text))
}

const isQuoted = (block: Block | undefined): boolean => block?.kind === 'block-quote' || block?.kind === 'attribution'

/** Finds the last line of each block quote that says who is quoted. A quote that is nothing else stays one. */
export const attributionsIn = (blocks: readonly Block[]): Attributions => {
  const attributions = new Set<Block>()
  const speakers = new Map<Block, string>()
  let quote: Block[] = []
  for (const [at, block] of blocks.entries()) {
    if (!isQuoted(block)) {
      quote = []
      continue
    }
    const closes = block.kind === 'attribution' || !isQuoted(blocks[at + 1])
    if (quote.length === 0 || !closes || !attributes(block)) {
      quote.push(block)
      continue
    }
    attributions.add(block)
    const name = block.text.replace(dash, '').split(/[,(]/)[0]?.trim() ?? ''
    if (isPersonName(name)) for (const part of quote) speakers.set(part, name)
    quote = []
  }
  return { attributions, speakers }
}
