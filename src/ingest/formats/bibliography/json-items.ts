import { cslTypes } from '../../../domain/publication.ts'

/** The places of the top-level elements of a JSON array, without reading them. */
function* elementsOf(text: string, from: number): Generator<string> {
  let depth = 0
  let start = -1
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '"') {
      for (at += 1; at < text.length && text.charAt(at) !== '"'; at += 1) if (text.charAt(at) === '\\') at += 1
    } else if (character === '{' || character === '[') {
      if (depth === 0) start = at
      depth += 1
    } else if (character === '}' || character === ']') {
      depth -= 1
      if (depth < 0) return
      if (depth === 0) yield text.slice(start, at + 1)
    }
  }
}

/** A larger item is none of a bibliography. */
const maxItem = 200_000

const itemIn = (json: string): object | null => {
  if (json.length > maxItem || !json.startsWith('{')) return null
  try {
    return JSON.parse(json) as object
  } catch {
    return null
  }
}

const isCsl = (item: object | null): boolean =>
  item !== null &&
  'type' in item &&
  (cslTypes as readonly unknown[]).includes(item.type) &&
  ('title' in item || 'author' in item || 'container-title' in item || 'issued' in item) &&
  ('id' in item || 'issued' in item || 'DOI' in item)

const opening = /^(?:\ufeff|\u00ef\u00bb\u00bf)?\s*(?:\{\s*"items"\s*:\s*)?\[\s*(?=\{)/

/**
 * @param head the first characters of a JSON file, also as Latin-1
 * @returns whether a list of items may begin there
 */
export const opensItems = (head: string): boolean => opening.test(head)

/**
 * @param text of a JSON file
 * @returns the items of CSL-JSON in it, each as JSON; null for a file of anything else
 */
export const cslItemsIn = (text: string): Iterable<string> | null => {
  const start = opening.exec(text.slice(0, 1000))?.[0].length
  if (start === undefined) return null
  const first = elementsOf(text, start).next()
  if (first.done === true || !isCsl(itemIn(first.value))) return null
  return elementsOf(text, start)
}

/**
 * @param json an item
 * @returns its fields; null if it is no item of CSL-JSON
 */
export const readCslItem = (json: string): Readonly<Record<string, unknown>> | null => {
  const item = itemIn(json)
  return isCsl(item) ? (item as Record<string, unknown>) : null
}
