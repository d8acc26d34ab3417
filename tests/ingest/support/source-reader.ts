import { Worker } from 'node:worker_threads'
import type { Source } from '../../../src/domain/source.ts'
import {
  type DocumentReader,
  openDocumentReader,
  type Preparation,
} from '../../../src/ingest/folder/document-reader.ts'

/** Documents become their sources, in the thread too. */
export const asSources: Preparation<Source> = {
  prepare: (source) => source,
  thread: new URL('./source-thread.ts', import.meta.url),
}

export const sourceReader = (options?: Parameters<typeof openDocumentReader>[1]): DocumentReader<Source> =>
  openDocumentReader(asSources, options)

/** A thread that never gives what it is asked for. */
export const startStuckThread = (): Worker => new Worker('for (;;) {}', { eval: true })
