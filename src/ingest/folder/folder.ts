import type { Refusal } from '../../domain/reply.ts'
import type { SourceId } from '../../domain/source.ts'
import type { DocumentReader } from './document-reader.ts'
import type { DocumentState } from './document-state.ts'
import { createSync } from './folder-sync.ts'
import type { PagesRead } from './serve-documents.ts'
import { watchFolder } from './watch.ts'

/** Called when a folder changes; each call is awaited before the next, so that library and index stay in step. */
export type FolderEvents<T> = {
  /** A document's bytes were read; unless they are unchanged, another call follows. */
  onRead(): void
  /** This many new or changed documents are still to be reported. */
  onUnread(count: number): void
  /** A document that takes long is being read: so many of its pages; null when it has been. */
  onReading?(path: string, pages: PagesRead | null): void
  /**
   * Documents appeared or changed. If it rejects, none of them was stored: it is called again with fewer, and a
   * document that fails alone is refused.
   */
  onPut(documents: readonly T[]): Promise<void>
  /** A document was removed, or is now refused. */
  onRemove(id: SourceId): Promise<void>
  /** The refusals changed: all current ones, by path. */
  onRefusals(refusals: readonly Refusal[]): Promise<void>
}

/** A folder that is being followed. */
export type Folder = {
  /** The current refusals. */
  refusals(): readonly Refusal[]
  /** Reads the documents of these ids again, even unchanged, because their sources were lost. */
  readAgain(ids: readonly SourceId[]): void
  /** Stops watching, aborts reading, and waits for a running event call. */
  close(): Promise<void>
}

/**
 * Reads every document of a folder, in order of path but large ones last, and then follows changes until `close`. A
 * missing, empty or unreadable folder is a refusal with the folder's path; it is read as soon as possible.
 * @param folder the path
 * @param reader reads the documents; closed with the folder
 * @param events called for what is found
 * @param options `watch`: false to read once; `known`: the states from an earlier run, by path, whose unchanged
 *   documents are not read again, and which is kept up to date; `signal`: aborts until the promise resolves, and does
 *   nothing later
 * @returns the folder, once all that is there has been reported
 * @throws the signal's reason
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
        state.invalidate(ids)
        watcher.syncSoon()
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
