/** What is needed of a node of a document tree; those of linkedom and of browsers have it. */
export type DomNode = {
  readonly nodeType: number
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly firstChild: DomNode | null
  readonly nextSibling: DomNode | null
}

/** An element; `nodeName` may be in capitals, and have a prefix. */
export type DomElement = DomNode & { getAttribute(name: string): string | null }

/**
 * @param node any node
 * @returns whether it is an element
 */
export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1

/**
 * @param node any node
 * @returns whether it is text
 */
export const isText = ({ nodeType }: DomNode): boolean => nodeType === 3 || nodeType === 4

/**
 * @param node any node
 * @returns its name in small letters: `h1`
 */
export const nameOf = ({ nodeName }: DomNode): string => nodeName.toLowerCase()

/**
 * @param node any node
 * @returns its children that are elements, in order
 */
export const childElements = (node: DomNode): readonly DomElement[] => {
  const children: DomElement[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (isElement(child)) children.push(child)
  return children
}

/** What is done on a walk through a tree. */
export type Visit = {
  /** @returns whether to go into the element; if so, `leave` follows */
  readonly enter: (element: DomElement) => boolean
  readonly leave: (element: DomElement) => void
  readonly text: (text: string) => void
}

/**
 * Walks through a tree in reading order. It does not call itself, since a hostile tree is deeper than any stack.
 * @param root what is walked through, itself included
 * @param visit what is done
 */
export const walk = (root: DomNode, { enter, leave, text }: Visit): void => {
  const open: DomElement[] = []
  let node: DomNode | null = root
  while (node !== null) {
    if (isElement(node) && enter(node)) {
      open.push(node)
      if (node.firstChild !== null) {
        node = node.firstChild
        continue
      }
      leave(node)
      open.pop()
    } else if (isText(node)) text(node.nodeValue ?? '')
    while (node !== null && node !== root && node.nextSibling === null) {
      const parent = open.pop()
      if (parent === undefined) return
      leave(parent)
      node = parent
    }
    if (node === root) return
    node = node.nextSibling
  }
}
