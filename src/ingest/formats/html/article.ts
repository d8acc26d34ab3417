import { Readability } from '@mozilla/readability'
import { wordCount } from '../../line-kinds.ts'
import type { Page, PageElement } from '../dom/page.ts'
import { captionRule, isProseBlock, type PageBlock, pageBlocks } from './page-blocks.ts'

/** Of more elements, Readability takes too long. */
const maxElements = 20_000

const keyOf = (block: PageBlock): string =>
  block.kind === 'table' ? block.rows.flat().join(' ').replace(/\s+/g, ' ').trim() : block.text

/** Text of its own, rather than a label or what leads elsewhere. */
const isOwnText = (block: PageBlock): boolean => {
  if (block.kind !== 'text') return false
  const { kind, linked } = block.frame
  if (kind === 'code') return true
  return (
    linked < 0.4 && (isProseBlock(block.text) || (kind === 'list-item' && wordCount(block.text.slice(0, 200)) >= 4))
  )
}

const ownLetters = (blocks: readonly PageBlock[]): number =>
  blocks.reduce((sum, block) => sum + (isOwnText(block) ? keyOf(block).length : 0), 0)

/** More blocks between two of an article are not its own. */
const maxGap = 40
/** In letters: shorter blocks that Readability left out are teasers. */
const minProse = 100

const isBody = (block: PageBlock): boolean =>
  block.kind === 'table' ||
  (block.kind === 'text' && (block.frame.kind === 'heading' || (isOwnText(block) && block.frame.linked < 0.25)))

/** What no teaser is by itself: a heading, program text, or a paragraph of some length. */
const isSure = (block: PageBlock): boolean =>
  block.kind === 'text' &&
  (block.frame.kind === 'code' ||
    block.frame.kind === 'heading' ||
    (isProseBlock(block.text) && block.text.length >= minProse))

/** What stands between two neighbours of an article and was left out, if all of it is text as they are. */
const left = (between: readonly PageBlock[]): readonly PageBlock[] =>
  between.length <= maxGap && between.every(isBody) && between.some(isSure) ? between : []

/**
 * @param all blocks of a page, in order
 * @param article blocks of its article, in order
 * @returns those of the article, with those between them that were left out
 */
const restored = (all: readonly PageBlock[], article: readonly PageBlock[]): readonly PageBlock[] => {
  /** Where blocks of the same words stand, from the last to the first. */
  const places = new Map<string, number[]>()
  for (let at = all.length - 1; at >= 0; at -= 1) {
    const key = keyOf(all[at] as PageBlock)
    const known = places.get(key)
    if (known === undefined) places.set(key, [at])
    else known.push(at)
  }
  const kept = new Set(article.map(keyOf))
  const blocks: PageBlock[] = []
  let from: number | null = null
  for (const block of article) {
    const same = places.get(keyOf(block)) ?? []
    while (from !== null && (same.at(-1) ?? from + 1) <= from) same.pop()
    const at = same.at(-1)
    if (at !== undefined) {
      if (from !== null) blocks.push(...left(all.slice(from + 1, at).filter((each) => !kept.has(keyOf(each)))))
      from = at
    }
    blocks.push(block)
  }
  return blocks
}

/** Below this share of a page’s own text, Readability took a part for the whole. */
const minShare = 0.4

/** What Readability takes for the article; null where it finds none, or stumbles. */
const articleOf = ({ root }: Page): PageElement | null => {
  const { ownerDocument } = root as unknown as { readonly ownerDocument: never }
  const options = { serializer: (node: unknown) => node as PageElement, disableJSONLD: true, keepClasses: true }
  try {
    return new Readability<PageElement>(ownerDocument, options).parse()?.content ?? null
  } catch {
    return null
  }
}

/** What of a page is its text. */
export type MainText = {
  readonly blocks: readonly PageBlock[]
  /** Whether it is an article rather than a page of any other kind. */
  readonly isArticle: boolean
}

/**
 * @param page without its furniture; it is changed
 * @returns its text
 */
export const mainText = (page: Page): MainText => {
  const all = pageBlocks(page.body, { furniture: captionRule })
  const whole = { blocks: all, isArticle: false }
  if (page.elements > maxElements) return whole
  const article = articleOf(page)
  if (article === null) return whole
  const blocks = pageBlocks(article, { furniture: captionRule })
  const share = ownLetters(blocks) / Math.max(1, ownLetters(all))
  if (share < minShare) return whole
  return { blocks: restored(all, blocks), isArticle: true }
}
