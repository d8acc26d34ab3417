import { isBibliography } from './formats/bibliography/bibliography.ts'
import { entriesIn } from './formats/bibliography/bibliography-parts.ts'
import { messagesIn } from './mail/mailbox.ts'
import { type Document, type DocumentPart, largestDocument } from './read-document.ts'

/**
 * @param document as it arrived
 * @returns its parts that become sources of their own, in order; null for a document that is one source, or that is too
 * large: what was read of that one may end within a message
 * @throws QuothError `bad-document` for a bibliography that is no text
 */
export const partsOf = ({ id, path, bytes }: Document): Iterable<DocumentPart> | null => {
  if (bytes.length > largestDocument) return null
  if (isBibliography(path)) return entriesIn(id, path, bytes)
  return /\.mbox$/i.test(path) ? messagesIn(id, bytes) : null
}
