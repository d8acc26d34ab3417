import { composeLibrary, united } from '../../src/app/compose.ts'
import type { Source } from '../../src/domain/source.ts'
import { indexedSource } from '../../src/index/indexed-source.ts'
import type { Encoder } from '../../src/meaning/encoder.ts'
import { createQuoth, type Quoth } from '../../src/quoth.ts'

/**
 * The real facade over shelves, put together as a server's are.
 * @param shelves the sources of each, one shelf at least
 * @param encoder goes by meaning as well
 */
export const quothOnShelves = async (
  shelves: readonly (readonly Source[])[],
  encoder: Encoder | null = null,
): Promise<Quoth> => {
  const encoding = encoder === null ? undefined : { encoder, file: null, isPatient: true }
  const openShelf = async (sources: readonly Source[]) => {
    const { saved, answering, meaning } = await composeLibrary(null, { encoding })
    await saved.index.replace(sources.map(indexedSource))
    for (const source of sources) await saved.library.put(source)
    for (const { id } of sources) meaning?.put(id)
    return answering
  }
  return createQuoth(united(await Promise.all(shelves.map(openShelf))))
}
