import type { SourceId } from '../domain/source.ts'
import { createLunrIndex, openIndex } from '../index/memory/memory-index.ts'
import type { Analyser, SavableIndex } from '../index/port.ts'
import type { DocumentState } from '../ingest/folder/folder-sync.ts'
import { isKnownWord } from '../language/english/wink.ts'
import { type MemoryLibrary, memoryLibrary } from '../library/memory.ts'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'

/** A library and its index, as they were when they were saved, or empty. */
export type SavedLibrary = {
  readonly library: MemoryLibrary
  readonly index: SavableIndex
  /** What was told of each document, by path. */
  readonly documents: Map<string, DocumentState>
  /** Whether there was anything to open. */
  readonly isSaved: boolean
}

/** Opens what `store` holds; what cannot be used is told to `onNotice` and left, since the documents say the same. */
export const openSavedLibrary = async (
  store: SnapshotStore | null,
  analyser: Analyser,
  {
    onNotice = () => {},
    onLost = () => {},
  }: {
    readonly onNotice?: (notice: string) => void
    /**
     * Told of the sources whose bytes were damaged in the file of `store`, when that is found: they are in the library
     * no more.
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
    onNotice(`The snapshot ${store?.file} is not used, because ${reason}. The documents are read anew.`)
    return empty()
  }
  const read = (await store?.read()) ?? null
  if (read === null) return empty()
  if (typeof read === 'string') return unusable(read)
  const opened = openIndex(read.index, analyser, isKnownWord)
  if (opened.kind === 'unusable') return unusable(opened.reason)
  const { index } = opened
  for (const source of read.sources) library.keep(source)
  // What was in the middle of a change when the snapshot was taken is in the index alone.
  const kept = library.kept()
  for (const [id, version] of index.sources()) if (kept.get(id)?.version !== version) await index.remove(id)
  return { library, index, documents: read.documents, isSaved: true }
}
