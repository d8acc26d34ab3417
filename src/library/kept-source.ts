import { hash } from 'node:crypto'
import type { SourceId } from '../domain/source.ts'
import type { EncodedSource } from './encoded-source.ts'

/** A file that stays open. Whoever may write to it can damage it meanwhile. */
export type ByteFile = {
  /**
   * These bytes of it, good until the next call: memory that is taken anew for each would be given back late. Synchronous: what
   * was read lately comes from the system's memory in microseconds. Null when they cannot be read, or the file ends before.
   */
  lend(start: number, length: number): Uint8Array | null
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
      /** What `checksumOf` gives of its bytes. */
      readonly checksum: string
    }

/** SHA-256 of all bytes of a source: text, record and places. */
export const checksumOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64')

/** Its bytes, good until another source's are asked for; null when they are no longer what they were. */
export const bytesOf = (kept: KeptSource): Uint8Array | null => {
  if ('bytes' in kept) return kept.bytes
  const bytes = kept.file.lend(kept.start, kept.length)
  return bytes !== null && checksumOf(bytes) === kept.checksum ? bytes : null
}

/** How many bytes they are, without reading them. */
export const lengthOf = (kept: KeptSource): number => ('bytes' in kept ? kept.bytes.length : kept.length)
