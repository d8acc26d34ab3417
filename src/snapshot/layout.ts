// A snapshot is a file of three parts and a footer:
//
//   index      as `IndexSnapshot.write` writes it, with its own checksum
//   sources    their bytes, one after another
//   table      blocks: what the snapshot depends on, then rows of documents
//   footer     the lengths of index and sources, 64 bits each, little-endian
//
// One file, so that its parts always belong together.

import type { Message } from '../domain/message.ts'
import type { KeptSource } from '../library/kept-source.ts'

/** The version of the table's layout; raise the digit with every change. */
export const magic = 'quothtb4'

/** The length of the footer. */
export const endBytes = 16

/** What a snapshot depends on besides the documents, and the checksum of its sources. */
export type TableHead = {
  readonly program: string
  /** The folder's real path. */
  readonly folder: string
  /** SHA-256 of the sources part, in hexadecimal. */
  readonly sources: string
  /** How many blocks of rows follow. */
  readonly blocks: number
}

/** A document's state, and its source's version, length in bytes, checksum and keys, or why it was refused. */
export type DocumentRow = readonly [
  path: string,
  id: string,
  fingerprint: string,
  hash: string,
  source: readonly [version: string, length: number, checksum: string, keys: KeptSource['keys']] | Message,
]
