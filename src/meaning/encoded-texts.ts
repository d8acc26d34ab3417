import type { Encoder } from './encoder.ts'
import type { TextVectors } from './text-vectors.ts'
import { hashOf, type TextHash, type VectorFile } from './vector-file.ts'

/** Texts between two writes to the file. */
const batchSize = 256
/** A file with more records than this many for each that is in use is written anew. */
const maxGarbage = 2

/** The vectors of texts: those in memory, those that are kept in a file, and else what the encoder makes of them. */
type EncodedTexts = {
  /** Reads the file, once. */
  load(): Promise<void>
  /** Takes the row of a text, for one more user; null when the encoder is gone. */
  take(text: string): Promise<number | null>
  /** Writes to the file what is not in it yet. */
  save(): Promise<void>
  /** From now on, vectors that nobody uses make room for new ones: all texts that are in use were taken. */
  dropUnused(): void
  /** @param isComplete whether all texts that are in use were taken, so that the others may leave the file */
  close(isComplete: boolean): Promise<void>
}

/**
 * @param file null for memory alone; closed with the rest
 * @param onNotice called with a whole sentence when the file cannot be used
 */
export const createEncodedTexts = (
  encoder: Encoder,
  file: VectorFile | null,
  vectors: TextVectors,
  onNotice: (notice: string) => void,
): EncodedTexts => {
  let records = 0
  let unsaved: (readonly [TextHash, Int8Array])[] = []
  let keeps = file !== null
  let loaded: Promise<void> | null = null
  let reuses = false

  const withFile = async (action: (file: VectorFile) => Promise<void>): Promise<void> => {
    if (file === null || !keeps) return
    try {
      await action(file)
    } catch (error) {
      keeps = false
      onNotice(`Vectors of passages are not kept, and are made again at the next start: ${(error as Error).message}.`)
    }
  }
  const save = (): Promise<void> =>
    withFile(async (kept) => {
      const entries = unsaved
      unsaved = []
      await kept.append(entries)
    })
  const load = (): Promise<void> =>
    withFile((kept) =>
      kept.read((hash, vector) => {
        records++
        vectors.keep(hash, vector)
      }),
    )

  return {
    load: () => {
      loaded ??= load()
      return loaded
    },
    take: async (text) => {
      const hash = hashOf(text)
      const known = vectors.take(hash)
      if (known !== undefined) return known
      const vector = await encoder.encode(text, 'passage')
      if (vector === null) return null
      const row = vectors.add(hash, vector, reuses)
      records++
      if (keeps) unsaved.push([hash, vector])
      if (unsaved.length >= batchSize) await save()
      return row
    },
    save,
    dropUnused: () => {
      reuses = true
    },
    close: async (isComplete) => {
      await save()
      if (isComplete && records > maxGarbage * vectors.used()) await withFile((kept) => kept.rewrite(vectors.entries()))
      await file?.close()
    },
  }
}
