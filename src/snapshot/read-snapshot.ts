import { constants } from 'node:buffer'
import { createHash } from 'node:crypto'
import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { sourceId } from '../domain/source.ts'
import { readBlocks } from '../index/blocks.ts'
import type { DocumentState } from '../ingest/folder/folder-sync.ts'
import type { ByteFile, KeptSource } from '../library/kept-source.ts'
import { type DocumentRow, endBytes, magic, type TableHead } from './layout.ts'
import type { Depends } from './write-snapshot.ts'

/** The size of the reused buffer; larger reads get their own. */
const maxLent = 1 << 20

/** The limit of one read: the system allows less than 2 GB. */
const maxRead = 1 << 30

/** An open file with random access. */
export type OpenFile = ByteFile & {
  /**
   * @returns these bytes, in a buffer of their own; null when the file is shorter
   * @throws the file system's error
   */
  read(start: number, length: number): Uint8Array | null
}

export const openFile = ({ fd }: FileHandle): OpenFile => {
  const lent = new Uint8Array(maxLent)
  const fill = (bytes: Uint8Array, start: number): Uint8Array | null => {
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(fd, bytes, at, Math.min(maxRead, bytes.length - at), start + at)
      if (read === 0) return null
      at += read
    }
    return bytes
  }
  return {
    read: (start, length) => fill(new Uint8Array(length), start),
    lend(start, length) {
      try {
        return fill(length > maxLent ? new Uint8Array(length) : lent.subarray(0, length), start)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
        return null
      }
    },
  }
}

/** The contents of a snapshot. Its sources stay in the file, which must stay open. */
export type ReadHoldings = {
  readonly sources: readonly KeptSource[]
  readonly documents: Map<string, DocumentState>
  /** The argument of `openIndex`, which checks it. */
  readonly index: Uint8Array
}

const damaged = 'it is damaged or truncated'

/** The size limit of the table, in bytes: more than documents need, and safe to allocate if the file is damaged. */
const maxTable = 1 << 30

/** Bytes hashed at a time. */
const chunkBytes = 1 << 20

/** SHA-256 of these bytes; null when they cannot be read. */
const hashOf = (file: ByteFile, start: number, length: number): string | null => {
  const hash = createHash('sha256')
  for (let at = 0; at < length; at += chunkBytes) {
    const bytes = file.lend(start + at, Math.min(chunkBytes, length - at))
    if (bytes === null) return null
    hash.update(bytes)
  }
  return hash.digest('hex')
}

/**
 * Reads a snapshot. Nothing of a damaged one is used.
 * @param handle the open file
 * @param dependencies what it must have been made with
 * @returns its contents, or why it cannot be used, in words that fit after “because”
 */
export const readSnapshot = async (
  handle: FileHandle,
  { program, folder }: Depends,
): Promise<ReadHoldings | string> => {
  const { size } = await handle.stat()
  const file = openFile(handle)
  const end = size < endBytes ? null : file.read(size - endBytes, endBytes)
  if (end === null) return damaged
  const lengths = Buffer.from(end)
  const indexLength = Number(lengths.readBigUInt64LE(0))
  const sourcesLength = Number(lengths.readBigUInt64LE(8))
  const tableStart = indexLength + sourcesLength
  const tableLength = size - endBytes - tableStart
  if (tableLength < 0 || tableLength > maxTable || indexLength > constants.MAX_LENGTH) return damaged

  const rows = file.read(tableStart, tableLength)
  if (rows === null) return damaged
  const table = readBlocks(magic, rows)
  if (table === 'foreign') return 'it is damaged, or from another version of Quoth'
  if (table === 'damaged') return damaged
  const head = table.json() as TableHead
  if (head.program !== program) return 'it was made by another version of Quoth'
  if (head.folder !== folder) return 'it was made for another folder'
  if (head.sources !== hashOf(file, indexLength, sourcesLength)) return damaged

  const sources: KeptSource[] = []
  const documents = new Map<string, DocumentState>()
  let start = indexLength
  for (let block = 0; block < head.blocks; block += 1)
    for (const [path, name, fingerprint, hash, source] of table.json() as readonly DocumentRow[]) {
      const id = sourceId(name)
      const refusal = 'key' in source ? source : null
      documents.set(path, { id, fingerprint, hash, refusal })
      if ('key' in source) continue
      const [version, length, checksum, keys] = source
      sources.push({ id, version, keys, file, start, length, checksum })
      start += length
    }
  const index = file.read(0, indexLength)
  return index === null ? damaged : { sources, documents, index }
}
