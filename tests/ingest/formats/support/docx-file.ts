import { zipFile } from './zip-file.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** The namespaces that Word declares. */
export const namespaces = [
  `xmlns:w="${main}"`,
  `xmlns:r="${office}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(' ')

/** A run of text. */
export const run = (text: string, properties = ''): string =>
  `<w:r w:rsidRPr="00A1B2C3">${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of text or of runs, in a style. */
export const para = (content: string, style = '', properties = ''): string =>
  `<w:p w:rsidR="00D00000"><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${
    content.startsWith('<') ? content : run(content)
  }</w:p>`

/** A table: rows of cells, each of text or of paragraphs. */
export const table = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows
    .map(
      (cells) =>
        `<w:tr>${cells
          .map((cell) => `<w:tc><w:tcPr/>${cell.startsWith('<') ? cell : para(cell)}</w:tc>`)
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`

/** What is in a numbering: its id, and the properties of a paragraph in it. */
export const inList = (list: number, level = 0): string =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`

const style = (id: string, name: string, properties: string, basedOn = 'Normal'): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>${properties}</w:style>`

/** Styles as Word in German writes them: names in English, ids in German. */
export const usualStyles = [
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
  style('Title', 'Title', ''),
  style('Heading1', 'heading 1', '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
  style('berschrift2', 'heading 2', '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>'),
  style('Kapitel', 'Kapitel (eigene)', '', 'Heading1'),
  style('TOC1', 'toc 1', ''),
  style('Quote', 'Quote', ''),
  style('FootnoteText', 'footnote text', ''),
].join('')

const numbering = (() => {
  const level = (at: number, form: string, print: string): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${print}"/></w:lvl>`
  const definitions = [
    [level(0, 'bullet', '\uf0b7'), level(1, 'bullet', 'o')],
    [level(0, 'decimal', '%1.'), level(1, 'lowerLetter', '%2)'), level(2, 'lowerRoman', '%3.')],
    [level(0, 'upperRoman', 'Article %1.'), level(1, 'decimal', '%1.%2').replace('<w:numFmt', '<w:isLgl/><w:numFmt')],
  ]
  const abstract = definitions.map(
    (levels, at) => `<w:abstractNum w:abstractNumId="${at}">${levels.join('')}</w:abstractNum>`,
  )
  const uses = [
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>',
  ]
  return abstract.join('') + uses.join('')
})()

/** The parts of a document of Word besides its text. */
export type DocxParts = {
  readonly styles?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly core?: string
  readonly header?: string
}

const link = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`
const links = (all: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
const part = (name: string, content: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${name} ${namespaces}>${content}</w:${name}>`

/** The text of `document.xml` around what is in its body. */
export const documentXml = (body: string): string => part('document', `<w:body>${body}<w:sectPr/></w:body>`)

/**
 * @param body what is in the body of the document
 * @param parts see there
 * @returns a document as Word writes it
 */
export const docxFile = (
  body: string,
  { styles = usualStyles, footnotes = '', endnotes = '', core = '', header = '' }: DocxParts = {},
): Uint8Array =>
  zipFile({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': links([
      link(1, `${office}/officeDocument`, 'word/document.xml'),
      link(
        2,
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ),
    ]),
    'word/_rels/document.xml.rels': links([
      link(1, `${office}/styles`, 'styles.xml'),
      link(2, `${office}/numbering`, '/word/numbering.xml'),
      link(3, `${office}/footnotes`, 'footnotes.xml'),
      link(4, `${office}/endnotes`, 'endnotes.xml'),
      link(5, `${office}/header`, 'header1.xml'),
    ]),
    'word/document.xml': documentXml(body),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/footnotes.xml': part(
      'footnotes',
      `<w:footnote w:type="separator" w:id="-1">${para('----')}</w:footnote>${footnotes}`,
    ),
    'word/endnotes.xml': part('endnotes', endnotes),
    'word/header1.xml': part('hdr', para(header)),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">${core}</cp:coreProperties>`,
  })
