import { boilerplateRules, linkListLabel } from '../language/english/boilerplate-words.ts'
import type { Block } from './block.ts'
import { isHeadline, isMenu, isProse, wordCount } from './line-kinds.ts'

/** `Home > News > Europe`, whatever the words. */
const breadcrumbs = /^\S[^.!?]{0,40}(?:\s[>»›]\s[^.!?>»›]{1,40}){1,6}$/

/** Longer blocks are paragraphs. */
const maxWords = 30

/**
 * @param text of one block
 * @returns the rule by which it is boilerplate on its own; null if none applies
 */
export const boilerplateRule = (text: string): string | null =>
  text.length > 300 || wordCount(text) > maxWords
    ? null
    : (boilerplateRules.find(([, pattern]) => pattern.test(text))?.[0] ??
      (breadcrumbs.test(text) || isMenu(text) ? 'navigation' : null))

/** Whether a block is the label of a list of links to other stories, such as `Related stories` or `Most read`. */
const isLinkListLabel = (text: string): boolean => text.length <= 60 && linkListLabel.test(text)

/** Blocks `[from, to)` that link to other documents. */
type LinkList = { readonly from: number; readonly to: number; readonly rule: 'link-list' | 'repeated-teaser' }

const isLink = (block: Block): boolean => isHeadline(block.text) && !isProse(block.text)

/** A teaser differs from the rest of the story in layout: indent or marks. */
const isSetApart = (block: Block, body: Block): boolean =>
  block.indent !== body.indent || (block.kind !== 'paragraph' && block.kind !== body.kind)

/** Whether headlines and teasers alternate from `from` to the end, at least twice: a list even without layout. */
const alternates = (blocks: readonly Block[], from: number): boolean => {
  for (let at = from; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (!block || isLink(block) !== ((at - from) % 2 === 0)) return false
  }
  return blocks.length - from >= 4
}

const endOfList = (blocks: readonly Block[], from: number, body: Block): number => {
  if (alternates(blocks, from)) return blocks.length
  let to = from
  for (let block = blocks[to]; block; block = blocks[to]) {
    const teaser = to > from && isSetApart(block, body)
    if (!(isLink(block) || teaser || isLinkListLabel(block.text) || boilerplateRule(block.text))) break
    to += 1
  }
  return to
}

/** A headline that occurs twice in a row, as a link and above its teaser, set apart from the body. */
const opensTeaser = (block: Block, next: Block | undefined, body: Block): boolean =>
  next?.text === block.text &&
  wordCount(block.text) >= 3 &&
  isLink(block) &&
  (isSetApart(block, body) || isSetApart(next, body))

/**
 * @param blocks of a document
 * @param first the index of its first paragraph
 * @returns the lists of links to other documents below that
 */
export const findLinkLists = (blocks: readonly Block[], first: number): readonly LinkList[] => {
  const body = blocks[first]
  const lists: LinkList[] = []
  for (let at = first + 1; body && at < blocks.length; at += 1) {
    const block = blocks[at]
    if (!block) break
    const labelled = isLinkListLabel(block.text)
    if (!labelled && !opensTeaser(block, blocks[at + 1], body)) continue
    const to = endOfList(blocks, at + 1, body)
    if (to === at + 1 && to < blocks.length) continue
    lists.push({ from: at, to, rule: labelled ? 'link-list' : 'repeated-teaser' })
    at = to - 1
  }
  return lists
}
