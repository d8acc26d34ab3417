import type { Span } from '../domain/span.ts'

const opening = /^---[ \t]*(?=\n)/
const closing = /\n---[ \t]*(?=\n|$)/

/**
 * The front matter that a text opens with, from a first line `---` to the next one, and the YAML between them; null when
 * there is none. It is found without the Markdown parser, which some texts are kept from.
 */
export const findFrontMatter = (text: string): (Span & { readonly yaml: string }) | null => {
  const from = opening.exec(text)?.[0].length
  if (from === undefined) return null
  const close = closing.exec(text.slice(from))
  if (!close) return null
  const to = from + close.index
  return { start: 0, end: to + close[0].trimEnd().length, yaml: text.slice(from + 1, to) }
}
