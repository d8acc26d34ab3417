import { citationOf } from './citing/citation.ts'
import type { SourceId } from './domain/source.ts'
import { openFolder } from './ingest/folder.ts'
import { memoryLibrary } from './library/memory.ts'
import { createQuoth, type Quoth } from './quoth.ts'
import { createAnalyser } from './search/analyser.ts'
import { indexedSource } from './search/indexed-source.ts'
import { createLunrIndex } from './search/lunr-index.ts'
import type { IndexedSource } from './search/port.ts'
import { createLexicon } from './text/lexicon.ts'

/** A folder's library, loaded and answering. */
export type OpenQuoth = {
  readonly quoth: Quoth
  /** Stops following the folder. */
  close(): Promise<void>
}

/**
 * Reads and indexes the documents of `folder`, and with `watch` follows its changes from then on. The only place that
 * chooses the adapters. A folder that cannot be read gives an empty library whose refusals say why.
 * `progress` is told in a few words how far the reading is, once a document.
 */
export const openQuoth = async ({
  folder,
  watch,
  progress = () => {},
}: {
  readonly folder: string
  readonly watch: boolean
  readonly progress?: (label: string) => void
}): Promise<OpenQuoth> => {
  const lexicon = createLexicon()
  const analyser = createAnalyser(lexicon.lemmaOf)
  const index = createLunrIndex(analyser, lexicon.isKnownWord)
  const library = memoryLibrary()

  // What the first reading finds is indexed at once: one change of the index instead of one a document.
  let first: Map<SourceId, IndexedSource> | null = new Map()
  let read = 0
  const documents = await openFolder(
    folder,
    {
      onPut: async (source) => {
        progress(`Reading documents: ${++read}`)
        await library.put(source)
        if (first) first.set(source.id, indexedSource(source))
        else await index.replace([indexedSource(source)])
      },
      onRemove: async (id) => {
        await library.remove(id)
        if (!first?.delete(id)) await index.remove(id)
      },
      onRefusals: async () => {},
    },
    { watch },
  )
  const found = [...first.values()]
  first = null
  progress(`Indexing ${found.length} sources`)
  await index.replace(found)

  return {
    quoth: createQuoth({ library, index, analyser, cite: citationOf }, documents.refusals),
    close: () => documents.close(),
  }
}
