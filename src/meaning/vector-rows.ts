import { dimensions, lengthOf } from './vectors.ts'

/** Rows of a chunk: growing then copies nothing. */
const chunkRows = 4096

/** Vectors by number: bytes in chunks, with their lengths. */
export type VectorRows = {
  /** Adds a vector; returns its number. */
  add(vector: Int8Array): number
  /** The cosine of `question` and a row. @param length that of `question` */
  cosine(question: Int8Array, length: number, row: number): number
  /** A row's own bytes. */
  at(row: number): Int8Array
}

export const createVectorRows = (): VectorRows => {
  const chunks: Int8Array[] = []
  const lengths: Float32Array[] = []
  let count = 0
  return {
    add: (vector) => {
      const place = count % chunkRows
      if (place === 0) {
        chunks.push(new Int8Array(chunkRows * dimensions))
        lengths.push(new Float32Array(chunkRows))
      }
      chunks.at(-1)?.set(vector, place * dimensions)
      ;(lengths.at(-1) as Float32Array)[place] = lengthOf(vector)
      return count++
    },
    cosine: (question, length, row) => {
      const chunk = chunks[Math.floor(row / chunkRows)] as Int8Array
      const place = row % chunkRows
      const from = place * dimensions
      let sum = 0
      for (let i = 0; i < dimensions; i++) sum += (question[i] as number) * (chunk[from + i] as number)
      return sum / (length * ((lengths[Math.floor(row / chunkRows)] as Float32Array)[place] as number))
    },
    at: (row) => {
      const from = (row % chunkRows) * dimensions
      return (chunks[Math.floor(row / chunkRows)] as Int8Array).subarray(from, from + dimensions)
    },
  }
}
