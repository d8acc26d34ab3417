import { Readability } from '@mozilla/readability'

/** A node of an article. */
type Node = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: Iterable<Node>
}

/** Elements that stand on lines of their own. */
const blocks = /^(?:P|DIV|LI|H[1-6]|TR|TD|TH|BLOCKQUOTE|PRE|FIGCAPTION|BR|UL|OL|DL|DT|DD|SECTION|ARTICLE|TABLE|HR)$/i

const textOf = (node: Node): string => {
  if (node.nodeType === 3) return node.nodeValue ?? ''
  const text = [...node.childNodes].map(textOf).join('')
  return blocks.test(node.nodeName) ? `\n${text}\n` : text
}

/**
 * Readability on its own.
 * @param document a page of linkedom
 * @returns the text of its article, a line for each block
 */
export const readabilityText = (document: unknown): string => {
  const article = new Readability<Node>(document as never, { serializer: (node) => node as never }).parse()
  return article?.content ? textOf(article.content) : ''
}
