import { zipFile } from './zip-file.ts'

/** What a book has besides its chapters. */
type EpubParts = {
  /** Within `<metadata>`. */
  readonly metadata?: string
  /** The lines of its table of contents: the number of a chapter, and its title. */
  readonly contents?: readonly (readonly [chapter: number, title: string])[]
  /** Whether it is of EPUB 2, whose table of contents is another. */
  readonly isOld?: boolean
  /** Within `<guide>`. */
  readonly guide?: string
  /** Other parts, by their names. */
  readonly parts?: Readonly<Record<string, string>>
  /** The names of the chapters' files, where these matter. */
  readonly names?: readonly string[]
}

const html = (body: string, isOld: boolean): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html${isOld ? ' PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd"' : ''}>\n<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><style>p { margin: 0 }</style></head>${body.startsWith('<body') ? body : `<body>${body}</body>`}</html>`

/**
 * @param chapters the bodies of the chapters
 * @param parts see there
 * @returns a book
 */
export const epubFile = (
  chapters: readonly string[],
  {
    metadata = '<dc:title>The Pilot</dc:title>',
    contents = [],
    isOld = false,
    guide = '',
    parts = {},
    names = [],
  }: EpubParts = {},
): Uint8Array => {
  const nameOf = (at: number): string => names[at] ?? `part ${at + 1}.xhtml`
  const hrefOf = (at: number): string => `text/${encodeURIComponent(nameOf(at))}`
  const items = chapters.map((_, at) => `<item id="c${at}" href="${hrefOf(at)}" media-type="application/xhtml+xml"/>`)
  const points = contents.map(
    ([at, title]) => `<navPoint><navLabel><text>${title}</text></navLabel><content src="${hrefOf(at)}"/></navPoint>`,
  )
  const entries = contents.map(([at, title]) => `<li><a href="${hrefOf(at)}">${title}</a></li>`)
  return zipFile({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="${isOld ? '2.0' : '3.0'}"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata><manifest>${items.join('')}${
      isOld
        ? '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
        : '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
    }</manifest><spine${isOld ? ' toc="ncx"' : ''}>${chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')}</spine>${guide && `<guide>${guide}</guide>`}</package>`,
    ...(isOld
      ? {
          'OEBPS/toc.ncx': `<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd"><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>${points.join('')}</navMap></ncx>`,
        }
      : { 'OEBPS/nav.xhtml': html(`<nav epub:type="toc"><ol>${entries.join('')}</ol></nav>`, false) }),
    ...Object.fromEntries(chapters.map((body, at) => [`OEBPS/text/${nameOf(at)}`, html(body, isOld)])),
    ...parts,
  })
}
