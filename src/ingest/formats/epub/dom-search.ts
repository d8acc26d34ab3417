import { type DomElement, type DomNode, nameOf, walk } from '../dom/node.ts'

/**
 * @param root where to look
 * @param accepts whether an element is looked for
 * @returns those within, in order
 */
export const elementsIn = (root: DomNode, accepts: (element: DomElement) => boolean): readonly DomElement[] => {
  const found: DomElement[] = []
  walk(root, {
    enter: (element) => {
      if (accepts(element)) found.push(element)
      return true
    },
    leave: () => {},
    text: () => {},
  })
  return found
}

/**
 * @param root any node
 * @returns all text in it, on one line
 */
export const lineOf = (root: DomNode): string => {
  const parts: string[] = []
  walk(root, { enter: () => true, leave: () => {}, text: (text) => parts.push(text) })
  return parts.join('').replace(/\s+/gu, ' ').trim()
}

/**
 * @param element of a chapter
 * @returns what it is said to be, in the words of EPUB: `cover`, `footnote`
 */
export const typesOf = (element: DomElement): readonly string[] => [
  ...(element.getAttribute('epub:type') ?? '').split(/\s+/).filter((type) => type !== ''),
  ...(element.getAttribute('role') ?? '')
    .split(/\s+/)
    .filter((role) => role.startsWith('doc-'))
    .map((role) => role.slice('doc-'.length)),
]

/** @returns whether an element is of a name, in small letters */
export const isNamed =
  (...names: readonly string[]) =>
  (element: DomElement): boolean =>
    names.includes(nameOf(element))
