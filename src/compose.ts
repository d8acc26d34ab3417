import { citationOf } from './citing/citation.ts'
import type { Refusal } from './domain/reply.ts'
import type { Source, SourceId } from './domain/source.ts'
import { openFolder } from './ingest/folder.ts'
import { memoryLibrary } from './library/memory.ts'
import { createQuoth, type Quoth } from './quoth.ts'
import { createAnalyser } from './search/analyser.ts'
import { indexedSource } from './search/indexed-source.ts'
import { createLunrIndex } from './search/lunr-index.ts'
import { isKnownWord, lemmaOf } from './text/wink.ts'

/** A folder's library, loaded and answering. */
export type OpenQuoth = {
  readonly quoth: Quoth
  /** Stops following the folder. */
  close(): Promise<void>
}

/**
 * Reads and indexes the documents of `folder`, and with `watch` follows its changes from then on. The only place that
 * chooses the adapters. A folder that cannot be read gives an empty library whose refusals say why.
 * - `progress` is told in a few words how far the reading is, once a document.
 * - `onRefusal` is told once of each document that does not become a source, then and later.
 * - `signal` ends the reading: the promise rejects with its reason.
 */
export const openQuoth = async ({
  folder,
  watch,
  progress = () => {},
  onRefusal = () => {},
  signal,
}: {
  readonly folder: string
  readonly watch: boolean
  readonly progress?: (label: string) => void
  readonly onRefusal?: (refusal: Refusal) => void
  readonly signal?: AbortSignal
}): Promise<OpenQuoth> => {
  const analyser = createAnalyser(lemmaOf)
  const index = createLunrIndex(analyser, isKnownWord)
  const library = memoryLibrary()

  /** The index first: until the library has the new version, the old one's passages are no longer proposed. */
  const put = async (sources: readonly Source[]): Promise<void> => {
    await index.replace(sources.map(indexedSource))
    for (const source of sources) await library.put(source)
  }

  // What the first reading finds is indexed at once: one change of the index instead of one a document.
  let first: Map<SourceId, Source> | null = new Map()
  let read = 0
  let told = new Set<string>()
  const documents = await openFolder(
    folder,
    {
      onPut: async (source) => {
        progress(`Reading documents: ${++read}`)
        if (first) first.set(source.id, source)
        else await put([source])
      },
      onRemove: async (id) => {
        first?.delete(id)
        await library.remove(id)
        await index.remove(id)
      },
      onRefusals: async (refusals) => {
        const keyOf = ({ path, reason }: Refusal): string => `${path}\n${reason}`
        for (const refusal of refusals) if (!told.has(keyOf(refusal))) onRefusal(refusal)
        told = new Set(refusals.map(keyOf))
      },
    },
    { watch, signal },
  )
  const found = [...first.values()]
  first = null
  progress(`Indexing ${found.length} sources`)
  await put(found)

  return {
    quoth: createQuoth({ library, index, analyser, cite: citationOf }, documents.refusals),
    close: () => documents.close(),
  }
}
