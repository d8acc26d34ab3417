import { QuothError } from '../../domain/error.ts'
import type { Message } from '../../domain/message.ts'
import type { SourceId } from '../../domain/source.ts'
import { partsOf } from '../document-parts.ts'
import type { Document } from '../read-document.ts'
import type { DocumentReader } from './document-reader.ts'
import type { PagesRead } from './serve-documents.ts'

/** What a document was read as: a source, or one for each of its parts. */
export type WholeRead<T> = {
  readonly read: readonly T[]
  /** The document, or parts of it, that are no sources, and why. */
  readonly refused: readonly { readonly id: SourceId; readonly reason: Message }[]
}

/**
 * Reads a document with all its parts, such as the messages of a mailbox.
 * @param document as it arrived
 * @param reader reads it, or each part
 * @param signal stops the reading
 * @param onProgress called now and then while a long one is read
 * @returns the sources, and why what is none is none
 * @throws the signal's reason
 */
export const readWhole = async <T>(
  document: Document,
  reader: Pick<DocumentReader<T>, 'read'>,
  signal?: AbortSignal,
  onProgress?: (pages: PagesRead) => void,
): Promise<WholeRead<T>> => {
  const read: T[] = []
  const refused: { readonly id: SourceId; readonly reason: Message }[] = []
  const readOne = async (one: Document): Promise<void> => {
    try {
      read.push(await reader.read(one, signal, onProgress))
    } catch (error) {
      signal?.throwIfAborted()
      if (!(error instanceof QuothError) || error.msg === null) throw error
      refused.push({ id: one.id, reason: error.msg })
    }
  }
  try {
    const parts = partsOf(document)
    if (parts === null) await readOne(document)
    else for (const part of parts) await readOne({ ...document, ...part })
  } catch (error) {
    if (!(error instanceof QuothError) || error.msg === null) throw error
    refused.push({ id: document.id, reason: error.msg })
  }
  return { read, refused }
}
