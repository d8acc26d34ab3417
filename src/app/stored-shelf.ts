import { LRUCache } from 'lru-cache'
import type { Message } from '../domain/message.ts'
import { type Source, type SourceId, sourceId } from '../domain/source.ts'
import type { LibraryId, ReadAs, StoredDocument } from '../domain/stored-document.ts'
import type { DocumentReader } from '../ingest/folder/document-reader.ts'
import { refusalsOf, sourcesOf } from '../ingest/folder/document-state.ts'
import { readWhole, type WholeRead } from '../ingest/folder/read-whole.ts'
import type { Document } from '../ingest/read-document.ts'
import { sidecarOf } from '../ingest/record-edits.ts'
import type { EarlierSource } from '../quoth.ts'
import type { Store } from '../store/port.ts'
import type { PreparedSource } from './prepared-source.ts'
import type { SavedLibrary } from './saved-library.ts'
import type { Shelf, ShelfContents } from './shelf.ts'

/** A stored document as its reader takes it. */
export const documentOf = (
  { id, name, edits }: Pick<StoredDocument, 'id' | 'name' | 'edits'>,
  bytes: Uint8Array,
): Document => ({ id: sourceId(id), path: name, bytes, sidecar: sidecarOf(edits) })

/**
 * @param document without its version
 * @param sha256 of its bytes
 * @returns what its sources depend on: another one means that it is to be read again
 */
export const contentKey = (
  { id, name, edits }: Pick<StoredDocument, 'id' | 'name' | 'edits'>,
  sha256: string,
): string => JSON.stringify([id, sha256, name, edits])

const keyOf = (document: StoredDocument): string => contentKey(document, document.version.sha256)

/** Sources of earlier versions that are remembered. */
const maxReadAgain = 4

const readAsOf = (read: readonly PreparedSource[]): readonly ReadAs[] =>
  read.map(({ encoded }) => ({ source: encoded.id, version: encoded.version }))

/** The shelf of stored documents that the same people may see. */
export type StoredShelf = Shelf & {
  /**
   * Brings the shelf in step with its documents.
   * @returns when what is gone is gone; `settled` says when what is new can be asked about
   */
  renew(documents: readonly StoredDocument[]): Promise<void>
  /** Resolves when all documents of the last `renew` were read. */
  settled(): Promise<void>
  /** Reads all documents again, because sources were lost. */
  readAgain(): Promise<void>
}

/**
 * @param library whose documents these are
 * @param parts the shelf as it was saved or empty, and how it is changed
 * @param services
 * - `store`: has the documents
 * - `reader`: reads those that are new or changed
 * - `handedOver`: what was read of a document already, by its content key, when it was added
 * - `sourceAgain`: reads one source of a version
 * - `onNotice`: called with whole sentences for the host
 * - `close`: saves and releases the parts
 */
