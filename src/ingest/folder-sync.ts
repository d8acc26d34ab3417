import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { createTurns } from '../concurrency/turns.ts'
import { QuothError } from '../domain/error.ts'
import type { Refusal } from '../domain/reply.ts'
import { type Said, said } from '../domain/said.ts'
import { type SourceId, sourceId } from '../domain/source.ts'
import type { DocumentReader } from './document-reader.ts'
import { failureOf } from './failure.ts'
import type { FolderEvents } from './folder.ts'
import { createPuts } from './puts.ts'
import { readStableFile } from './read-file.ts'
import { createScanner, type Entering, fileProblem, type Scan, type ScannedDocument, sidecarPath } from './scan.ts'
import { sourceIds } from './source-ids.ts'
import type { Sync } from './watch.ts'

/** What was told of a document: enough to know without reading it, even after a restart, that it is unchanged. */
export type DocumentState = {
  readonly id: SourceId
  /** Of the file system's facts about the file and its sidecar. When it is equal, nothing was changed. */
  readonly fingerprint: string
  /** Of the bytes of both. A folder that was copied has other fingerprints and the same bytes. */
  readonly hash: string
  /** Why it became no source; null when it did. */
  readonly refusal: Said | null
}

/** A file that was changed less long ago, in milliseconds, may still be in the middle of being written. */
const settling = 150
/** How often a file that never settles is put off before it is read as it is. */
const mostDelays = 5
/** Bytes that are hashed in one go: about a millisecond. */
const hashedAtOnce = 1_000_000

const fingerprintOf = ({ fingerprint, sidecar }: ScannedDocument): string =>
  sidecar ? `${fingerprint}|${sidecar.fingerprint}` : fingerprint

const lastChange = ({ modified, sidecar }: ScannedDocument): number => Math.max(modified, sidecar?.modified ?? 0)

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
      refusals: [{ path: folder, reason: said`The folder holds no .txt or .md file. Put one in.` }],
    }
  } catch (error) {
    return {
      documents: [],
      refusals: [
        {
          path: folder,
          reason: said`The library folder cannot be read. ${fileProblem(error)} Let QUOTH_LIBRARY name another one.`,
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
  const delays = new Map<string, number>()
  let refusals: readonly Refusal[] = []

  const forget = async (path: string): Promise<void> => {
    const state = known.get(path)
    known.delete(path)
    if (state && state.refusal === null) await events.onRemove(state.id)
  }
  const refuse = async (path: string, state: DocumentState, refusal: Said): Promise<void> => {
    await forget(path)
    known.set(path, { ...state, refusal })
  }
  const puts = createPuts<T>(events.onPut, {
    onDone: ({ path, state }) => void known.set(path, state),
    onFailure: async ({ path, state }, error) => {
      signal.throwIfAborted()
      await refuse(path, state, failureOf('indexing', error))
    },
  })

  const isUnsettled = (document: ScannedDocument): boolean => {
    const age = Date.now() - lastChange(document)
    const delayed = delays.get(document.path) ?? 0
    return age >= 0 && age < settling && delayed < mostDelays
  }

  /** Whether the document was dealt with; one that is still being written is not. */
  const take = async (document: ScannedDocument, id: SourceId): Promise<boolean> => {
    const { path } = document
    const file = join(folder, path)
    const fingerprint = fingerprintOf(document)
    const state: DocumentState = { id, fingerprint, hash: '', refusal: null }
    events.onRead()
    try {
      const bytes = await readStableFile(file)
      const sidecar = document.sidecar ? await readStableFile(sidecarPath(file)) : undefined
      if (bytes === null || sidecar === null) return false
      const hash = await hashOf(bytes, sidecar)
      const told = known.get(path)
      if (told?.hash === hash) known.set(path, { ...told, fingerprint })
      else {
        const document = await reader.read({ id, path, bytes, sidecar }, signal)
        await puts.add({ path, state: { ...state, hash }, document, size: bytes.length })
      }
    } catch (error) {
      signal.throwIfAborted()
      // Calls come one at a time, so the one that is under way ends first.
      if (known.get(path)?.refusal === null) await puts.done()
      await refuse(path, state, (error instanceof QuothError ? error.said : null) ?? fileProblem(error))
    }
    return true
  }

  const tellRefusals = async (found: readonly Refusal[]): Promise<void> => {
    const now = [...found]
    for (const [path, { refusal }] of known) if (refusal !== null) now.push({ path, reason: refusal })
    now.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    if (JSON.stringify(now) === JSON.stringify(refusals)) return
    refusals = now
    await events.onRefusals(now)
  }

  /** Whether everything on disk was told; if not, it is worth trying again soon. Throws the signal's reason. */
  const compare: Sync = async (entering) => {
    const { documents, refusals: found } = await scanned(folder, () => scan(entering))
    signal.throwIfAborted()
    const turn = createTurns()
    const paths = documents.map(({ path }) => path)
    const ids = await sourceIds(paths, turn)
    for (const [path, { id }] of known) if (ids.get(path) !== id) await forget(path)
    await turn()
    let complete = true
    for (const document of documents) {
      const { path } = document
      if (known.get(path)?.fingerprint === fingerprintOf(document)) continue
      signal.throwIfAborted()
      await turn()
      const done = !isUnsettled(document) && (await take(document, ids.get(path) ?? sourceId(path)))
      if (done) delays.delete(path)
      else delays.set(path, (delays.get(path) ?? 0) + 1)
      complete &&= done
    }
    await puts.done()
    signal.throwIfAborted()
    await tellRefusals(found)
    return complete
  }

  return {
    sync: (entering: Entering): Promise<boolean> => compare(entering).finally(puts.idle),
    refusals: (): readonly Refusal[] => refusals,
  }
}
