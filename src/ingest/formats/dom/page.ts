import { parseHTML } from 'linkedom'
import type { DomElement } from './node.ts'
import { soundMarkup } from './sound-markup.ts'

/** What is used of an element of a page. */
export type PageElement = DomElement & {
  readonly textContent: string
  readonly parentNode: PageElement | null
  setAttribute(name: string, value: string): void
  removeAttribute(name: string): void
  querySelectorAll(selector: string): Iterable<PageElement>
  remove(): void
}

/** A page as a tree. */
export type Page = {
  readonly root: PageElement
  readonly body: PageElement
  /** How many elements it has. */
  readonly elements: number
}

/**
 * @param html the characters of a page
 * @param isXml whether it is XHTML
 * @returns its tree, in which everything stands in the body
 * @throws QuothError `bad-document` for more elements than any page has
 */
export const pageOf = (html: string, isXml: boolean): Page => {
  const { markup, elements } = soundMarkup(html, isXml)
  const { documentElement, body } = parseHTML(markup).document
  return { root: documentElement as unknown as PageElement, body: body as unknown as PageElement, elements }
}
