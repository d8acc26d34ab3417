import { dimensions, dot, lengthOf } from './vectors.ts'

/** Rows of a chunk: growing then copies nothing. */
const chunkRows = 4096
/** The signs of a vector, 32 to a number. */
const signWords = dimensions / 32

type Chunk = { readonly vectors: Int8Array; readonly lengths: Float32Array; readonly signs: Uint32Array }

/** Vectors by number. */
export type VectorRows = {
  /** Puts a vector in a row: one there is, or the next. */
  set(row: number, vector: Int8Array): void
  /** The cosine of the row and a vector of length `length`. */
  cosine(vector: Int8Array, length: number, row: number): number
  /** In how many dimensions the row has another sign than a vector of these signs. */
  signsApart(signs: Uint32Array, row: number): number
  /** A row's own bytes. */
  at(row: number): Int8Array
}

/** The signs of the vector in `vectors` that starts at `from`. */
export const signsOf = (vectors: Int8Array, from = 0): Uint32Array => {
  const signs = new Uint32Array(signWords)
  for (let i = 0; i < dimensions; i++)
    if ((vectors[from + i] as number) > 0) signs[i >> 5] = (signs[i >> 5] as number) | (1 << (i & 31))
  return signs
}

/** The number of bits that are set in a 32-bit number. */
const bitsIn = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((fours + (fours >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** Vectors in memory: 384 signed bytes each, with their lengths and signs. */
export const createVectorRows = (): VectorRows => {
  const chunks: Chunk[] = []
  const chunkOf = (row: number): Chunk => chunks[Math.floor(row / chunkRows)] as Chunk
  return {
    set: (row, vector) => {
      if (row === chunks.length * chunkRows)
        chunks.push({
          vectors: new Int8Array(chunkRows * dimensions),
          lengths: new Float32Array(chunkRows),
          signs: new Uint32Array(chunkRows * signWords),
        })
      const { vectors, lengths, signs } = chunkOf(row)
      const place = row % chunkRows
      vectors.set(vector, place * dimensions)
      lengths[place] = lengthOf(vector)
      signs.set(signsOf(vector), place * signWords)
    },
    cosine: (vector, length, row) => {
      const { vectors, lengths } = chunkOf(row)
      const place = row % chunkRows
      return dot(vector, vectors, place * dimensions) / (length * (lengths[place] as number))
    },
    signsApart: (asked, row) => {
      const { signs } = chunkOf(row)
      const from = (row % chunkRows) * signWords
      let apart = 0
      for (let i = 0; i < signWords; i++) apart += bitsIn((asked[i] as number) ^ (signs[from + i] as number))
      return apart
    },
    at: (row) => {
      const from = (row % chunkRows) * dimensions
      return chunkOf(row).vectors.subarray(from, from + dimensions)
    },
  }
}
