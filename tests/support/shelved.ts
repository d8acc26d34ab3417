import { learnedWeights, learnedWeightsWithMeaning } from '../../src/answer/weights.ts'
import { loadWordVectors } from '../../src/app/load-word-vectors.ts'
import { citingIn } from '../../src/citation/citation.ts'
import type { Source } from '../../src/domain/source.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import { unionIndex } from '../../src/index/union.ts'
import { memoryLibrary } from '../../src/library/memory.ts'
import { unionLibrary } from '../../src/library/union.ts'
import type { Encoder } from '../../src/meaning/encoder.ts'
import { createMeaningIndex } from '../../src/meaning/meaning-index.ts'
import { unionMeaning } from '../../src/meaning/union.ts'
import { createQuoth, type Quoth } from '../../src/quoth.ts'
import { analyser, emptyIndex } from './engine.ts'

/** A shelf of these sources. */
const shelfOf = async (sources: readonly Source[], encoder: Encoder | null) => {
  const [library, index] = [memoryLibrary(), emptyIndex()]
  for (const source of sources) await library.put(source)
  await index.replace(sources.map(indexedSource))
  const meaning = encoder && createMeaningIndex(encoder, (id) => library.get(id), null)
  for (const { id } of sources) meaning?.put(id)
  await meaning?.settled()
  return { library, index, meaning }
}

/**
 * The real facade over the union of shelves.
 * @param shelves the sources of each
 * @param encoder goes by meaning as well
 */
export const quothOnShelves = async (
  shelves: readonly (readonly Source[])[],
  encoder: Encoder | null = null,
): Promise<Quoth> => {
  const opened = await Promise.all(shelves.map((sources) => shelfOf(sources, encoder)))
  const library = unionLibrary(opened.map((shelf) => shelf.library))
  const meaning = encoder && unionMeaning(opened.flatMap((shelf) => shelf.meaning ?? []))
  return createQuoth({
    library,
    index: unionIndex(opened.map((shelf) => shelf.index)),
    analyser,
    vectors: await loadWordVectors(),
    weights: learnedWeights,
    byMeaning: meaning ? { meaning, weights: learnedWeightsWithMeaning } : undefined,
    cite: citingIn(library),
  })
}
