import { bibliographyEndings } from './bibliography/bibliography.ts'
import type { Format } from './format.ts'

/** Every format that is not plain text, Markdown or mail: a file each, and a line here. */
const formats: readonly Format[] = [
  { endings: ['pdf'], mayHavePictures: true, load: async () => (await import('./pdf/pdf.ts')).pdfReader() },
  {
    endings: ['png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff'],
    mayHavePictures: true,
    load: () => import('./ocr/read-picture.ts'),
  },
  { endings: ['html', 'htm', 'xhtml'], load: async () => (await import('./html/read-html.ts')).htmlReader },
  { endings: ['docx', 'docm', 'dotx'], load: () => import('./office/docx.ts') },
  { endings: ['odt', 'ott'], load: () => import('./office/odt.ts') },
  { endings: ['epub'], load: () => import('./epub/epub.ts') },
  {
    endings: bibliographyEndings,
    load: async () => (await import('./bibliography/read-bibliography.ts')).bibliographyReader,
  },
  { endings: ['rtf'], load: async () => (await import('./rtf/read-rtf.ts')).rtfReader },
  { endings: ['srt', 'vtt', 'sbv'], load: async () => (await import('./captions/read-captions.ts')).captionsReader },
  { endings: ['csv', 'tsv'], load: async () => (await import('./table/read-table.ts')).tableReader },
]

/** What the names of documents end in, in small letters, without the dot. */
const documentEndings: readonly string[] = ['txt', 'md', 'eml', 'mbox', ...formats.flatMap(({ endings }) => endings)]

const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/**
 * @param path of a file
 * @returns whether it is a document, by its name
 */
export const isDocument = (path: string): boolean =>
  documentEndings.includes(endingOf(path)) && !/\.csl\.json$/i.test(path)

/**
 * @param path of a document
 * @returns its format; null for what is read as text
 */
export const formatOf = (path: string): Format | null =>
  formats.find(({ endings }) => endings.includes(endingOf(path))) ?? null
