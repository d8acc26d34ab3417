import type { Refusal } from '../../domain/reply.ts'
import type { SourceId } from '../../domain/source.ts'
import type { DocumentReader } from './document-reader.ts'
import { createSync, type DocumentState } from './folder-sync.ts'
import { watchFolder } from './watch.ts'

/** What a folder tells; each call is awaited before the next, so that a library and an index stay in step. */
export type FolderEvents<T> = {
  /** One more document is read; what it becomes is told later, unless it is unchanged. */
  onRead(): void
  /** So many documents that are new or changed were not told yet. */
  onUnread(count: number): void
  /**
   * These documents appeared or changed. When it rejects, none of them was taken: it is called again with fewer, and a document
   * that fails alone is refused.
   */
  onPut(documents: readonly T[]): Promise<void>
  /** A document went away, or is none any more. */
  onRemove(id: SourceId): Promise<void>
  /** The refusals changed: all of them as they stand now, the folder's own first, then by path. */
  onRefusals(refusals: readonly Refusal[]): Promise<void>
}

/** A folder that is being read. */
export type Folder = {
  /** What stands in the folder and is no source, as it is now. */
  refusals(): readonly Refusal[]
  /** What was told of these ids was lost: their documents are read and told again, unchanged or not. */
  readAgain(ids: readonly SourceId[]): void
  /** Stops watching; of what is under way, a call of the events is awaited and the reading of a document is given up. */
  close(): Promise<void>
}

/**
 * Reads every document of a folder with `reader` and tells it in the order of the paths, large ones last, then keeps telling what changes until
 * `close` (`watch: false` reads once). Resolves when all that is there has been told. A missing, empty or unreadable folder is a
 * refusal that names the folder; it is read as soon as it can be. When `signal` aborts before it resolves, it stops as
 * `close` does and rejects with the signal's reason; later the signal does nothing. The reader is closed with the folder.
 *
 * `known` is what was told before of this folder, by path: what is unchanged since is not read, nor told again. It is kept as it
 * is now.
 */
export const openFolder = async <T>(
  folder: string,
  reader: DocumentReader<T>,
  events: FolderEvents<T>,
  {
    watch = true,
    known = new Map(),
    signal,
  }: {
    readonly watch?: boolean
    readonly known?: Map<string, DocumentState>
    readonly signal?: AbortSignal | undefined
  } = {},
): Promise<Folder> => {
  signal?.throwIfAborted()
  const stopping = new AbortController()
  const stop = (): void => stopping.abort(signal?.reason)
  signal?.addEventListener('abort', stop)
  const state = createSync(folder, events, reader, { known, signal: stopping.signal })
  try {
    const watcher = await watchFolder(state.sync, { keepWatching: watch, signal: stopping.signal })
    return {
      refusals: state.refusals,
      readAgain(ids) {
        state.doubt(ids)
        watcher.again()
      },
      async close() {
        stopping.abort()
        await watcher.ended()
        await reader.close()
      },
    }
  } catch (error) {
    await reader.close()
    throw error
  } finally {
    signal?.removeEventListener('abort', stop)
  }
}
