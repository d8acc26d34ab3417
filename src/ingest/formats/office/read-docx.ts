import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { type Archive, openArchive } from '../archive.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { packageNamed } from '../package-named.ts'
import { raisedMark } from '../raised.ts'
import { textWriter } from '../text-writer.ts'
import { childOf, childrenOf, parseXml, textOf, type XmlElement } from '../xml.ts'
import { readBody } from './docx-body.ts'
import { numberingOf } from './docx-numbering.ts'
import { stylesOf } from './docx-styles.ts'
import type { Note } from './flow.ts'
import { leavings, leavingsSaid } from './leavings.ts'
import { printedNumber } from './list-numbers.ts'
import { believed } from './properties.ts'
import { titleIn, writeFlows } from './write-flows.ts'

/** Names of the format as Word writes it by default, and as it does by the strict standard. */
const prefixes = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/drawingml/2006/picture', 'pic'],
  ['http://purl.oclc.org/ooxml/drawingml/picture', 'pic'],
  ['http://schemas.openxmlformats.org/drawingml/2006/chart', 'c'],
  ['http://purl.oclc.org/ooxml/drawingml/chart', 'c'],
  ['http://schemas.openxmlformats.org/drawingml/2006/diagram', 'dgm'],
  ['http://purl.oclc.org/ooxml/drawingml/diagram', 'dgm'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', ''],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['http://purl.org/dc/terms/', 'dcterms'],
])

const xmlOf = async (archive: Archive, name: string | undefined): Promise<XmlElement | undefined> => {
  const bytes = name === undefined ? null : await archive.bytesOf(name)
  return bytes === null || name === undefined ? undefined : parseXml(bytes, name, { prefixes })
}

/** `../media/a.png`, `/word/styles.xml` and `styles.xml` as the name of a part, seen from a folder. */
const partName = (target: string, folder: string): string => {
  const names: string[] = []
  for (const name of `${target.startsWith('/') ? '' : folder}/${target}`.split('/'))
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  return names.join('/')
}

/** The parts that a part leads to, by the kind of each: `styles`, `footnotes`. */
const partsBeside = async (archive: Archive, part: string): Promise<ReadonlyMap<string, string>> => {
  const cut = part.lastIndexOf('/') + 1
  const [folder, file] = [part.slice(0, cut), part.slice(cut)]
  const links = childrenOf(await xmlOf(archive, `${folder}_rels/${file}.rels`), 'Relationship')
  return new Map(
    links
      .filter(({ attributes }) => attributes['TargetMode'] !== 'External')
      .map(({ attributes }) => [
        (attributes['Type'] ?? '').replace(/^.*\//, ''),
        partName(attributes['Target'] ?? '', folder),
      ]),
  )
}

/** The notes of a part, by their ids; not the lines that divide them from the text. */
const notesIn = (root: XmlElement | undefined): ReadonlyMap<string, XmlElement> =>
  new Map(
    childrenOf(root)
      .filter(({ attributes }) => !/separator|Notice/i.test(attributes['w:type'] ?? ''))
      .map((note) => [note.attributes['w:id'] ?? '', note]),
  )

/**
 * Reads a document of Word, or of a program that writes its format. Headers and footers are left out.
 * @param file the file
 * @returns its text and what it says of itself
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async ({ bytes }: FormattedFile): Promise<Extraction> => {
  const archive = await openArchive(bytes)
  const atTop = await partsBeside(archive, '')
  const main = atTop.get('officeDocument') ?? 'word/document.xml'
  const document = await xmlOf(archive, main)
  const body = childOf(document, 'w:body')
  if (body === undefined) throw new QuothError('bad-document', msg`It is a zip archive, but no Word document.`)
  const parts = await partsBeside(archive, main)
  const part = (kind: string): Promise<XmlElement | undefined> => xmlOf(archive, parts.get(kind))
  const styles = stylesOf(await part('styles'))
  const numbering = numberingOf(await part('numbering'))
  const notes = { footnote: notesIn(await part('footnotes')), endnote: notesIn(await part('endnotes')) }
  const left = leavings()
  const numbers = { footnote: 0, endnote: 0 }
  /** Notes in notes are not looked for, so that none leads to itself. */
  const noteOf = (reference: XmlElement): Note | null => {
    const kind = reference.name === 'w:endnoteReference' ? 'endnote' : 'footnote'
    const content = notes[kind].get(reference.attributes['w:id'] ?? '')
    if (content === undefined) return null
    numbers[kind] += 1
    const mark = raisedMark(printedNumber(numbers[kind], kind === 'footnote' ? 'decimal' : 'lower-roman'))
    return { mark, content: readBody(content, { styles, numbering, left, noteOf: () => null }) }
  }
  const writer = textWriter()
  const flows = readBody(body, { styles, numbering, left, noteOf })
  writeFlows(flows, writer)
  const title = titleIn(flows)
  const core = await xmlOf(archive, atTop.get('core-properties'))
  const said = (name: string): string => textOf(childOf(core, name)).trim()
  return {
    ...writer.written(),
    stated: {},
    fallback: {
      ...believed({
        title: said('dc:title'),
        author: said('dc:creator'),
        created: said('dcterms:created'),
        modified: said('dcterms:modified'),
      }),
      ...(title === null ? {} : { title }),
    },
    warnings: leavingsSaid(left),
    reader: packageNamed('saxes'),
  }
}
