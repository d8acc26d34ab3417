import { createHash } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import type { Answering } from '../answer/consider.ts'
import { createRecentQuestions } from '../answer/recent-questions.ts'
import { learnedWeights, learnedWeightsWithMeaning, type Weights } from '../answer/weights.ts'
import { citingIn } from '../citation/citation.ts'
import { rememberSketches } from '../copies/sketch.ts'
import { createCuration } from '../curation/curator.ts'
import { fetchAddress } from '../curation/fetch-address.ts'
import type { Curator, CuratorRole } from '../curation/port.ts'
import type { Quota } from '../domain/curation.ts'
import { QuothError } from '../domain/error.ts'
import { inEnglish, plural } from '../domain/message.ts'
import type { Refusal } from '../domain/reply.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { LibraryId } from '../domain/stored-document.ts'
import { createAnalyser } from '../index/analyser.ts'
import { createMemoryIndex, openIndex } from '../index/memory/memory-index.ts'
import { unionIndex } from '../index/union.ts'
import { openDocumentReader } from '../ingest/folder/document-reader.ts'
import { refusalsOf } from '../ingest/folder/document-state.ts'
import { type FolderEvents, openFolder } from '../ingest/folder/folder.ts'
import { readWhole, type WholeRead } from '../ingest/folder/read-whole.ts'
import type { Document } from '../ingest/read-document.ts'
import { isKnownWord, lemmaOf } from '../language/english/wink.ts'
import { decodeSource } from '../library/encoded-source.ts'
import { memoryLibrary } from '../library/memory.ts'
import { unionLibrary } from '../library/union.ts'
import type { Encoder } from '../meaning/encoder.ts'
import { openEncoder as openEncoderProcess } from '../meaning/encoder-process.ts'
import { createMeaningIndex, type MeaningIndex } from '../meaning/meaning-index.ts'
import { rememberQuestions } from '../meaning/question-vectors.ts'
import { unionMeaning } from '../meaning/union.ts'
import { openVectorFile, type VectorFile } from '../meaning/vector-file.ts'
import { createQuoth, type Quoth, type Unread } from '../quoth.ts'
import { libraryFile, type SnapshotStore, snapshotStore } from '../snapshot/snapshot-store.ts'
import type { Database } from '../state/database.ts'
import { lockFolder } from '../state/lock-folder.ts'
import { openData, openDataInMemory, openExistingData } from '../state/open-state.ts'
import type { State } from '../state/port.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/port.ts'
import { unusableStore } from '../store/unusable-store.ts'
import { createLibraries, type Libraries } from './libraries.ts'
import { createLibrarySaver } from './library-saver.ts'
import { loadWordVectors } from './load-word-vectors.ts'
import { type PreparedSource, prepareSource } from './prepared-source.ts'
import { openSavedLibrary, type SavedLibrary } from './saved-library.ts'
import { contentsOf, type Shelf } from './shelf.ts'
import { contentKey, documentOf, followDocuments, type StoredShelf } from './stored-shelf.ts'

export { openExistingState } from '../state/open-state.ts'

/** What outlives a restart: the state, and the documents that people gave. */
export type OpenedData = { readonly state: State; readonly store: Store; close(): Promise<void> }

/** Beside the file of the state. */
const storeIn = (database: Database | null, folder: string): Promise<Store> | Store =>
  database === null ? unusableStore() : openStore(database, join(folder, 'originals'))

/**
 * Opens what outlives a restart. A bot's is in the data folder, which it locks; that of a preview, whose people and
 * places are made up, is in a folder of its own.
 * @param data the data folder, created when needed
 * @throws QuothError `folder-in-use`, `state`
 */
export const openBotData = async (
  data: string,
  { isPreview, onNotice }: { readonly isPreview: boolean; readonly onNotice: (notice: string) => void },
): Promise<OpenedData> => {
  const folder = isPreview ? join(data, 'preview') : data
  const lock = isPreview ? null : await lockFolder(folder)
  const { state, database } = await openData({ folder, onNotice })
  return {
    state,
    store: await storeIn(database, folder),
    close: async () => {
      await state.close()
      await lock?.release()
    },
  }
}

/**
 * Opens the store in the data folder for a terminal, beside a bot that may be running.
 * @param data the data folder; null for an empty store
 * @param isCreated whether to create it where there is none; otherwise that is an empty one
 * @throws QuothError `state` if the file cannot be used
 */
