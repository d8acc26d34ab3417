import type { Answering } from '../answer/consider.ts'
import type { Refusal } from '../domain/reply.ts'
import type { SourceId } from '../domain/source.ts'
import type { EarlierSource, Unread } from '../quoth.ts'
import type { Saver } from '../snapshot/saver.ts'
import type { ComposedLibrary } from './compose.ts'
import type { PreparedSource } from './prepared-source.ts'

/** Sources that the same people may see, loaded and able to answer. */
export type Shelf = {
  readonly answering: Answering
  /** The documents that did not become sources, by path. */
  refusals(): readonly Refusal[]
  unread(): Unread
  /** Earlier versions of its sources whose `Source.version` starts with a prefix. */
  earlier(prefix: string): Promise<readonly EarlierSource[]>
  /** Calls `listener` whenever sources are added, changed or removed. Returns a function that stops this. */
  onChange(listener: () => void): () => void
  /** Stops following changes, and saves what is unsaved. */
  close(): Promise<void>
}

/** The sources, index and vectors of a shelf, kept in step. */
export type ShelfContents = Pick<Shelf, 'onChange'> & {
  put(sources: readonly PreparedSource[]): Promise<void>
  remove(id: SourceId): Promise<void>
  /** Tells the listeners, and schedules a snapshot. */
  changed(): void
}

/**
 * @param composed the parts of a shelf
 * @param saver saves them; null for none
 * @returns how they are changed together
 */
export const contentsOf = (
  { saved: { library, index }, meaning }: Pick<ComposedLibrary, 'saved' | 'meaning'>,
  saver: Saver | null,
): ShelfContents => {
  const listeners = new Set<() => void>()
  const changed = (): void => {
    saver?.changed()
    for (const listener of listeners) listener()
  }
  return {
    /** Updates the index first: from then on, passages of the old version are no longer proposed. */
    put: async (sources) => {
      await index.replace(sources.map(({ indexed }) => indexed))
      for (const { encoded } of sources) library.keep(encoded)
      for (const { encoded } of sources) meaning?.put(encoded.id)
      changed()
    },
    remove: async (id) => {
      await library.remove(id)
      await index.remove(id)
      meaning?.remove(id)
      changed()
    },
    changed,
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
