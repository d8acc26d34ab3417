import { learnedWeights, learnedWeightsWithMeaning } from '../../src/answer/weights.ts'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { citingIn } from '../../src/citation/citation.ts'
import { type Source, type SourceId, sourceId } from '../../src/domain/source.ts'
import { createAnalyser } from '../../src/index/analyser.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import { createMemoryIndex } from '../../src/index/memory/memory-index.ts'
import type { PassageIndex, SavableIndex } from '../../src/index/port.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { isKnownWord, lemmaOf } from '../../src/language/english/wink.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import type { Encoder } from '../../src/meaning/encoder.ts'
import { createMeaningIndex } from '../../src/meaning/meaning-index.ts'
import { createQuoth, type Quoth } from '../../src/quoth.ts'

const vectors = await loadWordVectors()

export const analyser = createAnalyser(lemmaOf)

export const emptyIndex = (): SavableIndex => createMemoryIndex(analyser, isKnownWord)

/** A document as a source; the id is the path without its extension. */
export const sourceOf = (path: string, text: string): Source =>
  readDocument({ id: sourceId(path.replace(/\.(?:txt|md)$/, '')), path, bytes: new TextEncoder().encode(text) })

/** Texts by path, such as `{ 'a.txt': '…' }`. */
export type Documents = { readonly [path: string]: string }

export type Engine = {
  readonly quoth: Quoth
  readonly index: PassageIndex
  put(path: string, text: string): Promise<Source>
  remove(id: SourceId): Promise<void>
}

/**
 * The real engine over documents in memory, put one by one in the order given.
 * @param encoder goes by meaning as well
 */
export const engineOver = async (documents: Documents = {}, encoder: Encoder | null = null): Promise<Engine> => {
  const library = memoryLibrary()
  const index = emptyIndex()
  const meaning = encoder && createMeaningIndex(encoder, (id) => library.get(id), null, { isPatient: true })
  const byMeaning = meaning ? { meaning, weights: learnedWeightsWithMeaning } : undefined
  const engine: Engine = {
    quoth: createQuoth({
      library,
      index,
      analyser,
      vectors,
      weights: learnedWeights,
      byMeaning,
      cite: citingIn(library),
    }),
    index,
    put: async (path, text) => {
      const source = sourceOf(path, text)
      await library.put(source)
      await index.replace([indexedSource(source)])
      meaning?.put(source.id)
      return source
    },
    remove: async (id) => {
      await library.remove(id)
      await index.remove(id)
      meaning?.remove(id)
    },
  }
  for (const [path, text] of Object.entries(documents)) await engine.put(path, text)
  return engine
}
