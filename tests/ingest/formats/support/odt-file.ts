import { zipFile } from './zip-file.ts'

const namespaces = [
  ...['office', 'text', 'table', 'style', 'meta', 'manifest'].map(
    (name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`,
  ),
  'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
  'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
].join(' ')

const style = (name: string, properties: string, attributes = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph" ${attributes}>${properties}</style:style>`

const numbers = (level: number, form: string, suffix: string, shown = 1): string =>
  `<text:list-level-style-number text:level="${level}" style:num-format="${form}" style:num-suffix="${suffix}" text:display-levels="${shown}"/>`

const usualStyles = [
  style('Standard', ''),
  style('Title', '', 'style:parent-style-name="Heading"'),
  style('Heading', ''),
  style('Text_20_body', '', 'style:display-name="Text body" style:parent-style-name="Standard"'),
  style('P1', '<style:text-properties fo:font-weight="bold"/>', 'style:parent-style-name="Standard"'),
  style('P2', '', 'style:parent-style-name="Heading_20_2"'),
  style('Heading_20_2', '', 'style:display-name="Heading 2" style:default-outline-level="2"'),
  '<style:style style:name="T1" style:family="text"><style:text-properties text:display="none"/></style:style>',
  `<text:list-style style:name="L1">${numbers(1, '1', '.')}${numbers(2, 'a', ')')}${numbers(3, '1', '.', 3)}</text:list-style>`,
  '<text:list-style style:name="L2"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>',
].join('')

/** The parts of a document of LibreOffice besides its text. */
type OdtParts = {
  readonly meta?: string
  readonly outline?: string
  readonly manifest?: string
  readonly header?: string
}

/**
 * @param body what is in the text of the document
 * @param parts see there
 * @returns a document as LibreOffice writes it
 */
export const odtFile = (
  body: string,
  { meta = '', outline = '', manifest = '', header = '' }: OdtParts = {},
): Uint8Array =>
  zipFile({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${namespaces}><office:automatic-styles/><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${namespaces}><office:styles>${usualStyles}${outline && `<text:outline-style>${outline}</text:outline-style>`}</office:styles><office:master-styles><style:master-page><style:header><text:p>${header}</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${namespaces}><office:meta>${meta}</office:meta></office:document-meta>`,
    'META-INF/manifest.xml': `<manifest:manifest ${namespaces}>${manifest}</manifest:manifest>`,
  })

/** A paragraph in a style. */
export const odtPara = (content: string, name = 'Standard'): string =>
  `<text:p text:style-name="${name}">${content}</text:p>`

/** A heading of a level. */
export const odtHeading = (content: string, level: number): string =>
  `<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">${content}</text:h>`

/** A list of items. */
export const odtList = (name: string, items: readonly string[], attributes = ''): string =>
  `<text:list text:style-name="${name}" ${attributes}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`
