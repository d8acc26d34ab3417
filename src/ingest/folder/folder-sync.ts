import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'
import { createTurns } from '../../concurrency/turns.ts'
import { QuothError } from '../../domain/error.ts'
import { type Message, msg } from '../../domain/message.ts'
import type { Refusal } from '../../domain/reply.ts'
import { type SourceId, sourceId } from '../../domain/source.ts'
import { failureOf, fileProblem } from '../failure.ts'
import { createBatches } from './batches.ts'
import type { DocumentReader } from './document-reader.ts'
import type { FolderEvents } from './folder.ts'
import { readStableFile, restless } from './read-file.ts'
import { createScanner, type Entering, type Scan, type ScannedDocument, sidecarPath } from './scan.ts'
import { sourceIds } from './source-ids.ts'
import { type Left, mostTries, type Sync } from './watch.ts'

/** What was told of a document: enough to know without reading it, even after a restart, that it is unchanged. */
export type DocumentState = {
  readonly id: SourceId
  /** Of the file system's facts about the file and its sidecar. When it is equal, nothing was changed; empty, it never is. */
  readonly fingerprint: string
  /** Of the bytes of both. A folder that was copied has other fingerprints and the same bytes. */
  readonly hash: string
  /** Why it became no source; null when it did. */
  readonly refusal: Message | null
}

/** Milliseconds until a refused file is read again that seems to hold still. */
const rest = 1800
/** Bytes that are hashed in one go: about a millisecond. */
const hashedAtOnce = 1_000_000

/** A file that does not hold still: how often it was looked at, and until when, of a clock that nobody sets, it is not read. */
type Unsteady = { readonly tries: number; readonly until: number }

const isTold = <T extends object>(read: T | Message): read is Message => 'key' in read

const fingerprintOf = ({ fingerprint, sidecar }: ScannedDocument): string =>
  sidecar === null ? fingerprint : `${fingerprint}|${sidecar}`

type Bytes = { readonly bytes: Uint8Array; readonly sidecar: Uint8Array | undefined }

/** The bytes of a document and its sidecar; or why they are not to be trusted now. */
const readBoth = async (file: string, hasSidecar: boolean): Promise<Bytes | Message> => {
  const bytes = await readStableFile(file)
  if (isTold(bytes)) return bytes
  if (!hasSidecar) return { bytes, sidecar: undefined }
  const sidecar = await readStableFile(sidecarPath(file))
  return isTold(sidecar) ? msg`Its sidecar cannot be read. ${sidecar}` : { bytes, sidecar }
}

const hashOf = async (bytes: Uint8Array, sidecar: Uint8Array | undefined): Promise<string> => {
  const turn = createTurns()
  const hash = createHash('sha256').update(`${sidecar?.length ?? 'none'} `)
  for (const part of sidecar ? [sidecar, bytes] : [bytes])
    for (let at = 0; at < part.length; at += hashedAtOnce) {
      hash.update(part.subarray(at, at + hashedAtOnce))
      await turn()
    }
  return hash.digest('base64')
}

