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

export const sourceReader = (): DocumentReader<Source> => openDocumentReader(asSources)
