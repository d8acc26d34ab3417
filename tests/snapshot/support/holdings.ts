import { msg } from '../../../src/domain/message.ts'
import { type SourceId, sourceId } from '../../../src/domain/source.ts'
import { indexedSource } from '../../../src/index/indexed-source.ts'
import { createMemoryIndex } from '../../../src/index/memory/memory-index.ts'
import type { SavableIndex } from '../../../src/index/port.ts'
import type { DocumentState } from '../../../src/ingest/folder/document-state.ts'
import { readDocument } from '../../../src/ingest/read-document.ts'
import { isKnownWord } from '../../../src/language/english/wink.ts'
import { encodeSource } from '../../../src/library/encoded-source.ts'
import type { KeptSource } from '../../../src/library/kept-source.ts'
import { analyser } from '../../support/engine.ts'
import { ownDocuments } from '../../support/own-documents.ts'

export type LiveHoldings = {
  readonly sources: Map<SourceId, KeptSource>
  readonly documents: Map<string, DocumentState>
  readonly index: SavableIndex
}

/** What a library of these documents holds, and a document that was refused. */
export const holdingsOf = async (texts: { readonly [path: string]: string } = ownDocuments): Promise<LiveHoldings> => {
  const index = createMemoryIndex(analyser, isKnownWord)
  const sources = Object.entries(texts).map(([path, text]) =>
    readDocument({ id: sourceId(path.replace(/\.\w+$/, '')), path, bytes: new TextEncoder().encode(text) }),
  )
  await index.replace(sources.map(indexedSource))
  const documents = new Map<string, DocumentState>([
    ['bad.txt', { id: sourceId('bad'), fingerprint: 'of bad', hash: '', refusal: msg`It is empty.` }],
  ])
  for (const { id, origin } of sources)
    documents.set(origin.path, { id, fingerprint: `of ${id}`, hash: origin.sha256, refusal: null })
  return { sources: new Map(sources.map((source) => [source.id, encodeSource(source)])), documents, index }
}
