import { Readability } from '@mozilla/readability'
import { type DomElement, nameOf, walk } from '../dom-node.ts'
import type { Page, PageElement } from './page.ts'

/** Letters of a page that stand in no link. */
const ownLetters = (root: PageElement): number => {
  let [letters, links] = [0, 0]
  walk(root, {
    enter: (element) => {
      if (nameOf(element) === 'a') links += 1
      return true
    },
    leave: (element) => {
      if (nameOf(element) === 'a') links -= 1
    },
    text: (text) => {
      if (links === 0) letters += text.replace(/\s+/g, '').length
    },
  })
  return letters
}

/** Of more elements, Readability takes too long. */
const maxElements = 60_000

/**
 * @param page without its furniture; it is changed
 * @returns what of it is its text, and whether that is an article rather than a page of any other kind
 */
export const mainText = (page: Page): { readonly root: DomElement; readonly isArticle: boolean } => {
  const whole = { root: page.body, isArticle: false }
  if (page.elements > maxElements) return whole
  const all = ownLetters(page.body)
  const { ownerDocument } = page.root as unknown as { readonly ownerDocument: never }
  const options = { serializer: (node: unknown) => node as PageElement, disableJSONLD: true, keepClasses: true }
  const article = new Readability<PageElement>(ownerDocument, options).parse()?.content ?? null
  if (article === null) return whole
  if (process.env['ZZ']) console.log('RATIO', (ownLetters(article) / all).toFixed(2), all)
  return { root: article, isArticle: true }
}