export const followDocuments = (
  library: LibraryId,
  {
    saved: { documents: states },
    contents,
    answering,
  }: Pick<Shelf, 'answering'> & {
    readonly saved: Pick<SavedLibrary, 'documents'>
    readonly contents: ShelfContents
  },
  {
    store,
    reader,
    handedOver,
    sourceAgain,
    onNotice,
    close,
  }: {
    readonly store: Store
    readonly reader: DocumentReader<PreparedSource>
    readonly handedOver: (key: string) => WholeRead<PreparedSource> | undefined
    readonly sourceAgain: (document: Document, source: SourceId) => Promise<Source | undefined>
    readonly onNotice: (notice: string) => void
    readonly close: () => Promise<void>
  },
): StoredShelf => {
  /** Sources of earlier versions: whoever opens one quote of them opens another. */
  const readAgain = new LRUCache<string, Source>({ max: maxReadAgain })
  let wanted: ReadonlyMap<string, StoredDocument> = new Map()
  const closing = new AbortController()
  let unread = 0
  let reading: { readonly path: string; readonly read: number; readonly of: number } | null = null
  let reads: Promise<void> = Promise.resolve()
  let changes: Promise<void> = Promise.resolve()
  /** Changes are made one after another, so that what was removed meanwhile does not come back. */
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const done = changes.then(change)
    changes = done.catch(() => {})
    return done
  }

  const forget = async (id: string): Promise<void> => {
    const state = states.get(id)
    states.delete(id)
    for (const source of state ? sourcesOf(state) : []) await contents.remove(source)
  }

  /** Puts what a document was read as in the place of what it was before. */
  const shelve = async (document: StoredDocument, { read, refused }: WholeRead<PreparedSource>): Promise<void> => {
    const ids = new Set(read.map(({ encoded }) => encoded.id))
    const before = states.get(document.id)
    for (const id of before ? sourcesOf(before) : []) if (!ids.has(id)) await contents.remove(id)
    if (read.length > 0) await contents.put(read)
    const refusals = new Map<SourceId, Message>(refused.map(({ id, reason }) => [id, reason]))
    states.set(document.id, {
      id: sourceId(document.id),
      fingerprint: '',
      hash: keyOf(document),
      refusal: null,
      parts: [...ids, ...refusals.keys()].map((id) => ({ id, hash: '', refusal: refusals.get(id) ?? null })),
    })
    contents.changed()
  }

  const readStored = async (document: StoredDocument): Promise<WholeRead<PreparedSource> | null> => {
    const known = handedOver(keyOf(document))
    if (known !== undefined) return known
    const bytes = await store.original(library, document.version.sha256)
    if (bytes === undefined) {
      onNotice(
        `The original of ${document.name} (${document.id}) in ${library} is missing or damaged. ` +
          'Run “quoth library verify”.',
      )
      return null
    }
    const { name: path } = document
    const onProgress = (pages: { readonly read: number; readonly of: number }): void => {
      reading = { path, ...pages }
    }
    return readWhole(documentOf(document, bytes), reader, closing.signal, onProgress).finally(() => {
      reading = null
    })
  }

  const load = async (document: StoredDocument): Promise<void> => {
    const read = await readStored(document)
    await inTurn(async () => {
      if (closing.signal.aborted || wanted.get(document.id) !== document) return
      await (read === null ? forget(document.id) : shelve(document, read))
    })
    const { version } = document
    const [first] = read?.read ?? []
    if (read === null || first === undefined) return
    const now = { title: first.title, readAs: readAsOf(read.read) }
    const before = { title: version.title, readAs: version.readAs }
    if (JSON.stringify(before) !== JSON.stringify(now)) await store.nowReadAs(library, document.id, version.number, now)
  }

  const isCurrent = (document: StoredDocument): boolean => states.get(document.id)?.hash === keyOf(document)

  const readMissing = async (): Promise<void> => {
    const missing = (): readonly StoredDocument[] => [...wanted.values()].filter((each) => !isCurrent(each))
    const tried = new Set<StoredDocument>()
    for (;;) {
      const left = missing().filter((each) => !tried.has(each))
      unread = left.length
      const [next] = left
      if (next === undefined || closing.signal.aborted) return
      tried.add(next)
      await load(next)
    }
  }

  const readSoon = (): void => {
    reads = reads.then(readMissing).catch((error: unknown) => {
      if (!closing.signal.aborted) onNotice(`The sources of ${library} cannot be read: ${error}`)
    })
  }

  return {
    answering,
    refusals: () => [...states].flatMap(([id, state]) => refusalsOf(wanted.get(id)?.name ?? id, state)),
    unread: () => ({ documents: unread, reading }),
    earlier: async (prefix): Promise<readonly EarlierSource[]> => {
      const found = await store.readAs(library, prefix)
      const sources = found.map(async ({ document, version, source }): Promise<readonly EarlierSource[]> => {
        if (!wanted.has(document.id)) return []
        const key = `${source.source} ${source.version} ${JSON.stringify(document.edits)}`
        let again = readAgain.get(key)
        if (again === undefined) {
          const bytes = await store.original(library, version.sha256)
          again = bytes && (await sourceAgain(documentOf(document, bytes), source.source))
          readAgain.set(key, again)
        }
        return again?.version === source.version ? [{ source: again, newer: source.source }] : []
      })
      return (await Promise.all(sources)).flat()
    },
    onChange: contents.onChange,
    renew: async (documents) => {
      wanted = new Map(documents.map((document) => [document.id as string, document]))
      unread = documents.filter((document) => !isCurrent(document)).length
      // At once, beside whatever is being read.
      await inTurn(async () => {
        for (const id of [...states.keys()]) if (!wanted.has(id)) await forget(id)
      })
      if (unread > 0) readSoon()
    },
    readAgain: async () => {
      for (const [id, state] of states) states.set(id, { ...state, hash: '' })
      readSoon()
    },
    settled: () => reads,
    close: async () => {
      closing.abort(new Error('the library is being closed'))
      await Promise.all([reads, changes])
      await close()
    },
  }
}
