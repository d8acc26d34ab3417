import { parentPort } from 'node:worker_threads'
import { QuothError } from '../../domain/error.ts'
import type { Message } from '../../domain/message.ts'
import type { Source } from '../../domain/source.ts'
import { type Document, readAnyDocument } from '../read-document.ts'

/** A thread's answer for one document. A bug ends the thread instead. */
export type Outcome<T> = { readonly prepared: T } | { readonly refusal: Message }

/**
 * Answers the requests of `openDocumentReader`, in a worker thread.
 * @param prepare the `prepare` of the reader's `Preparation`
 * @param transfer the buffers of a result to move rather than copy
 */
export const serveDocuments = <T>(
  prepare: (source: Source) => T,
  transfer: (prepared: T) => readonly ArrayBuffer[] = () => [],
): void => {
  const outcomeOf = async (document: Document): Promise<Outcome<T>> => {
    try {
      return { prepared: prepare(await readAnyDocument(document)) }
    } catch (error) {
      if (error instanceof QuothError && error.msg !== null) return { refusal: error.msg }
      throw error
    }
  }
  parentPort?.on('message', async (document: Document) => {
    const outcome = await outcomeOf(document)
    const moved = 'prepared' in outcome ? transfer(outcome.prepared) : []
    parentPort?.postMessage(outcome, [...moved])
  })
}