const scanned = async (folder: string, scanner: () => Promise<Scan>): Promise<Scan> => {
  try {
    const scan = await scanner()
    if (scan.documents.length + scan.refusals.length > 0) return scan
    return {
      documents: [],
      refusals: [{ path: resolve(folder), reason: msg`The folder has no .txt or .md files. Add one.` }],
    }
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

/** The state of one folder: `sync` brings what was told of it in step with what is on disk. */
export const createSync = <T>(
  folder: string,
  events: FolderEvents<T>,
  reader: DocumentReader<T>,
  { known, signal }: { readonly known: Map<string, DocumentState>; readonly signal: AbortSignal },
) => {
  const scan = createScanner(folder)
  const unsteady = new Map<string, Unsteady>()
  let refusals: readonly Refusal[] = []

  const forget = async (path: string): Promise<void> => {
    const state = known.get(path)
    known.delete(path)
    if (state && state.refusal === null) await events.onRemove(state.id)
  }
  const refuse = async (path: string, state: DocumentState, refusal: Message): Promise<void> => {
    await forget(path)
    known.set(path, { ...state, refusal })
  }
  /** Refuses what was read after those that are on their way: calls come one at a time. */
  const refuseInTurn = async (path: string, state: DocumentState, refusal: Message): Promise<void> => {
    if (known.get(path)?.refusal === null) await puts.done()
    await refuse(path, state, refusal)
  }
  const puts = createBatches<T>(events.onPut, {
    onDone: ({ path, state }) => void known.set(path, state),
    onFailure: async ({ path, state }, error) => {
      signal.throwIfAborted()
      await refuse(path, state, failureOf('indexing', error))
    },
  })

  /** Deals with a document; or says why it cannot be read now. */
  const take = async (document: ScannedDocument, id: SourceId): Promise<Message | null> => {
    const { path } = document
    const file = join(folder, path)
    const fingerprint = fingerprintOf(document)
    const state: DocumentState = { id, fingerprint, hash: '', refusal: null }
    try {
      const read = await readBoth(file, document.sidecar !== null)
      if (isTold(read)) return read
      const { bytes, sidecar } = read
      events.onRead()
      const hash = await hashOf(bytes, sidecar)
      const told = known.get(path)
      if (told?.hash === hash) known.set(path, { ...told, fingerprint })
      else {
        const document = await reader.read({ id, path, bytes, sidecar }, signal)
        await puts.add({ path, state: { ...state, hash }, document, size: bytes.length })
      }
    } catch (error) {
      signal.throwIfAborted()
      const told = error instanceof QuothError ? error.msg : null
      // What keeps a file from being read may go without a trace in the file.
      if (told === null) await refuseInTurn(path, { ...state, fingerprint: '' }, fileProblem(error))
      else await refuseInTurn(path, state, told)
    }
    return null
  }

  /** Takes a document, or refuses it when it has not held still for long. What is left to do about it. */
  const tryToTake = async (document: ScannedDocument, id: SourceId): Promise<Left> => {
    const { path } = document
    const { tries, until } = unsteady.get(path) ?? { tries: 0, until: 0 }
    if (performance.now() < until) return 'later'
    const reason = await take(document, id)
    if (reason === null) {
      unsteady.delete(path)
      return 'nothing'
    }
    const isLast = tries >= mostTries
    if (isLast) await refuseInTurn(path, { id, fingerprint: '', hash: '', refusal: null }, reason)
    // One that is just being written may be whole at any moment, and takes next to no time to look at.
    const left = isLast && reason !== restless ? 'later' : 'soon'
    unsteady.set(path, { tries: tries + 1, until: left === 'later' ? performance.now() + rest : 0 })
    return left
  }

  const tellRefusals = async (found: readonly Refusal[]): Promise<void> => {
    const now = [...found]
    for (const [path, { refusal }] of known) if (refusal !== null) now.push({ path, reason: refusal })
    now.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    if (JSON.stringify(now) === JSON.stringify(refusals)) return
    refusals = now
    await events.onRefusals(now)
  }

  /** @throws the signal's reason */
  const compare: Sync = async (entering) => {
    const { documents, refusals: found } = await scanned(folder, () => scan(entering))
    signal.throwIfAborted()
    const turn = createTurns()
    const paths = documents.map(({ path }) => path)
    const ids = await sourceIds(paths, turn)
    for (const [path, { id }] of known) if (ids.get(path) !== id) await forget(path)
    await turn()
    let left: Left = 'nothing'
    for (const document of documents) {
      const { path } = document
      if (known.get(path)?.fingerprint === fingerprintOf(document)) continue
      signal.throwIfAborted()
      await turn()
      const remains = await tryToTake(document, ids.get(path) ?? sourceId(path))
      if (remains !== 'nothing' && left !== 'soon') left = remains
    }
    for (const path of unsteady.keys()) if (!ids.has(path)) unsteady.delete(path)
    await puts.done()
    signal.throwIfAborted()
    await tellRefusals(found)
    return left
  }

  return {
    sync: (entering: Entering): Promise<Left> => compare(entering).finally(puts.idle),
    refusals: (): readonly Refusal[] => refusals,
    /** Takes the documents of these ids for changed. What is known of them stays, so that one that is gone is told. */
    doubt: (ids: readonly SourceId[]): void => {
      const doubted = new Set(ids)
      for (const [path, state] of known)
        if (doubted.has(state.id)) known.set(path, { ...state, fingerprint: '', hash: '' })
    },
  }
}
