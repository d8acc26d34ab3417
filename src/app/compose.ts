import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { learnedWeights } from '../answer/weights.ts'
import { citationOf } from '../citation/citation.ts'
import { inEnglish, plural } from '../domain/message.ts'
import type { Refusal } from '../domain/reply.ts'
import type { SourceId } from '../domain/source.ts'
import { createAnalyser } from '../index/analyser.ts'
import { openDocumentReader } from '../ingest/folder/document-reader.ts'
import { type FolderEvents, openFolder } from '../ingest/folder/folder.ts'
import { lemmaOf } from '../language/english/wink.ts'
import { createQuoth, type Quoth } from '../quoth.ts'
import { snapshotStore } from '../snapshot/snapshot-store.ts'
import { lockFolder } from '../state/lock-folder.ts'
import { openState } from '../state/open-state.ts'
import type { State } from '../state/port.ts'
import { createLibrarySaver } from './library-saver.ts'
import { loadWordVectors } from './load-word-vectors.ts'
import { type PreparedSource, prepareSource } from './prepared-source.ts'
import { openSavedLibrary } from './saved-library.ts'

/**
 * Opens the state. A bot's is in the data folder, which it locks; that of a preview, whose people and places are made
 * up, is in a folder of its own.
 * @param data the data folder, created when needed
 * @throws QuothError `folder-in-use`, `state`
 */
export const openBotState = async (
  data: string,
  { isPreview, onNotice }: { readonly isPreview: boolean; readonly onNotice: (notice: string) => void },
): Promise<State> => {
  if (isPreview) return openState({ folder: join(data, 'preview'), onNotice })
  const lock = await lockFolder(data)
  const state = await openState({ folder: data, onNotice })
  return {
    ...state,
    close: async () => {
      await state.close()
      await lock?.release()
    },
  }
}

/** The longest wait of a start, in milliseconds, until all documents of a watched folder are read; thrice that for the first. */
const longestStart = 3000

/** The library of a folder, loaded and able to answer. */
export type OpenQuoth = {
  readonly quoth: Quoth
  /** Calls `listener` whenever sources are added, changed or removed. Returns a function that stops this. */
  onChange(listener: () => void): () => void
  /** Stops watching the folder, and saves unsaved changes. */
  close(): Promise<void>
}

/**
 * Reads and indexes the documents of `folder`. This is the only place that chooses adapters. A folder that cannot be
 * read gives an empty library, with the reason among its refusals.
 *
 * With a snapshot in `data`, only documents that changed since then are read. With `watch` as well, the library answers
 * from the snapshot at once and catches up in the background. A snapshot that cannot be used or written is only
 * reported. If sources in it turn out to be damaged later, they are missing until they have been read again.
 * With `watch`, reading that takes long goes on in the background, and answers say how many documents are missing.
 * @param options
 * - `data`: the folder of snapshots, created when needed; null for none
 * - `watch`: whether to follow changes of the folder
 * - `progress`: called with a few words once per document
 * - `onRefusal`: called once for each document that does not become a source, now and later
 * - `onNotice`: called with whole sentences for the host
 * - `signal`: stops the reading; the promise rejects with its reason
 * - `patience`: how many milliseconds to wait for a watched folder; for tests
 * - `minBytesToSave`: the bytes of sources from which a snapshot is written; for tests
 */
export const openQuoth = async ({
  folder,
  data,
  watch,
  progress = () => {},
  onRefusal = () => {},
  onNotice = () => {},
  signal,
  patience = longestStart,
  minBytesToSave,
}: {
  readonly folder: string
  readonly data: string | null
  readonly watch: boolean
  readonly progress?: (label: string) => void
  readonly onRefusal?: (refusal: Refusal) => void
  readonly onNotice?: (notice: string) => void
  readonly signal?: AbortSignal
  readonly patience?: number
  readonly minBytesToSave?: number
}): Promise<OpenQuoth> => {
  const analyser = createAnalyser(lemmaOf)
  const store = data === null ? null : await snapshotStore(data, folder)
  /** Sources whose bytes in the snapshot are damaged are missing until they have been read again. */
  const onLost = (ids: readonly SourceId[]): void => {
    if (closing.signal.aborted) return
    const sources = plural(ids.length, '1 source is', `${ids.length} sources are`)
    const until = 'not quoted until read again from the documents'
    onNotice(`The snapshot ${store?.file} was damaged while in use. ${sources} ${until}.`)
    changed()
    opening.then(
      (opened) => opened.readAgain(ids),
      () => {},
    )
  }
  const [vectors, saved] = await Promise.all([
    loadWordVectors(),
    openSavedLibrary(store, analyser, { onNotice, onLost }),
  ])
  const { library, index, documents, isSaved } = saved
  const saver = store && createLibrarySaver(saved, store, { onNotice, minBytesToSave })

  let read = 0
  let unread = 0
  let refusals: readonly Refusal[] = [...documents].flatMap(([path, { refusal }]) =>
    refusal === null ? [] : [{ path, reason: refusal }],
  )
  let reported = new Set<string>()
  const listeners = new Set<() => void>()
  const changed = (): void => {
    saver?.changed()
    for (const listener of listeners) listener()
  }
  let hasSources = (): void => {}
  const firstSources = new Promise<void>((resolve) => {
    hasSources = resolve
  })
  const events: FolderEvents<PreparedSource> = {
    onUnread: (count) => {
      unread = count
    },
    onRead: () => {
      progress(`Reading documents: ${++read}`)
      // The snapshot then knows that even an unchanged document need not be read again.
      saver?.changed()
    },
    /** Updates the index first: from then on, passages of the old version are no longer proposed. */
    onPut: async (sources) => {
      progress(`Indexing ${sources.length} sources`)
      await index.replace(sources.map(({ indexed }) => indexed))
      for (const { encoded } of sources) library.keep(encoded)
      hasSources()
      changed()
    },
    onRemove: async (id) => {
      await library.remove(id)
      await index.remove(id)
      changed()
    },
    onRefusals: async (now) => {
      const keyOf = ({ path, reason }: Refusal): string => `${path}\n${inEnglish(reason)}`
      for (const refusal of now) if (!reported.has(keyOf(refusal))) onRefusal(refusal)
      reported = new Set(now.map(keyOf))
      refusals = now
    },
  }

  const closing = new AbortController()
  const stopping = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
  const reader = openDocumentReader({
    prepare: prepareSource,
    thread: new URL('./document-thread.ts', import.meta.url),
  })
  const opening = openFolder(folder, reader, events, { watch, known: documents, signal: stopping })
  const release = async (): Promise<void> => {
    await index.close()
    await store?.close()
  }
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
    quoth: createQuoth(
      { library, index, analyser, vectors, weights: learnedWeights, cite: citationOf },
      () => refusals,
      () => unread,
    ),
    onChange: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close: async () => {
      closing.abort()
      const opened = await opening.catch(() => null)
      await opened?.close()
      await saver?.close()
      await release()
    },
  }
}