export const openTerminalStore = async (
  data: string | null,
  { isCreated, onNotice }: { readonly isCreated: boolean; readonly onNotice: (notice: string) => void },
): Promise<Pick<OpenedData, 'store' | 'close'>> => {
  const found = data === null ? null : await (isCreated ? openData({ folder: data, onNotice }) : openExistingData(data))
  const { state, database } = found ?? (await openDataInMemory())
  return { store: await storeIn(database, data ?? ''), close: state.close }
}

// This is the only file that makes adapters of the ports. Shared by all libraries of a process are the analyser and the
// word vectors; a library has its own sources and index, and its own threads, which end when they have nothing to do.

const analyser = createAnalyser(lemmaOf)

/**
 * Opens the encoder of this process, for all of its shelves.
 * @param onNotice called once, with a whole sentence, when the encoder cannot be used
 */
export const openEncoder = (onNotice: (notice: string) => void): Encoder =>
  rememberQuestions(openEncoderProcess(onNotice))

/** What a library needs to go by meaning. */
export type Encoding = {
  /** One per process. */
  readonly encoder: Encoder
  /** Where vectors are kept; null for memory alone. */
  readonly file: VectorFile | null
  /** Whether questions wait until everything is encoded. */
  readonly isPatient: boolean
  /** Milliseconds before the first text is encoded. */
  readonly delay?: number
  readonly onProgress?: (encoded: number) => void
}

/**
 * How to encode a library, or a collection in the place of one.
 * @param folder the library
 * @param data the folder in which vectors are kept; null for memory alone
 */
export const encodingOf = async (folder: string, data: string | null, encoder: Encoder): Promise<Encoding> => ({
  encoder,
  file: data === null ? null : openVectorFile(await libraryFile(data, folder, 'vectors'), encoder.model),
  isPatient: true,
})

/** A library as it was saved or empty, and what answers from it. */
export type ComposedLibrary = {
  readonly saved: SavedLibrary
  readonly answering: Answering
  /** Null for one that goes by words alone. */
  readonly meaning: MeaningIndex | null
}

export type LibraryOptions = {
  /** Other weights than those that ship; for the evaluation. */
  readonly weights?: Weights | undefined
  readonly weightsWithMeaning?: Weights | undefined
  /** How to go by meaning as well; words alone if not given. */
  readonly encoding?: Encoding | undefined
  /** Called with whole sentences for the host. */
  readonly onNotice?: (notice: string) => void
  /** Called with sources that turn out to be damaged in the store; they are no longer in the library. */
  readonly onLost?: (ids: readonly SourceId[]) => void
}

/**
 * Makes what is one per library: the sources and their index, with the contents of `store`, or empty without one.
 */
export const composeLibrary = async (
  store: SnapshotStore | null,
  {
    weights = learnedWeights,
    weightsWithMeaning = learnedWeightsWithMeaning,
    encoding,
    onNotice = () => {},
    onLost = () => {},
  }: LibraryOptions = {},
): Promise<ComposedLibrary> => {
  const parts = {
    library: memoryLibrary(onLost),
    createIndex: () => createMemoryIndex(analyser, isKnownWord),
    openIndex: (file: Uint8Array) => openIndex(file, analyser, isKnownWord),
  }
  const [vectors, saved] = await Promise.all([loadWordVectors(), openSavedLibrary(store, parts, onNotice)])
  const { library, index } = saved
  const meaning =
    encoding === undefined
      ? null
      : createMeaningIndex(encoding.encoder, (id) => library.get(id), encoding.file, { ...encoding, onNotice })
  const byMeaning = meaning === null ? undefined : { meaning, weights: weightsWithMeaning }
  return {
    saved,
    answering: { library, index, analyser, vectors, weights, byMeaning, cite: citingIn(library) },
    meaning,
  }
}

/**
 * How long a start waits, in milliseconds, until all documents of a watched folder are read; three times as long for
 * the first one.
 */
const startPatience = 3000

/** Encoding waits so long, in milliseconds, that it takes nothing from the start and the first answer. */
const encodingDelay = 3000

/** The library of a folder, loaded and able to answer. */
export type OpenQuoth = Pick<Shelf, 'onChange' | 'close'> & {
  readonly quoth: Quoth
  /** The sources of the folder. */
  readonly shelf: Shelf
}

