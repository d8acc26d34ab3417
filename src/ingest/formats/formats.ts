import type { Format } from './format.ts'

/** Every format that is not plain text, Markdown or mail: a file each, and a line here. */
const formats: readonly Format[] = [{ endings: ['pdf'], load: async () => (await import('./pdf/pdf.ts')).pdfReader() }]

/** What the names of documents end in, in small letters, without the dot. */
export const documentEndings: readonly string[] = [
  'txt',
  'md',
  'eml',
  'mbox',
  ...formats.flatMap(({ endings }) => endings),
]

const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''

/**
 * @param path of a file
 * @returns whether it is a document, by its name
 */
export const isDocument = (path: string): boolean => documentEndings.includes(endingOf(path))

/**
 * @param path of a document
 * @returns its format; null for what is read as text
 */
export const formatOf = (path: string): Format | null =>
  formats.find(({ endings }) => endings.includes(endingOf(path))) ?? null
