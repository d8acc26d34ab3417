import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { createTurns } from '../../concurrency/turns.ts'
import { QuothError } from '../../domain/error.ts'
import { type Message, msg } from '../../domain/message.ts'
import type { Refusal } from '../../domain/reply.ts'
import { type SourceId, sourceId } from '../../domain/source.ts'
import { partsOf } from '../document-parts.ts'
import { failureOf, fileProblem } from '../failure.ts'
import type { Document, DocumentPart } from '../read-document.ts'
import { createBatches } from './batches.ts'
import { createShelves } from './bibliographies.ts'
import type { DocumentReader } from './document-reader.ts'
import { type DocumentState, type PartState, refusalsOf, sourcesOf } from './document-state.ts'
import type { FolderEvents } from './folder.ts'
import { readStableFile, stillChanging } from './read-file.ts'
import { createScanner, type FollowFolder, type Scan, type ScannedDocument, sidecarPath } from './scan.ts'
import { sourceIds } from './source-ids.ts'
import { maxTries, type Pending, type Sync } from './watch.ts'

/** Milliseconds until a file that was refused as unsteady is read again, once it seems steady. */
const retryAfter = 1800
/** Larger documents, in bytes, are read last: one of ten megabytes takes half a minute. */
const large = 500_000
/** Milliseconds after which the documents before a slow one no longer wait for it. */
const patience = 500
/** Bytes hashed at a time: about a millisecond. */
const chunkBytes = 1_000_000

/** A file that keeps changing: how often it was tried, and when to try again, on the monotonic clock. */
type Unsteady = { readonly tries: number; readonly until: number }

const isMessage = <T extends object>(read: T | Message): read is Message => 'key' in read

type Bytes = { readonly bytes: Uint8Array; readonly sidecar: Uint8Array | undefined }

/** The bytes of a document and its sidecar; or why they cannot be read reliably now. */
const readBoth = async (file: string, hasSidecar: boolean): Promise<Bytes | Message> => {
  const bytes = await readStableFile(file)
  if (isMessage(bytes)) return bytes
  if (!hasSidecar) return { bytes, sidecar: undefined }
  const sidecar = await readStableFile(sidecarPath(file))
  return isMessage(sidecar) ? msg`Its sidecar cannot be read. ${sidecar}` : { bytes, sidecar }
}

const hashOf = async (bytes: Uint8Array, sidecar: Uint8Array | undefined, beside: string): Promise<string> => {
  const turn = createTurns()
  const hash = createHash('sha256').update(`${sidecar?.length ?? 'none'} ${beside}`)
  for (const part of sidecar ? [sidecar, bytes] : [bytes])
    for (let at = 0; at < part.length; at += chunkBytes) {
      hash.update(part.subarray(at, at + chunkBytes))
      await turn()
    }
  return hash.digest('base64')
}

const scanned = async (folder: string, scanner: () => Promise<Scan>): Promise<Scan> => {
  try {
    return await scanner()
  } catch (error) {
    return {
      documents: [],
      refusals: [
        {
          path: resolve(folder),
          reason: msg`The library folder cannot be read. ${fileProblem(error)} Set QUOTH_LIBRARY to a readable folder.`,
        },
      ],
    }
  }
}

const noDocuments = msg`The folder has no documents (PDF, Word, HTML, text, mail and others). Add one.`

/**
 * @param folder the path
 * @param events called for what is found
 * @param reader reads the documents
 * @param options `known`: the states of documents by path, kept up to date; `signal`: stops a sync
 * @returns the state of the folder, which `sync` brings in step with the disk
 */