export type FolderOptions = {
  readonly folder: string
  /** The folder of snapshots, created when needed; null for none. */
  readonly data: string | null
  /** Whether to follow changes of the folder. */
  readonly watch: boolean
  /**
   * Encodes the sources in the background, to find passages by meaning as well; null for words alone. Without `watch`,
   * the first question waits until all are encoded.
   */
  readonly encoder?: Encoder | null
  /** Whether text in pictures and scans is read. */
  readonly ocr?: boolean
  /** Called with a few words once per document. */
  readonly progress?: (label: string) => void
  /** Called once for each document that does not become a source, now and later. */
  readonly onRefusal?: (refusal: Refusal) => void
  /** Called with the path of each document that was read with warnings, and how many it has. */
  readonly onWarnings?: (path: string, warnings: number) => void
  /** Called with whole sentences for the host. */
  readonly onNotice?: (notice: string) => void
  /** Stops the reading; the promise rejects with its reason. */
  readonly signal?: AbortSignal
  /** How many milliseconds to wait for a watched folder; for tests. */
  readonly patience?: number
  /** The bytes of sources from which a snapshot is written; for tests. */
  readonly minBytesToSave?: number
}

/** Opens a shelf's snapshot and vectors, and what saves them. */
const openContents = async (
  place: { readonly data: string | null; readonly folder: string; readonly settings: string },
  {
    encoder,
    onNotice,
    onProgress,
    isPatient,
    minBytesToSave,
    onLost,
  }: {
    readonly encoder: Encoder | null
    readonly onNotice: (notice: string) => void
    readonly onProgress?: (encoded: number) => void
    readonly isPatient: boolean
    readonly minBytesToSave?: number | undefined
    readonly onLost: (ids: readonly SourceId[]) => void
  },
) => {
  const { data, folder, settings } = place
  const store = data === null ? null : await snapshotStore(data, folder, settings)
  const encoding = encoder
    ? {
        ...(await encodingOf(folder, data, encoder)),
        ...(onProgress && { onProgress }),
        isPatient,
        delay: isPatient ? 0 : encodingDelay,
      }
    : undefined
  const composed = await composeLibrary(store, { encoding, onNotice, onLost })
  const saver = store && createLibrarySaver(composed.saved, store, { onNotice, minBytesToSave })
  for (const id of composed.saved.library.kept().keys()) composed.meaning?.put(id)
  const { saved, meaning } = composed
  const release = async (): Promise<void> => {
    await meaning?.close()
    await saved.index.close()
    await store?.close()
  }
  return { ...composed, store, saver, contents: contentsOf(composed, saver), release }
}

const documentThread = new URL('./document-thread.ts', import.meta.url)

/**
 * Reads and indexes the documents of `folder`. A folder that cannot be read gives an empty shelf, with the reason among
 * its refusals.
 *
 * With a snapshot in `data`, only documents that changed since then are read. With `watch` as well, the shelf answers
 * from the snapshot at once and catches up in the background. A snapshot that cannot be used or written is only
 * reported. If sources in it turn out to be damaged later, they are missing until they have been read again.
 * With `watch`, reading that takes long goes on in the background, and answers say how many documents are missing.
 */
