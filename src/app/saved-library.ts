import type { SourceId } from '../domain/source.ts'
import { createLunrIndex, openIndex } from '../index/memory/memory-index.ts'
import type { Analyser, SavableIndex } from '../index/port.ts'
import type { DocumentState } from '../ingest/folder/folder-sync.ts'
import { isKnownWord } from '../language/english/wink.ts'
import { type MemoryLibrary, memoryLibrary } from '../library/memory.ts'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'

/** A library and its index, as they were saved or empty. */
export type SavedLibrary = {
  readonly library: MemoryLibrary
  readonly index: SavableIndex
  /** The state of each document, by path. */
  readonly documents: Map<string, DocumentState>
  /** Whether a snapshot was opened. */
  readonly isSaved: boolean
}

/**
 * Opens the snapshot in `store`. One that cannot be used is reported and ignored, since the documents hold the same.
 */
export const openSavedLibrary = async (
  store: SnapshotStore | null,
  analyser: Analyser,
  {
    onNotice = () => {},
    onLost = () => {},
  }: {
    readonly onNotice?: (notice: string) => void
    /**
     * Called with the sources that turn out to be damaged in the file of `store`; they are no longer in the library.
     */
    readonly onLost?: (ids: readonly SourceId[]) => void
  } = {},
): Promise<SavedLibrary> => {
  const library = memoryLibrary(onLost)
  const empty = (): SavedLibrary => ({
    library,
    index: createLunrIndex(analyser, isKnownWord),
    documents: new Map(),
    isSaved: false,
  })
  const unusable = (reason: string): SavedLibrary => {
    onNotice(`Not using the snapshot ${store?.file}, because ${reason}. The documents are read again.`)
    return empty()
  }
  const read = (await store?.read()) ?? null
  if (read === null) return empty()
  if (typeof read === 'string') return unusable(read)
  const opened = openIndex(read.index, analyser, isKnownWord)
  if (opened.kind === 'unusable') return unusable(opened.reason)
  const { index } = opened
  for (const source of read.sources) library.keep(source)
  // Sources that were changing when the snapshot was written are in the index only.
  const kept = library.kept()
  for (const [id, version] of index.sources()) if (kept.get(id)?.version !== version) await index.remove(id)
  return { library, index, documents: read.documents, isSaved: true }
}
