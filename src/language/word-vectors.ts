/** Word embeddings: words of similar meaning have vectors of similar direction. */
export type WordVectors = {
  /** The length of a vector. */
  readonly dimensions: number
  /** The number of a folded word; undefined for a word without a vector. */
  placeOf(word: string): number | undefined
  /** The cosine similarity of two words, by number: 1 for the same, about 0 or below for unrelated ones. */
  similarity(a: number, b: number): number
  /** Adds `share` of the word's vector, normalised to length 1, to `sum`. */
  addTo(sum: Float32Array, place: number, share: number): void
}

/** The first bytes of the file; the version changes with the layout. */
const magic = 'QUOTHWV1'
const headerBytes = 20

/**
 * Reads the file that `bench/make-word-vectors.ts` writes: the magic word, three little-endian 32-bit numbers (words,
 * dimensions, bytes of the word list), the words separated by line feeds, and one signed byte a dimension.
 * @param bytes the whole file
 * @returns the vectors, which keep the bytes
 * @throws Error when the file is damaged: it ships with the program, so that is a bug
 */
export const openWordVectors = (bytes: Uint8Array): WordVectors => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = (from: number, to: number): string => new TextDecoder().decode(bytes.subarray(from, to))
  const [count, dimensions, listBytes] = [8, 12, 16].map((at) => view.getUint32(at, true)) as [number, number, number]
  const vectorsAt = headerBytes + listBytes
  if (text(0, magic.length) !== magic || bytes.byteLength !== vectorsAt + count * dimensions)
    throw new Error('The word vectors file is damaged or from another version.')
  const places = new Map(
    text(headerBytes, vectorsAt)
      .split('\n')
      .map((word, place) => [word, place]),
  )
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset + vectorsAt, count * dimensions)
  const lengths = new Float32Array(count)
  for (let place = 0; place < count; place++) {
    let sum = 0
    for (let at = place * dimensions; at < (place + 1) * dimensions; at++) sum += (vectors[at] as number) ** 2
    lengths[place] = Math.sqrt(sum) || 1
  }
  return {
    dimensions,
    placeOf: (word) => places.get(word),
    similarity: (a, b) => {
      let dot = 0
      const from = a * dimensions
      const other = b * dimensions
      for (let i = 0; i < dimensions; i++) dot += (vectors[from + i] as number) * (vectors[other + i] as number)
      return dot / ((lengths[a] as number) * (lengths[b] as number))
    },
    addTo: (sum, place, share) => {
      const scale = share / (lengths[place] as number)
      const from = place * dimensions
      for (let i = 0; i < dimensions; i++) sum[i] = (sum[i] as number) + scale * (vectors[from + i] as number)
    },
  }
}
