import { SaxesParser } from 'saxes'
import { QuothError } from '../../domain/error.ts'
import { msg } from '../../domain/message.ts'
import { decode } from '../decode.ts'

/** An element of XML. */
export type XmlElement = {
  /** With the prefix that its namespace has here, or none: `w:p`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlElement | string)[]
}

/** How a part is read. */
type XmlOptions = {
  /** The prefix for each namespace that matters; names of others keep their own. */
  readonly prefixes: ReadonlyMap<string, string>
  /** Whether it may name a document type, which is never looked up. None may have one of its own. */
  readonly mayNameType?: boolean
}

/** Deeper than any document is, and shallow enough for functions that call themselves. */
const maxDepth = 400

/** More than any document of a thousand pages has; each takes memory. */
const maxElements = 500_000

const noAttributes: Readonly<Record<string, string>> = {}

type Open = { readonly name: string; readonly attributes: XmlElement['attributes']; children: (XmlElement | string)[] }

const isLetter = (byte: number | undefined): boolean =>
  byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a

/** Whether more than so many elements open: counted before a tree of them fills the memory. */
const opensMore = (bytes: Uint8Array, most: number): boolean => {
  let opened = 0
  for (let at = bytes.indexOf(0x3c); at !== -1; at = bytes.indexOf(0x3c, at + 1))
    if (isLetter(bytes[at + 1])) {
      opened += 1
      if (opened > most) return true
    }
  return false
}

/**
 * Reads a part that is XML. Nothing outside is looked up, and no entities but the five of XML are known.
 * @param bytes of the part
 * @param part its name, for what is said of it
 * @param options see there
 * @returns its outermost element
 * @throws QuothError `bad-document` if it is no XML, nested too deeply, or declares a document type
 */
export const parseXml = (
  bytes: Uint8Array,
  part: string,
  { prefixes, mayNameType = false }: XmlOptions,
): XmlElement => {
  const refuse = (reason: ReturnType<typeof msg>): never => {
    throw new QuothError('bad-document', reason)
  }
  const tooMany = msg`It has more than ${maxElements} elements. Split it into smaller files.`
  if (opensMore(bytes, maxElements)) refuse(tooMany)
  const parser = new SaxesParser({ xmlns: true, position: false })
  const open: Open[] = []
  let root: XmlElement | null = null
  let elements = 0
  const named = (uri: string, prefix: string, local: string): string => {
    const known = prefixes.get(uri) ?? prefix
    return known === '' ? local : `${known}:${local}`
  }
  parser.on('doctype', (type) => {
    if (!mayNameType || type.includes('['))
      refuse(msg`Its part ${part} declares a document type of its own, so it is not read.`)
  })
  parser.on('opentag', ({ uri, prefix, local, attributes }) => {
    if (open.length >= maxDepth) refuse(msg`Its part ${part} is nested too deeply to be read.`)
    elements += 1
    if (elements > maxElements) refuse(tooMany)
    const stated = Object.values(attributes)
    const own: Record<string, string> = {}
    for (const attribute of stated)
      own[attribute.uri === '' ? attribute.local : named(attribute.uri, attribute.prefix, attribute.local)] =
        attribute.value
    open.push({ name: named(uri, prefix, local), attributes: stated.length > 0 ? own : noAttributes, children: [] })
  })
  parser.on('closetag', () => {
    const element = open.pop() as Open
    const outer = open.at(-1)
    if (outer === undefined) root = element
    else outer.children.push(element)
  })
  const addText = (text: string): void => {
    open.at(-1)?.children.push(text)
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('error', () => refuse(msg`It is damaged: its part ${part} is no whole XML.`))
  parser.write(decode(bytes).text).close()
  return root ?? refuse(msg`It is damaged: its part ${part} is no whole XML.`)
}

/**
 * @param element any element
 * @param name of an element
 * @returns its first child of that name
 */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child): child is XmlElement => typeof child === 'object' && child.name === name)

/**
 * @param element any element
 * @param name of elements; all if none is given
 * @returns its children of that name
 */
export const childrenOf = (element: XmlElement | undefined, name?: string): readonly XmlElement[] =>
  element?.children.filter(
    (child): child is XmlElement => typeof child === 'object' && (name === undefined || child.name === name),
  ) ?? []

/**
 * @param element any element
 * @returns all text in it
 */
export const textOf = (element: XmlElement | undefined): string =>
  element?.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('') ?? ''

/**
 * @param element where to look
 * @param name of elements
 * @returns those of that name within, in order, without those within one another
 */
export const within = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  childrenOf(element).flatMap((child) => (child.name === name ? [child] : within(child, name)))
