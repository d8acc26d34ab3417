import { bibliographyEndings } from './bibliography/bibliography.ts'
import type { Format } from './format.ts'

const pictureEndings = ['png', 'jpg', 'jpeg', 'webp', 'tif', 'tiff']

/** Every format that is not plain text, Markdown or mail: a folder or file each, and a line here. */
const formats: readonly Format[] = [
  { endings: ['pdf'], mayHavePictures: true, load: () => import('./pdf/read-pdf.ts') },
  { endings: pictureEndings, mayHavePictures: true, load: () => import('./ocr/read-picture.ts') },
  { endings: ['html', 'htm', 'xhtml'], load: () => import('./html/read-html.ts') },
  { endings: ['docx', 'docm', 'dotx'], load: () => import('./office/read-docx.ts') },
  { endings: ['odt', 'ott'], load: () => import('./office/read-odt.ts') },
  { endings: ['epub'], load: () => import('./epub/read-epub.ts') },
  { endings: bibliographyEndings, load: () => import('./bibliography/read-bibliography.ts') },
  { endings: ['rtf'], load: () => import('./rtf/read-rtf.ts') },
  { endings: ['srt', 'vtt', 'sbv'], load: () => import('./captions/read-captions.ts') },
  { endings: ['csv', 'tsv'], load: () => import('./table/read-table.ts') },
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
