import { parentPort } from 'node:worker_threads'
import { QuothError } from '../domain/error.ts'
import type { Source } from '../domain/source.ts'
import { type Document, readDocument } from './read-document.ts'

/** What the worker says of one document; a bug is no outcome and ends the worker. */
export type Outcome = { readonly source: Source } | { readonly refusal: string }

const outcomeOf = (document: Document): Outcome => {
  try {
    return { source: readDocument(document) }
  } catch (error) {
    if (error instanceof QuothError) return { refusal: error.message }
    throw error
  }
}

parentPort?.on('message', (document: Document) => parentPort?.postMessage(outcomeOf(document)))
