import { join } from 'node:path'
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
 * What must outlive a restart besides the sources. Of a bot, in the data folder itself, which no other bot may use meanwhile;
 * of a preview, whose people and places are made up, in a folder of its own.
 * @throws QuothError `folder-in-use`, `state`
 */
export const openKept = async (
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

/** A folder's library, loaded and answering. */
export type OpenQuoth = {
  readonly quoth: Quoth
  /** Calls `listener` whenever sources were added, changed or removed. Returns how to stop. */
  onChange(listener: () => void): () => void
  /** Stops following the folder, and saves what is not saved. */
  close(): Promise<void>
}

/**
 * Reads and indexes the documents of `folder`, and with `watch` follows its changes from then on. The only place that
 * chooses the adapters. A folder that cannot be read gives an empty library whose refusals say why.
 *
 * With a snapshot of the folder in `data`, only what changed since it was written is read; with `watch` as well, the library
 * answers from it at once and is brought in step meanwhile. A snapshot that cannot be used or written costs a notice; of one that
 * is damaged while it is used, the sources that it concerns are missing until they were read again.
 * - `data` is the folder of snapshots, made when it is needed; null for none.
 * - `progress` is told in a few words how far the reading is, once a document.
 * - `onRefusal` is told once of each document that does not become a source, then and later.
 * - `onNotice` is told what a host should know, in whole sentences.
 * - `signal` ends the reading: the promise rejects with its reason.
 * - `worthSaving` is how many bytes of sources make a snapshot worth while; it is there for tests.
 */
export const openQuoth = async ({
  folder,
  data,
  watch,
  progress = () => {},
  onRefusal = () => {},
  onNotice = () => {},
  signal,
  minBytesToSave,
}: {
  readonly folder: string
  readonly data: string | null
  readonly watch: boolean
  readonly progress?: (label: string) => void
  readonly onRefusal?: (refusal: Refusal) => void
  readonly onNotice?: (notice: string) => void
  readonly signal?: AbortSignal
  readonly minBytesToSave?: number
}): Promise<OpenQuoth> => {
  const analyser = createAnalyser(lemmaOf)
  const store = data === null ? null : await snapshotStore(data, folder)
  /** What was damaged while it was in use: whoever asks finds it missing until it was read again. */
  const onLost = (ids: readonly SourceId[]): void => {
    if (closing.signal.aborted) return
    const sources = plural(ids.length, '1 source is', `${ids.length} sources are`)
    onNotice(
      `The snapshot ${store?.file} was damaged while it was in use. ${sources} not quoted until read again from the documents.`,
    )
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
  let refusals: readonly Refusal[] = [...documents].flatMap(([path, { refusal }]) =>
    refusal === null ? [] : [{ path, reason: refusal }],
  )
  let told = new Set<string>()
  const listeners = new Set<() => void>()
  const changed = (): void => {
    saver?.changed()
    for (const listener of listeners) listener()
  }
  const events: FolderEvents<PreparedSource> = {
    onRead: () => {
      progress(`Reading documents: ${++read}`)
      // What is unchanged after all need not be read again either.
      saver?.changed()
    },
    /** The index first: until the library has the new version, the old one's passages are no longer proposed. */
    onPut: async (sources) => {
      progress(`Indexing ${sources.length} sources`)
      await index.replace(sources.map(({ packed }) => packed))
      for (const { encoded } of sources) library.keep(encoded)
      changed()
    },
    onRemove: async (id) => {
      await library.remove(id)
      await index.remove(id)
      changed()
    },
    onRefusals: async (now) => {
      const keyOf = ({ path, reason }: Refusal): string => `${path}\n${inEnglish(reason)}`
      for (const refusal of now) if (!told.has(keyOf(refusal))) onRefusal(refusal)
      told = new Set(now.map(keyOf))
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
  if (isSaved && watch)
    // Whoever asks meanwhile is answered from what was saved. To be told to stop is no defect; one ends the process.
    opening.catch((error: unknown) => {
      if (!stopping.aborted) throw error
    })
  else
    await opening.catch(async (error: unknown) => {
      await release()
      throw error
    })

  return {
    quoth: createQuoth(
      { library, index, analyser, vectors, weights: learnedWeights, cite: citationOf },
      () => refusals,
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
