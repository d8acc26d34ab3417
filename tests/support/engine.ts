import { learnedWeights } from '../../src/answer/weights.ts'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { citationOf } from '../../src/citation/citation.ts'
import { type Source, type SourceId, sourceId } from '../../src/domain/source.ts'
import { createAnalyser } from '../../src/index/analyser.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import { createMemoryIndex } from '../../src/index/memory/memory-index.ts'
import type { PassageIndex, SavableIndex } from '../../src/index/port.ts'
import { readDocument } from '../../src/ingest/read-document.ts'
import { isKnownWord, lemmaOf } from '../../src/language/english/wink.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
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

/** The real engine over documents in memory, put one by one in the order given. */
export const engineOver = async (documents: Documents = {}): Promise<Engine> => {
  const library = memoryLibrary()
  const index = emptyIndex()
  const engine: Engine = {
    quoth: createQuoth({ library, index, analyser, vectors, weights: learnedWeights, cite: citationOf }, () => []),
    index,
    put: async (path, text) => {
      const source = sourceOf(path, text)
      await library.put(source)
      await index.replace([indexedSource(source)])
      return source
    },
    remove: async (id) => {
      await library.remove(id)
      await index.remove(id)
    },
  }
  for (const [path, text] of Object.entries(documents)) await engine.put(path, text)
  return engine
}
