import { parentPort } from 'node:worker_threads'
import { QuothError } from '../domain/error.ts'
import type { Source } from '../domain/source.ts'
import { type Document, readDocument } from './read-document.ts'

/** What the worker is asked; `id` tells the answer to it from any other. */
export type Request = { readonly id: number; readonly document: Document }

/** What the worker says of one document; a bug is no outcome and ends the worker. */
export type Outcome = { readonly source: Source } | { readonly refusal: string }

export type Answer = { readonly id: number; readonly outcome: Outcome }

const outcomeOf = (document: Document): Outcome => {
  try {
    return { source: readDocument(document) }
  } catch (error) {
    if (error instanceof QuothError) return { refusal: error.message }
    throw error
  }
}

parentPort?.on('message', ({ id, document }: Request) => {
  parentPort?.postMessage({ id, outcome: outcomeOf(document) } satisfies Answer)
})
