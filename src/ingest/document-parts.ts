import { messagesIn } from './mail/mailbox.ts'
import type { Document, DocumentPart } from './read-document.ts'

/**
 * @param document as it arrived
 * @returns its parts that become sources of their own, in order; null for a document that is one source
 */
export const partsOf = ({ id, path, bytes }: Document): readonly DocumentPart[] | null =>
  /\.mbox$/i.test(path) ? messagesIn(id, bytes) : null