export const openFolderShelf = async ({
  folder,
  data,
  watch,
  encoder = null,
  ocr = true,
  progress = () => {},
  onRefusal = () => {},
  onWarnings = () => {},
  onNotice = () => {},
  signal,
  patience = startPatience,
  minBytesToSave,
}: FolderOptions): Promise<Shelf> => {
  /** Sources whose bytes in the snapshot are damaged are missing until they have been read again. */
  const onLost = (ids: readonly SourceId[]): void => {
    if (closing.signal.aborted) return
    const sources = plural(ids.length, '1 source is', `${ids.length} sources are`)
    const until = 'not quoted until read again from the documents'
    onNotice(`The snapshot ${store?.file} was damaged while in use. ${sources} ${until}.`)
    contents.changed()
    opening.then(
      (opened) => opened.readAgain(ids),
      () => {},
    )
  }
  const onProgress = async (encoded: number): Promise<void> => {
    const passages = (await saved.index.statistics()).passages - (meaning?.leftOut() ?? 0)
    progress(`Encoding what passages mean: ${encoded} of ${passages}`)
  }
  const { saved, answering, meaning, store, saver, contents, release } = await openContents(
    { data, folder, settings: ocr ? '' : 'without OCR' },
    { encoder, onNotice, onProgress, isPatient: !watch, minBytesToSave, onLost },
  )
  const { documents, isSaved } = saved

  let read = 0
  let unread: Unread = { documents: 0, reading: null }
  let refusals: readonly Refusal[] = [...documents].flatMap(([path, state]) => refusalsOf(path, state))
  let reported = new Set<string>()
  let hasSources = (): void => {}
  const firstSources = new Promise<void>((resolve) => {
    hasSources = resolve
  })
  const events: FolderEvents<PreparedSource> = {
    onUnread: (documents) => {
      unread = { ...unread, documents }
    },
    onReading: (path, pages) => {
      unread = { ...unread, reading: pages === null ? null : { path, ...pages } }
      if (pages !== null) progress(`Reading ${path}: ${pages.read} of ${pages.of} pages`)
    },
    onRead: () => {
      progress(`Reading documents: ${++read}`)
      // The snapshot then knows that even an unchanged document need not be read again.
      saver?.changed()
    },
    onPut: async (sources) => {
      progress(`Indexing ${sources.length} sources`)
      await contents.put(sources)
      hasSources()
      // The messages of a mailbox share its path.
      const warnings = new Map<string, number>()
      for (const source of sources)
        if (source.warnings > 0) warnings.set(source.path, (warnings.get(source.path) ?? 0) + source.warnings)
      for (const [path, count] of warnings) onWarnings(path, count)
    },
    onRemove: contents.remove,
    onRefusals: async (now) => {
      const keyOf = ({ path, reason }: Refusal): string => `${path}\n${inEnglish(reason)}`
      for (const refusal of now) if (!reported.has(keyOf(refusal))) onRefusal(refusal)
      reported = new Set(now.map(keyOf))
      refusals = now
    },
  }

  const closing = new AbortController()
  const stopping = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
  const reader = openDocumentReader({ prepare: prepareSource, thread: documentThread }, { ocr })
  const opening = openFolder(folder, reader, events, { watch, known: documents, signal: stopping })
  // While a folder is watched, answers come from the snapshot, or from what has been read so far.
  if (!(isSaved && watch))
    try {
      const wait = (milliseconds: number) => sleep(milliseconds, undefined, { ref: false })
      const enough = () => Promise.all([wait(patience), Promise.race([firstSources, wait(3 * patience)])])
      await Promise.race(watch ? [opening, enough()] : [opening])
    } catch (error) {
      await release()
      throw error
    }
  // Being told to stop is expected; any other error is a bug.
  opening.catch((error: unknown) => {
    if (!stopping.aborted) throw error
  })

  return {
    answering,
    refusals: () => refusals,
    unread: () => unread,
    earlier: async () => [],
    onChange: contents.onChange,
    close: async () => {
      closing.abort()
      const opened = await opening.catch(() => null)
      await opened?.close()
      await saver?.close()
      await release()
    },
  }
}

/** The library of a folder alone: see `openFolderShelf`. */
export const openQuoth = async (options: FolderOptions): Promise<OpenQuoth> => {
  const shelf = await openFolderShelf(options)
  const { answering, refusals, unread, onChange, close } = shelf
  return { quoth: createQuoth(answering, { refusals, unread }), shelf, onChange, close }
}

/** Every library of this process, and how they are curated. */
export type OpenLibraries = Libraries & {
  /** What somebody can do with the documents of a library. */
  curatorFor(role: CuratorRole): Curator
  /** Closes a library that was erased, and deletes its snapshots, which have its texts. */
  forget(library: LibraryId): Promise<void>
}

/** Documents that were read when they were added, and wait for their shelf. */
const maxHandedOver = 16
/** Bytes of sources from which a shelf’s snapshot is written: a cold one should answer within half a second. */
const minStoredBytes = 20_000

const unlimited: Quota = { documents: Number.MAX_SAFE_INTEGER, bytes: Number.MAX_SAFE_INTEGER }

/** The host may keep what fits; whoever can write to the bot has a library, so a person has a tenth of a server's. */
const quotaOf = (library: LibraryId, { documents, bytes }: Quota): Quota => {
  if (library === 'shared') return unlimited
  return library.startsWith('person:')
    ? { documents: Math.ceil(documents / 10), bytes: Math.ceil(bytes / 10) }
    : { documents, bytes }
}

/** What several shelves answer from, as one library. */
export const united = (shelves: readonly Answering[]): Answering => {
  const [first] = shelves
  if (first === undefined) throw new Error('a library needs a shelf')
  if (shelves.length === 1) return first
  const library = unionLibrary(shelves.map((shelf) => shelf.library))
  const meanings = shelves.flatMap(({ byMeaning }) => byMeaning ?? [])
  const [{ weights } = { weights: learnedWeightsWithMeaning }] = meanings
  return {
    ...first,
    library,
    index: unionIndex(shelves.map((shelf) => shelf.index)),
    byMeaning:
      meanings.length === 0 ? undefined : { weights, meaning: unionMeaning(meanings.map(({ meaning }) => meaning)) },
    cite: citingIn(library),
  }
}

