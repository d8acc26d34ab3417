import type { SourceId } from '../domain/source.ts'
import type { EncodedSource } from './encoded-source.ts'

/** A file that stays open and does not change. */
export type ByteFile = {
  /**
   * These bytes of it, good until the next call: memory that is taken anew for each would be given back late. Synchronous: what
   * was read lately comes from the system's memory in microseconds. Throws when the file ends before.
   */
  lend(start: number, length: number): Uint8Array
}

/** A source's bytes, or where in a file they stand: a library of a hundred thousand passages need not lie in memory. */
export type KeptSource =
  | EncodedSource
  | {
      readonly id: SourceId
      readonly version: string
      readonly file: ByteFile
      readonly start: number
      readonly length: number
    }

/** Its bytes, good until another source's are asked for. */
export const bytesOf = (kept: KeptSource): Uint8Array =>
  'bytes' in kept ? kept.bytes : kept.file.lend(kept.start, kept.length)

/** How many bytes they are, without reading them. */
export const lengthOf = (kept: KeptSource): number => ('bytes' in kept ? kept.bytes.length : kept.length)
