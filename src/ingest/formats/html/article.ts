import { Readability } from '@mozilla/readability'
import type { PageElement } from './page.ts'

/**
 * @param root of a page, which is changed
 * @returns what Readability takes for its article; null if it finds none
 */
export const articleIn = (root: PageElement): PageElement | null => {
  const { ownerDocument } = root as unknown as { readonly ownerDocument: never }
  const article = new Readability<PageElement>(ownerDocument, { serializer: (node) => node as never }).parse()
  return article?.content ?? null
}