export const createSync = <T>(
  folder: string,
  events: FolderEvents<T>,
  reader: DocumentReader<T>,
  { known, signal }: { readonly known: Map<string, DocumentState>; readonly signal: AbortSignal },
) => {
  const scan = createScanner(folder)
  const shelves = createShelves(folder)
  const fingerprintOf = ({ path, fingerprint, sidecar }: ScannedDocument): string => {
    const beside = shelves.beside(path)?.version
    return [fingerprint, ...(sidecar === null ? [] : [sidecar]), ...(beside === undefined ? [] : [beside])].join('|')
  }
  const unsteady = new Map<string, Unsteady>()
  let refusals: readonly Refusal[] = []
  /** The parts of the document that is being read. */
  const readParts = new Map<SourceId, PartState>()

  const forget = async (path: string): Promise<void> => {
    const state = known.get(path)
    known.delete(path)
    for (const id of state ? sourcesOf(state) : []) await events.onRemove(id)
  }
  const refuse = async (path: string, state: DocumentState, refusal: Message): Promise<void> => {
    await forget(path)
    known.set(path, { ...state, refusal })
  }
  /** Refuses a document after pending batches are stored, since event calls must not overlap. */
  const refuseInTurn = async (path: string, state: DocumentState, refusal: Message): Promise<void> => {
    if (known.get(path)?.refusal === null) await batches.done()
    await refuse(path, state, refusal)
  }
  const batches = createBatches<T>(events.onPut, {
    onDone: ({ path, state, part }) => {
      if (part) readParts.set(part.id, part)
      else known.set(path, state)
    },
    onFailure: async ({ path, state, part }, error) => {
      signal.throwIfAborted()
      const refusal = failureOf('indexing', error)
      if (part) readParts.set(part.id, { ...part, refusal })
      else await refuse(path, state, refusal)
    },
  })

  /** Reads a document. Those read before it are handed on meanwhile if it takes long. */
  const readPatiently = async (document: Document): Promise<T> => {
    // A failure is reported by the next call.
    const timer = setTimeout(() => void batches.done().catch(() => {}), patience)
    try {
      return await reader.read(document, signal, (pages) => events.onReading?.(document.path, pages))
    } finally {
      clearTimeout(timer)
      events.onReading?.(document.path, null)
    }
  }

  const readPart = async (document: Document, state: DocumentState, part: PartState): Promise<void> => {
    try {
      const read = await readPatiently(document)
      await batches.add({ path: document.path, state, part, document: read, size: document.bytes.length })
    } catch (error) {
      signal.throwIfAborted()
      if (!(error instanceof QuothError) || error.msg === null) throw error
      readParts.set(part.id, { ...part, refusal: error.msg })
    }
  }

  /**
   * Reads and stores the parts of a document that are new or changed, and removes those that are gone. Until all is
   * done, the document keeps its old state, so that whatever interrupts this, it is compared again.
   */
  const loadParts = async (path: string, parts: Iterable<DocumentPart>, state: DocumentState): Promise<void> => {
    await batches.done()
    const before = known.get(path)
    if (before && before.parts === undefined) await forget(path)
    const had = new Map(before?.parts?.map((part) => [part.id, part]))
    const turn = createTurns()
    const ids: SourceId[] = []
    readParts.clear()
    for (const { id, bytes } of parts) {
      signal.throwIfAborted()
      await turn()
      ids.push(id)
      const part: PartState = { id, hash: createHash('sha256').update(bytes).digest('base64'), refusal: null }
      const same = had.get(id)
      if (same?.hash === part.hash) readParts.set(id, same)
      else await readPart({ id, path, bytes }, state, part)
    }
    await batches.done()
    const now = ids.flatMap((id) => readParts.get(id) ?? [])
    const kept = new Set(now.filter(({ refusal }) => refusal === null).map(({ id }) => id))
    for (const { id, refusal } of had.values()) if (refusal === null && !kept.has(id)) await events.onRemove(id)
    known.set(path, { ...state, parts: now })
  }

  /** Reads and stores or refuses a document; returns why it cannot be read reliably now, else null. */
  const load = async (document: ScannedDocument, id: SourceId): Promise<Message | null> => {
    const { path } = document
    const file = join(folder, path)
    const fingerprint = fingerprintOf(document)
    const state: DocumentState = { id, fingerprint, hash: '', refusal: null }
    try {
      const read = await readBoth(file, document.sidecar !== null)
      if (isMessage(read)) return read
      const { bytes, sidecar } = read
      events.onRead()
      const bibliography = shelves.beside(path)
      const hash = await hashOf(bytes, sidecar, bibliography?.version ?? '')
      const before = known.get(path)
      if (before?.hash === hash) known.set(path, { ...before, fingerprint })
      else {
        const document: Document = { id, path, bytes, sidecar, bibliography }
        const parts = partsOf(document)
        if (parts !== null) await loadParts(path, parts, { ...state, hash })
        else {
          if (before?.parts !== undefined) await forget(path)
          const read = await readPatiently(document)
          await batches.add({ path, state: { ...state, hash }, document: read, size: bytes.length })
        }
      }
    } catch (error) {
      signal.throwIfAborted()
      const reason = error instanceof QuothError ? error.msg : null
      // The cause of a read error may go away without changing the file's metadata.
      if (reason === null) await refuseInTurn(path, { ...state, fingerprint: '' }, fileProblem(error))
      else await refuseInTurn(path, state, reason)
    }
    return null
  }

  /** Loads a document, or refuses it after too many tries. Returns what remains to be done about it. */
  const tryToLoad = async (document: ScannedDocument, id: SourceId): Promise<Pending> => {
    const { path } = document
    const { tries, until } = unsteady.get(path) ?? { tries: 0, until: 0 }
    if (performance.now() < until) return 'later'
    const reason = await load(document, id)
    if (reason === null) {
      unsteady.delete(path)
      return 'nothing'
    }
    const isLast = tries >= maxTries
    if (isLast) await refuseInTurn(path, { id, fingerprint: '', hash: '', refusal: null }, reason)
    // A file that is being written may be complete at any moment, and trying is cheap.
    const pending = isLast && reason !== stillChanging ? 'later' : 'soon'
    unsteady.set(path, { tries: tries + 1, until: pending === 'later' ? performance.now() + retryAfter : 0 })
    return pending
  }

  const reportRefusals = async ({ documents, refusals: found }: Scan): Promise<void> => {
    const now = [...found]
    for (const [path, state] of known) now.push(...refusalsOf(path, state))
    // JSON of anything but a bibliography is no document.
    const isEmpty = documents.every(({ path }) => known.get(path)?.parts?.length === 0)
    if (now.length === 0 && isEmpty) now.push({ path: resolve(folder), reason: noDocuments })
    now.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    if (JSON.stringify(now) === JSON.stringify(refusals)) return
    refusals = now
    await events.onRefusals(now)
  }

  /** @throws the signal's reason */
  const compare: Sync = async (follow) => {
    const found = await scanned(folder, () => scan(follow))
    const { documents } = found
    signal.throwIfAborted()
    const turn = createTurns()
    const paths = documents.map(({ path }) => path)
    const ids = await sourceIds(paths, turn)
    for (const [path, { id }] of known) if (ids.get(path) !== id) await forget(path)
    await turn()
    await shelves.renew(documents)
    let pending: Pending = 'nothing'
    let unread = 0
    const steady = documents.filter(({ path }) => !shelves.isAwaited(path))
    if (steady.length < documents.length) pending = 'soon'
    unread += documents.filter(({ path }) => shelves.isAwaited(path) && !known.has(path)).length
    const changed = steady.filter((document) => known.get(document.path)?.fingerprint !== fingerprintOf(document))
    const inOrder = [...changed.filter(({ size }) => size <= large), ...changed.filter(({ size }) => size > large)]
    for (const [at, document] of inOrder.entries()) {
      const { path } = document
      signal.throwIfAborted()
      events.onUnread(unread + inOrder.length - at)
      await turn()
      const remains = await tryToLoad(document, ids.get(path) ?? sourceId(path))
      if (remains === 'soon') unread += 1
      if (remains !== 'nothing' && pending !== 'soon') pending = remains
    }
    for (const path of unsteady.keys()) if (!ids.has(path)) unsteady.delete(path)
    await batches.done()
    events.onUnread(unread)
    signal.throwIfAborted()
    await reportRefusals(found)
    return pending
  }

  return {
    sync: (follow: FollowFolder): Promise<Pending> => compare(follow).finally(batches.idle),
    refusals: (): readonly Refusal[] => refusals,
    /** Marks documents as changed, but keeps their states, so that a removal is still reported. */
    invalidate: (ids: readonly SourceId[]): void => {
      const invalid = new Set(ids)
      for (const [path, state] of known) {
        if (!sourcesOf(state).some((id) => invalid.has(id))) continue
        const parts = state.parts?.map((part) => (invalid.has(part.id) ? { ...part, hash: '' } : part))
        known.set(path, { ...state, fingerprint: '', hash: '', ...(parts ? { parts } : {}) })
      }
    },
  }
}
