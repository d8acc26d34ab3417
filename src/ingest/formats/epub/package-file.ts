import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import type { Archive } from '../archive.ts'
import { childOf, childrenOf, parseXml, within, type XmlElement } from '../xml.ts'

/** A part of a book. */
export type Item = {
  /** The name of the part. */
  readonly part: string
  readonly mediaType: string
  readonly properties: readonly string[]
}

/** What a book says that it is made of. */
export type Package = {
  /** Title, authors and so on, as stated. */
  readonly metadata: XmlElement
  /** The parts in reading order. */
  readonly spine: readonly Item[]
  /** The table of contents of EPUB 3, and that of EPUB 2. */
  readonly navigation: Item | null
  readonly ncx: Item | null
  /** What parts are, as EPUB 2 says it: `cover`, `title-page`, by their names. */
  readonly guide: ReadonlyMap<string, string>
}

const prefixes = new Map([
  ['urn:oasis:names:tc:opendocument:xmlns:container', ''],
  ['http://www.idpf.org/2007/opf', 'opf'],
  ['http://openebook.org/namespaces/oeb-package/1.0/', 'opf'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://www.daisy.org/z3986/2005/ncx/', 'ncx'],
  ['http://www.w3.org/2001/04/xmlenc#', 'enc'],
])

/**
 * @param archive of a book
 * @param name of a part
 * @returns its outermost element; undefined if there is no such part
 * @throws QuothError `bad-document` if it is no XML
 */
export const xmlPart = async (archive: Archive, name: string): Promise<XmlElement | undefined> => {
  const bytes = await archive.bytesOf(name)
  return bytes === null ? undefined : parseXml(bytes, name, { prefixes, mayNameType: true })
}

const decoded = (href: string): string => {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/**
 * @param href of a link, as written
 * @param from the name of the part that it stands in
 * @returns the name of the part that it leads to, without what it leads to in it
 */
export const partOf = (href: string, from: string): string => {
  const names = from.split('/').slice(0, -1)
  const [path = ''] = href.split('#')
  for (const name of decoded(path).split('/'))
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  return names.join('/')
}

/** Fonts are often disguised, which keeps nobody from reading the text. */
const ofFonts = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/

/** The parts that are encrypted. */
const encryptedParts = async (archive: Archive): Promise<ReadonlySet<string>> => {
  const root = await xmlPart(archive, 'META-INF/encryption.xml')
  const parts = within(root, 'enc:EncryptedData')
    .filter((data) => !ofFonts.test(childOf(data, 'enc:EncryptionMethod')?.attributes['Algorithm'] ?? ''))
    .flatMap((data) => within(data, 'enc:CipherReference'))
    .map(({ attributes }) => partOf(attributes['URI'] ?? '', ''))
  return new Set(parts)
}

/**
 * Reads what a book says that it is made of.
 * @param archive of the book
 * @returns that
 * @throws QuothError `bad-document` if it is no book, or its text is encrypted
 */
export const readPackage = async (archive: Archive): Promise<Package> => {
  const container = await xmlPart(archive, 'META-INF/container.xml')
  const files = within(container, 'rootfile').map(({ attributes }) => attributes['full-path'] ?? '')
  // A book whose container was lost is still found by the ending of this part.
  const name = files.find((file) => file !== '') ?? archive.names.find((part) => /\.opf$/i.test(part))
  const root = name === undefined ? undefined : await xmlPart(archive, partOf(name, ''))
  if (root === undefined || name === undefined)
    throw new QuothError('bad-document', msg`It is a zip archive, but no EPUB book.`)
  const items = new Map<string, Item>()
  for (const { attributes } of childrenOf(childOf(root, 'opf:manifest'), 'opf:item'))
    items.set(attributes['id'] ?? '', {
      part: partOf(attributes['href'] ?? '', name),
      mediaType: attributes['media-type'] ?? '',
      properties: (attributes['properties'] ?? '').split(/\s+/),
    })
  const spine = childOf(root, 'opf:spine')
  // A chapter that is named again is read once.
  const order = [
    ...new Set(childrenOf(spine, 'opf:itemref').map(({ attributes }) => attributes['idref'] ?? '')),
  ].flatMap((id) => items.get(id) ?? [])
  const encrypted = await encryptedParts(archive)
  if (order.some(({ part }) => encrypted.has(part)))
    throw new QuothError('bad-document', msg`It is protected against copying (DRM), so its text cannot be read.`)
  const all = [...items.values()]
  return {
    metadata: childOf(root, 'opf:metadata') ?? root,
    spine: order,
    navigation: all.find(({ properties }) => properties.includes('nav')) ?? null,
    ncx:
      items.get(spine?.attributes['toc'] ?? '') ??
      all.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml') ??
      null,
    guide: new Map(
      childrenOf(childOf(root, 'opf:guide'), 'opf:reference').map(({ attributes }) => [
        partOf(attributes['href'] ?? '', name),
        attributes['type'] ?? '',
      ]),
    ),
  }
}