/**
 * Opens what people added, beside the host’s folder.
 * @param folder the host’s folder, closed with the libraries; null for none
 * @param store what people gave
 * @param options
 * - `data`: the folder of snapshots, created when needed; null for none
 * - `encoder`: as for `openFolderShelf`
 * - `isPatient`: whether a question waits until all passages are encoded
 * - `ocr`: whether text in pictures and scans is read
 * - `quota`: the most that a server may keep; a person a tenth of it, the host what fits
 * - `mayFetch`: whether people may add what stands at an address of the web
 * - `onNotice`: called with whole sentences for the host
 */
export const openLibraries = (
  folder: Shelf | null,
  store: Store,
  {
    data,
    encoder = null,
    isPatient = false,
    ocr = true,
    quota,
    mayFetch = false,
    onNotice = () => {},
  }: {
    readonly data: string | null
    readonly encoder?: Encoder | null
    readonly isPatient?: boolean
    readonly ocr?: boolean
    readonly quota: Quota
    readonly mayFetch?: boolean
    readonly onNotice?: (notice: string) => void
  },
): OpenLibraries => {
  const reader = openDocumentReader({ prepare: prepareSource, thread: documentThread }, { ocr })
  const handedOver = new LRUCache<string, WholeRead<PreparedSource>>({ max: maxHandedOver })
  const sourceAgain = async (document: Document, id: SourceId): Promise<Source | undefined> => {
    const { read } = await readWhole(document, reader)
    const found = read.find(({ encoded }) => encoded.id === id)
    return found && decodeSource(found.encoded.bytes)
  }
  /** A library's snapshots and vectors are in a folder of its own, so that they end with it. */
  const snapshotsOf = (library: LibraryId): string | null =>
    data === null ? null : join(data, 'libraries', library.replace(':', '-'))
  const openShelf = async (library: LibraryId, key: string): Promise<StoredShelf> => {
    const own = snapshotsOf(library)
    const place = own === null ? '' : join(own, key)
    let shelf: StoredShelf | null = null
    const onLost = (): void => {
      onNotice(`The snapshot of ${library} was damaged while in use. Its sources are read again.`)
      void shelf?.readAgain()
    }
    const options = { encoder, onNotice, isPatient, minBytesToSave: minStoredBytes, onLost }
    const opened = await openContents({ data: own, folder: place, settings: ocr ? '' : 'without OCR' }, options)
    const close = async (): Promise<void> => {
      await opened.saver?.close()
      await opened.release()
    }
    shelf = followDocuments(library, opened, {
      ...{ store, reader, sourceAgain, onNotice, close },
      handedOver: (key) => {
        const read = handedOver.get(key)
        // Once: its bytes are moved to the thread of an index, and would be in memory for nothing.
        handedOver.delete(key)
        return read
      },
    })
    return shelf
  }
  const libraries = createLibraries(folder, store, {
    openShelf,
    unite: united,
    empty: async () => (await composeLibrary(null)).answering,
    recent: createRecentQuestions(() => performance.now()),
    sketches: rememberSketches(),
  })
  const curation = createCuration(
    store,
    {
      read: async (document, bytes, { signal, onPages }) => {
        const whole = await readWhole(documentOf(document, bytes), reader, signal, onPages)
        handedOver.set(contentKey(document, createHash('sha256').update(bytes).digest('hex')), whole)
        return {
          sources: whole.read.map(({ encoded: { id, version }, title }) => ({ id, version, title })),
          warnings: whole.read.reduce((sum, { warnings }) => sum + warnings, 0),
          refused: whole.refused,
        }
      },
      renew: libraries.renew,
      copyOf: async (library, audience, id) => {
        const quoth = await libraries.quothFor({ library, audience, readsShared: library === 'shared' })
        // Who gives a source for others alone does not find it.
        const [closest] = await quoth.relatives(id).catch((error: unknown) => {
          if (error instanceof QuothError && error.code === 'unknown-source') return []
          throw error
        })
        if (closest?.kind !== 'same-story') return null
        const { source, title, containment } = closest
        return { source, title, containment }
      },
    },
    { quotaOf: (library) => quotaOf(library, quota), fetchAddress: mayFetch ? fetchAddress : null },
  )
  return {
    ...libraries,
    curatorFor: curation,
    forget: async (library) => {
      await libraries.closeNow(library)
      const own = snapshotsOf(library)
      if (own !== null) await rm(own, { recursive: true, force: true })
    },
    close: async () => {
      await libraries.close()
      await reader.close()
    },
  }
}
