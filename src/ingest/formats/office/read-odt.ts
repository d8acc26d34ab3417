import { QuothError } from '../../../domain/error.ts'
import { msg } from '../../../domain/message.ts'
import { openArchive } from '../archive.ts'
import type { Extraction, FormattedFile } from '../format.ts'
import { packageNamed } from '../package-named.ts'
import { textWriter } from '../text-writer.ts'
import { childOf, childrenOf, parseXml, textOf, within, type XmlElement } from '../xml.ts'
import { type Leavings, leavings, leavingsSaid } from './leavings.ts'
import { readBody } from './odt-body.ts'
import { stylesOf } from './odt-styles.ts'
import { believed } from './properties.ts'
import { titleIn, writeFlows } from './write-flows.ts'

const opendocument = 'urn:oasis:names:tc:opendocument:xmlns:'
const prefixes = new Map([
  ...['office', 'text', 'table', 'style', 'meta', 'manifest', 'presentation'].map(
    (name) => [`${opendocument}${name}:1.0`, name] as const,
  ),
  [`${opendocument}drawing:1.0`, 'draw'],
  [`${opendocument}xsl-fo-compatible:1.0`, 'fo'],
  [`${opendocument}svg-compatible:1.0`, 'svg'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
])

/** Counts the tracked changes of a document; what was deleted stands apart from the text. */
const countChanges = (body: XmlElement, left: Leavings): void => {
  for (const changes of within(body, 'text:tracked-changes'))
    for (const change of childrenOf(changes, 'text:changed-region').flatMap((region) => childrenOf(region))) {
      if (change.name === 'text:insertion') left.insertions += 1
      else if (change.name === 'text:deletion') left.deletions += 1
      else continue
      left.authors.add(textOf(within(change, 'dc:creator')[0]))
    }
}

/**
 * Reads a document of LibreOffice, or of a program that writes its format. Headers and footers are left out.
 * @param file the file
 * @returns its text and what it says of itself
 * @throws QuothError `bad-document`, with the reason
 */
export const extract = async ({ bytes }: FormattedFile): Promise<Extraction> => {
  const archive = await openArchive(bytes)
  const partOf = async (name: string): Promise<XmlElement | undefined> => {
    const part = await archive.bytesOf(name)
    return part === null ? undefined : parseXml(part, name, { prefixes })
  }
  const manifest = await partOf('META-INF/manifest.xml')
  if (within(manifest, 'manifest:encryption-data').length > 0)
    throw new QuothError('bad-document', msg`It is encrypted. Save it without a password.`)
  const content = await partOf('content.xml')
  const body = childOf(childOf(content, 'office:body'), 'office:text')
  if (body === undefined)
    throw new QuothError('bad-document', msg`It is a zip archive, but no text document of OpenDocument.`)
  const left = leavings()
  countChanges(body, left)
  const flows = readBody(body, stylesOf(await partOf('styles.xml'), content), left)
  const writer = textWriter()
  writeFlows(flows, writer)
  const meta = childOf(await partOf('meta.xml'), 'office:meta')
  const said = (name: string): string => textOf(childOf(meta, name)).trim()
  const title = titleIn(flows)
  return {
    ...writer.written(),
    stated: {},
    fallback: {
      ...believed({
        title: said('dc:title'),
        author: said('meta:initial-creator') || said('dc:creator'),
        created: said('meta:creation-date'),
        modified: said('dc:date'),
      }),
      ...(title === null ? {} : { title }),
    },
    warnings: leavingsSaid(left),
    reader: packageNamed('saxes'),
  }
}
