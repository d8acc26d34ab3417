import { parentPort } from 'node:worker_threads'
import { QuothError } from '../../domain/error.ts'
import type { Message } from '../../domain/message.ts'
import type { Source } from '../../domain/source.ts'
import { type Document, readAnyDocument } from '../read-document.ts'

/** How much of a document has been read: so many pages of so many. */
export type PagesRead = { readonly read: number; readonly of: number }

/** Of what takes less long, nobody is told. In milliseconds. */
const quick = 1000

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
    let told = performance.now()
    const onProgress = (read: number, of: number): void => {
      if (performance.now() - told < quick) return
      told = performance.now()
      const news: PagesRead = { read, of }
      parentPort?.postMessage({ news })
    }
    try {
      return { prepared: prepare(await readAnyDocument(document, undefined, onProgress)) }
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
