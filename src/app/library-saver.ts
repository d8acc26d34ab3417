import { lengthOf } from '../library/kept-source.ts'
import { createSaver, type Saver } from '../snapshot/saver.ts'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'
import type { SavedLibrary } from './saved-library.ts'

/** The delay from a change to the snapshot; after a crash, changes within it are read again. */
const saveDelayMs = 30_000

/** Below this many bytes of sources, no snapshot is written, because they are read again within a second. */
const minSavedBytes = 500_000

/** Saves a library in `store` as it changes, once it is large enough. A failure to save is only reported. */
export const createLibrarySaver = (
  { library, index, documents }: SavedLibrary,
  store: SnapshotStore,
  {
    onNotice,
    minBytesToSave = minSavedBytes,
  }: { readonly onNotice: (notice: string) => void; readonly minBytesToSave?: number | undefined },
): Saver => {
  const isLargeEnoughToSave = (): boolean => {
    let bytes = 0
    for (const source of library.kept().values()) bytes += lengthOf(source)
    return bytes >= minBytesToSave
  }
  const save = async (): Promise<void> => {
    if (isLargeEnoughToSave())
      await store.write(() => ({ sources: library.kept(), documents, index: index.snapshot() }))
    else await store.discard()
  }
  const onProblem = (error: unknown): void => {
    const reason = (error as NodeJS.ErrnoException).code ?? error
    onNotice(
      `Cannot write the snapshot ${store.file} (${reason}), so the next start will take longer. ` +
        'Set QUOTH_DATA to a folder that Quoth can write to.',
    )
  }
  return createSaver(save, { wait: saveDelayMs, onProblem })
}
