import type { SavableIndex } from '../index/port.ts'
import type { DocumentState } from '../ingest/folder/document-state.ts'
import type { MemoryLibrary } from '../library/memory.ts'
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

/** What a saved library is made of. */
export type LibraryParts = {
  /** The library to fill; empty. */
  readonly library: MemoryLibrary
  createIndex(): SavableIndex
  /** Opens a saved index, or says why it cannot be used, as a clause that fits after “because”. */
  openIndex(
    file: Uint8Array,
  ): { readonly kind: 'opened'; readonly index: SavableIndex } | { readonly kind: 'unusable'; readonly reason: string }
}

/**
 * Opens the snapshot in `store`. One that cannot be used is reported and ignored, since the documents hold the same.
 */
export const openSavedLibrary = async (
  store: SnapshotStore | null,
  { library, createIndex, openIndex }: LibraryParts,
  onNotice: (notice: string) => void,
): Promise<SavedLibrary> => {
  const empty = (): SavedLibrary => ({ library, index: createIndex(), documents: new Map(), isSaved: false })
  const unusable = (reason: string): SavedLibrary => {
    onNotice(`Not using the snapshot ${store?.file}, because ${reason}. The documents are read again.`)
    return empty()
  }
  const read = (await store?.read()) ?? null
  if (read === null) return empty()
  if (typeof read === 'string') return unusable(read)
  const opened = openIndex(read.index)
  if (opened.kind === 'unusable') return unusable(opened.reason)
  const { index } = opened
  for (const source of read.sources) library.keep(source)
  // Sources that were changing when the snapshot was written are in the index only.
  const kept = library.kept()
  for (const [id, version] of index.sources()) if (kept.get(id)?.version !== version) await index.remove(id)
  return { library, index, documents: read.documents, isSaved: true }
}
