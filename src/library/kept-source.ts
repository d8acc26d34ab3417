import { hash } from 'node:crypto'
import type { SourceId } from '../domain/source.ts'
import type { CitationKeys } from './citation-keys.ts'
import type { EncodedSource } from './encoded-source.ts'

/** A file that stays open, and that others may damage meanwhile. */
export type ByteFile = {
  /**
   * Reads bytes into a reused buffer, valid until the next call: new buffers would be freed late. Synchronous, since
   * recent reads come from the system's cache in microseconds. Null when they cannot be read, or the file is shorter.
   */
  lend(start: number, length: number): Uint8Array | null
}

/** A source's bytes, or where they are in a file, so that a large library need not be in memory. */
export type KeptSource =
  | EncodedSource
  | {
      readonly id: SourceId
      readonly version: string
      readonly keys: CitationKeys
      readonly file: ByteFile
      readonly start: number
      readonly length: number
      /** `checksumOf` its bytes. */
      readonly checksum: string
    }

/**
 * @param bytes all bytes of a source
 * @returns their SHA-256, in base 64
 */
export const checksumOf = (bytes: Uint8Array): string => hash('sha256', bytes, 'base64')

/**
 * @param kept a source
 * @returns its bytes, valid until the next call; null when they were damaged
 */
export const bytesOf = (kept: KeptSource): Uint8Array | null => {
  if ('bytes' in kept) return kept.bytes
  const bytes = kept.file.lend(kept.start, kept.length)
  return bytes !== null && checksumOf(bytes) === kept.checksum ? bytes : null
}

/**
 * @param kept a source
 * @returns the length of its bytes, without reading them
 */
export const lengthOf = (kept: KeptSource): number => ('bytes' in kept ? kept.bytes.length : kept.length)
