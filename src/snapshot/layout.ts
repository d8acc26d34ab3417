// A snapshot is a file of three parts and an end:
//
//   index      as `IndexSnapshot.write` gives it; it checks itself
//   sources    their bytes, one behind the other
//   table      blocks: what the snapshot depends on, then rows of documents
//   end        the lengths of index and sources, 64 bits each, little-endian
//
// It is one file, so that its parts are of one moment whatever happens.

import type { Message } from '../domain/message.ts'

/** The layout of the table; the digit is raised with every change of it. */
export const magic = 'quothtb3'

/** The bytes of the end. */
export const endBytes = 16

/** What a snapshot depends on besides the documents, and what checks its sources together. */
export type TableHead = {
  readonly program: string
  /** The folder's real path. */
  readonly folder: string
  /** SHA-256 of the part with the sources, in hexadecimal. */
  readonly sources: string
  /** How many blocks of rows follow. */
  readonly blocks: number
}

/** A document: what was told of it, and its source's version, how many bytes it takes and their checksum, or why it became none. */
export type DocumentRow = readonly [
  path: string,
  id: string,
  fingerprint: string,
  hash: string,
  source: readonly [version: string, length: number, checksum: string] | Message,
]
