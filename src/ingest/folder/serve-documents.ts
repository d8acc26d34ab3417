import { parentPort } from 'node:worker_threads'
import { QuothError } from '../../domain/error.ts'
import type { Message } from '../../domain/message.ts'
import type { Source } from '../../domain/source.ts'
import { type Document, readDocument } from '../read-document.ts'

/** What a thread says of one document; a bug is no outcome and ends the thread. */
export type Outcome<T> = { readonly prepared: T } | { readonly refusal: Message }

/** Answers, in a thread, what `openDocumentReader` asks of it. `prepare` and `transfer` are those of the reader's `Preparation`. */
export const serveDocuments = <T>(
  prepare: (source: Source) => T,
  transfer: (prepared: T) => readonly ArrayBuffer[] = () => [],
): void => {
  const outcomeOf = (document: Document): Outcome<T> => {
    try {
      return { prepared: prepare(readDocument(document)) }
    } catch (error) {
      if (error instanceof QuothError && error.msg !== null) return { refusal: error.msg }
      throw error
    }
  }
  parentPort?.on('message', (document: Document) => {
    const outcome = outcomeOf(document)
    const moved = 'prepared' in outcome ? transfer(outcome.prepared) : []
    parentPort?.postMessage(outcome, [...moved])
  })
}
