import { boilerplateRules, linkListLabel, menuEntry } from '../language/english/boilerplate-words.ts'
import type { Block } from './block.ts'
import { isHeadline, isMenu, isMenuEntry, isProse, wordCount } from './line-kinds.ts'

/** `Home > News > Europe`, whatever the words. */
const breadcrumbs = /^\S[^.!?]{0,40}(?:\s[>»›]\s[^.!?>»›]{1,40}){1,6}$/

/** Longer blocks are paragraphs. */
const maxWords = 30

/** Attributes, tags and template code that stand alone: `{.page_break_before}`, `<SECTION>`, `{% include menu %}`. */
const codeAlone = [
  /^\{(?:[.#:][^{}]*|[^{}\s]+=[^{}]*)\}$/,
  /^\{[%{][^{}]*[%}]\}$/,
  /^(?:<\/?[A-Za-z][\w:-]*(?:\s+[\w:-]+=[^<>]*)?\s?\/?>\s*)+$/,
]
/** A picture that was left out: `[Illustration: a well]`. */
const pictureAlone =
  /^\[\s?(?:illustration|image|picture|photo(?:graph)?|figure|frontispiece|map|logo|abbildung|bild|foto|imagen|ilustración)\b[^\]]*\]$/i
/** A link of Markdown and nothing else. */
const linkAlone = /^!?\[[^\]]*\]\([^()\s]*\)$/

/**
 * @param text of one block or line
 * @returns the rule by which it is no text, however it is read; null if none applies
 */
export const markupRule = (text: string): string | null => {
  if (text.length > 300 || !/^[{<[!]/.test(text)) return null
  if (codeAlone.some((pattern) => pattern.test(text))) return 'code'
  if (pictureAlone.test(text)) return 'picture'
  return linkAlone.test(text) ? 'link' : null
}

/**
 * @param text of one block
 * @returns the rule by which it is boilerplate on its own; null if none applies
 */
export const boilerplateRule = (text: string): string | null =>
  text.length > 300 || wordCount(text) > maxWords
    ? null
    : (markupRule(text) ??
      boilerplateRules.find(([, pattern]) => pattern.test(text))?.[0] ??
      (breadcrumbs.test(text) || isMenu(text) ? 'navigation' : null))

/** Whether a block is the label of a list of links to other stories, such as `Related stories` or `Most read`. */
const isLinkListLabel = (text: string): boolean => text.length <= 60 && linkListLabel.test(text)

/** Blocks `[from, to)` that link to other documents. */
type LinkList = {
  readonly from: number
  readonly to: number
  readonly rule: 'link-list' | 'repeated-teaser' | 'navigation'
}

/** A menu with an entry a line has so many entries at least, and so many of them are usual ones. */
const minMenu = { entries: 3, usual: 2 }

/** Menus with one entry a line. What a text introduces (`Topics:`) is its own list. */
const findMenus = (blocks: readonly Block[], first: number): readonly LinkList[] => {
  const menus: LinkList[] = []
  for (let from = first + 1; from < blocks.length; from += 1) {
    let to = from
    while (to < blocks.length && isMenuEntry((blocks[to] as Block).text)) to += 1
    const usual = blocks.slice(from, to).filter(({ text }) => menuEntry.test(text)).length
    const isIntroduced = blocks[from - 1]?.text.endsWith(':') === true
    if (to - from >= minMenu.entries && usual >= minMenu.usual && !isIntroduced)
      menus.push({ from, to, rule: 'navigation' })
    from = Math.max(from, to)
  }
  return menus
}

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
 * @returns the lists of links to other documents below that, and menus
 */
export const findLinkLists = (blocks: readonly Block[], first: number): readonly LinkList[] => {
  const body = blocks[first]
  const lists: LinkList[] = [...findMenus(blocks, first)]
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
