import { lengthOf } from '../library/kept-source.ts'
import { createSaver, type Saver } from '../snapshot/saver.ts'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'
import type { SavedLibrary } from './saved-library.ts'

/**
 * How long after a change a snapshot is written, in milliseconds: what changes until then is read again after a crash.
 */
const savedAfter = 30_000

/** Bytes of sources below which no snapshot is written: they are read in a second, and nothing is left behind. */
const leastSaved = 500_000

/** Saves a library in `store` while it changes, once it is worth while; a problem with that costs a notice. */
export const createLibrarySaver = (
  { library, index, documents }: SavedLibrary,
  store: SnapshotStore,
  {
    onNotice,
    minBytesToSave = leastSaved,
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
  }
  const onProblem = (error: unknown): void => {
    const reason = (error as NodeJS.ErrnoException).code ?? error
    onNotice(
      `The snapshot ${store.file} cannot be written (${reason}), so the next start takes longer. Let QUOTH_DATA name a folder that Quoth may write to.`,
    )
  }
  return createSaver(save, { wait: savedAfter, onProblem })
}
