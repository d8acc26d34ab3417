import { QuothError } from '../domain/error.ts'
import type { Refusal } from '../domain/reply.ts'
import { type Source, type SourceId, sourceId } from '../domain/source.ts'
import { type DocumentReader, openDocumentReader } from './document-reader.ts'
import { readStableFile } from './read-file.ts'
import { fileProblem, type Scan, type ScannedDocument, scanFolder } from './scan.ts'
import { sourceIds } from './source-ids.ts'
import { watchFolder } from './watch.ts'

/** What a folder tells; each call is awaited before the next, so that a library and an index stay in step. */
export type FolderEvents = {
  /** A document appeared or changed. */
  onPut(source: Source): Promise<void>
  /** A document went away, or is none any more. */
  onRemove(id: SourceId): Promise<void>
  /** The refusals changed: all of them as they stand now, the folder's own first, then by path. */
  onRefusals(refusals: readonly Refusal[]): Promise<void>
}

/** A folder that is being read. */
export type Folder = {
  /** What stands in the folder and is no source, as it is now. */
  refusals(): readonly Refusal[]
  /** Stops watching; of what is under way, a call of the events is awaited and the reading of a document is given up. */
  close(): Promise<void>
}

type Known = { readonly id: SourceId; readonly fingerprint: string; readonly refusal: string | null }

/** A file that was changed less long ago, in milliseconds, may still be in the middle of being written. */
const settling = 150
/** How often a file that never settles is put off before it is read as it is. */
const mostDelays = 5

const fingerprintOf = ({ fingerprint, sidecar }: ScannedDocument): string =>
  `${fingerprint}|${sidecar?.fingerprint ?? ''}`

const lastChange = ({ modified, sidecar }: ScannedDocument): number => Math.max(modified, sidecar?.modified ?? 0)

const scanned = async (folder: string): Promise<Scan> => {
  try {
    const scan = await scanFolder(folder)
    if (scan.documents.length + scan.refusals.length > 0) return scan
    return { documents: [], refusals: [{ path: folder, reason: 'The folder holds no .txt or .md file. Put one in.' }] }
  } catch (error) {
    return { documents: [], refusals: [{ path: folder, reason: `The library folder: ${fileProblem(error)}` }] }
  }
}

/** The state of one folder: `sync` brings what was told of it in step with what is on disk. */
const createSync = (folder: string, events: FolderEvents, reader: DocumentReader, signal: AbortSignal) => {
  const known = new Map<string, Known>()
  const delays = new Map<string, number>()
  let refusals: readonly Refusal[] = []

  const forget = async (path: string): Promise<void> => {
    const before = known.get(path)
    known.delete(path)
    if (before && before.refusal === null) await events.onRemove(before.id)
  }

  const isUnsettled = (document: ScannedDocument): boolean => {
    const age = Date.now() - lastChange(document)
    const delayed = delays.get(document.path) ?? 0
    return age >= 0 && age < settling && delayed < mostDelays
  }

  /** What a document is read as; null when it changed while it was read. */
  const readDocumentOf = async (
    { path, file, sidecar }: ScannedDocument,
    id: SourceId,
  ): Promise<Source | Refusal | null> => {
    try {
      const bytes = await readStableFile(file)
      const beside = sidecar ? await readStableFile(sidecar.file) : undefined
      return bytes === null || beside === null ? null : await reader.read({ id, path, bytes, sidecar: beside }, signal)
    } catch (error) {
      signal.throwIfAborted()
      return { path, reason: error instanceof QuothError ? error.message : fileProblem(error) }
    }
  }

  /** Whether the document was dealt with; one that is still being written is not. */
  const take = async (document: ScannedDocument, id: SourceId): Promise<boolean> => {
    const read = await readDocumentOf(document, id)
    if (read === null) return false
    const { path } = document
    const fingerprint = fingerprintOf(document)
    if ('reason' in read) {
      await forget(path)
      known.set(path, { id, fingerprint, refusal: read.reason })
    } else {
      known.set(path, { id, fingerprint, refusal: null })
      await events.onPut(read)
    }
    return true
  }

  const tellRefusals = async (found: readonly Refusal[]): Promise<void> => {
    const refused = [...known].flatMap(([path, { refusal }]) => (refusal === null ? [] : [{ path, reason: refusal }]))
    const now = [...found, ...refused].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    if (JSON.stringify(now) === JSON.stringify(refusals)) return
    refusals = now
    await events.onRefusals(now)
  }

  return {
    refusals: () => refusals,
    /** Whether everything on disk was told; if not, it is worth trying again soon. Throws the signal's reason. */
    async sync(): Promise<boolean> {
      const { documents, refusals: found } = await scanned(folder)
      const ids = sourceIds(documents.map(({ path }) => path))
      for (const [path, { id }] of [...known]) if (ids.get(path) !== id) await forget(path)
      let complete = true
      for (const document of documents) {
        signal.throwIfAborted()
        const { path } = document
        const id = ids.get(path) ?? sourceId(path)
        if (known.get(path)?.fingerprint === fingerprintOf(document)) continue
        const done = !isUnsettled(document) && (await take(document, id))
        if (done) delays.delete(path)
        else delays.set(path, (delays.get(path) ?? 0) + 1)
        complete &&= done
      }
      await tellRefusals(found)
      return complete
    },
  }
}

/**
 * Reads every document of a folder and tells it in the order of the paths, then keeps telling what changes until `close`
 * (`watch: false` reads once). Resolves when all that is there has been told. A missing, empty or unreadable folder is a
 * refusal that names the folder; it is read as soon as it can be. When `signal` aborts before it resolves, it stops as
 * `close` does and rejects with the signal's reason; later the signal does nothing.
 */
export const openFolder = async (
  folder: string,
  events: FolderEvents,
  { watch = true, signal }: { readonly watch?: boolean; readonly signal?: AbortSignal | undefined } = {},
): Promise<Folder> => {
  signal?.throwIfAborted()
  const stopping = new AbortController()
  const stop = (): void => stopping.abort(signal?.reason)
  signal?.addEventListener('abort', stop)
  const reader = openDocumentReader()
  const state = createSync(folder, events, reader, stopping.signal)
  try {
    const watcher = await watchFolder(folder, state.sync, { keepWatching: watch, signal: stopping.signal })
    return {
      refusals: state.refusals,
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
