import { messagesIn } from './mail/mailbox.ts'
import { type Document, type DocumentPart, largestDocument } from './read-document.ts'

/**
 * @param document as it arrived
 * @returns its parts that become sources of their own, in order; null for a document that is one source, or that is too
 * large: what was read of that one may end within a message
 */
export const partsOf = ({ id, path, bytes }: Document): Iterable<DocumentPart> | null =>
  /\.mbox$/i.test(path) && bytes.length <= largestDocument ? messagesIn(id, bytes) : null
