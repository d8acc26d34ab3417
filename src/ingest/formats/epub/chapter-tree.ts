import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { SaxesParser } from 'saxes'
import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { decode } from '../../decode.ts'
import type { DomElement, DomNode } from '../dom-node.ts'

/** Elements that have no end, also where a careless writer gives them none. */
const noContent = new Set('area br col embed hr img input link meta source wbr'.split(' '))

/** Deeper than any chapter is. */
const maxDepth = 400

type Node = { -readonly [K in keyof DomNode]: DomNode[K] }
type Parent = Node & Pick<DomElement, 'getAttribute'> & { lastChild: Node | null }

const textNode = (text: string): Node => ({
  nodeType: 3,
  nodeName: '#text',
  nodeValue: text,
  firstChild: null,
  nextSibling: null,
})

const elementNode = (name: string, attributes: Readonly<Record<string, string>>): Parent => ({
  nodeType: 1,
  nodeName: name,
  nodeValue: null,
  firstChild: null,
  nextSibling: null,
  lastChild: null,
  getAttribute: (attribute) => attributes[attribute] ?? null,
})

const append = (parent: Parent, child: Node): void => {
  if (parent.lastChild === null) parent.firstChild = child
  else parent.lastChild.nextSibling = child
  parent.lastChild = child
}

const namedReference = /&([A-Za-z][A-Za-z0-9]{1,31});/g
const ofXml = /^(?:amp|lt|gt|quot|apos)$/

/** Signs by the names that HTML has for them, which XML does not know. */
const withSigns = (text: string): string =>
  text.replace(namedReference, (whole, name: string) =>
    ofXml.test(name) ? whole : decodeNamedCharacterReference(name) || whole,
  )

/**
 * Reads a chapter. What is no whole XML is read as far as it goes, as programs that show books do.
 * @param bytes of the chapter, in XHTML
 * @param part its name, for what is said of it
 * @returns its outermost element
 * @throws QuothError `bad-document` if it is no text, is nested too deeply, or declares signs of its own
 */
export const chapterTree = (bytes: Uint8Array, part: string): DomElement => {
  const parser = new SaxesParser({ xmlns: false, fragment: true, position: false })
  const root = elementNode('#root', {})
  const open: Parent[] = [root]
  const top = (): Parent => open.at(-1) ?? root
  parser.on('doctype', (type) => {
    if (/<!ENTITY/i.test(type))
      throw new QuothError(
        'bad-document',
        msg`Its part ${part} declares a document type of its own, so it is not read.`,
      )
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = elementNode(name, attributes)
    // A paragraph that was never ended ends where the next begins.
    if (name === 'p' && top().nodeName === 'p') open.pop()
    append(top(), element)
    if (noContent.has(name.toLowerCase())) return
    if (open.length > maxDepth)
      throw new QuothError('bad-document', msg`Its part ${part} is nested too deeply to be read.`)
    open.push(element)
  })
  parser.on('closetag', ({ name }) => {
    const at = open.findLastIndex(({ nodeName }) => nodeName === name)
    if (at > 0) open.length = at
  })
  const addText = (text: string): void => append(top(), textNode(text))
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', () => {})
  parser.write(withSigns(decode(bytes).text)).close()
  return root
}
