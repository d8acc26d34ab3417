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

/** Most that is lent of the same memory; more is taken anew. */
const mostLent = 1 << 20

/** Most that is read in one go: the system reads less than 2 GB. */
const mostAtOnce = 1 << 30

/** An open file whose bytes can be read in part. */
export type OpenFile = ByteFile & {
  /** These bytes of it, in memory of their own; null when the file ends before. Throws what the file system says. */
  read(start: number, length: number): Uint8Array | null
}

export const openFile = ({ fd }: FileHandle): OpenFile => {
  const lent = new Uint8Array(mostLent)
  const fill = (bytes: Uint8Array, start: number): Uint8Array | null => {
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(fd, bytes, at, Math.min(mostAtOnce, bytes.length - at), start + at)
      if (read === 0) return null
      at += read
    }
    return bytes
  }
  return {
    read: (start, length) => fill(new Uint8Array(length), start),
    lend(start, length) {
      try {
        return fill(length > mostLent ? new Uint8Array(length) : lent.subarray(0, length), start)
      } catch (error) {
        if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
        return null
      }
    },
  }
}

/** What a snapshot holds. Its sources stay in the file, which must stay open. */
export type ReadHoldings = {
  readonly sources: readonly KeptSource[]
  readonly documents: Map<string, DocumentState>
  /** What `openIndex` takes; it is not checked yet. */
  readonly index: Uint8Array
}

const damaged = 'it is damaged or cut short'

/** Bytes of the table at most: far more than documents need, and few enough to be taken on the word of a damaged file. */
const longestTable = 1 << 30

/** Bytes that are checked in one go. */
const checkedAtOnce = 1 << 20

/** SHA-256 of these bytes; null when they cannot be read. */
const hashOf = (file: ByteFile, start: number, length: number): string | null => {
  const hash = createHash('sha256')
  for (let at = 0; at < length; at += checkedAtOnce) {
    const bytes = file.lend(start + at, Math.min(checkedAtOnce, length - at))
    if (bytes === null) return null
    hash.update(bytes)
  }
  return hash.digest('hex')
}

/** What the file of `handle` holds; or why it is of no use, in words that fit behind “because”. Of a damaged one, nothing is used. */
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
  if (tableLength < 0 || tableLength > longestTable || indexLength > constants.MAX_LENGTH) return damaged

  const rows = file.read(tableStart, tableLength)
  if (rows === null) return damaged
  const table = readBlocks(magic, rows)
  if (table === 'foreign') return 'it is damaged, or of another version of Quoth'
  if (table === 'damaged') return damaged
  const head = table.json() as TableHead
  if (head.program !== program) return 'another version of Quoth made it'
  if (head.folder !== folder) return 'it is of another folder'
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
      const [version, length, checksum] = source
      sources.push({ id, version, file, start, length, checksum })
      start += length
    }
  const index = file.read(0, indexLength)
  return index === null ? damaged : { sources, documents, index }
}
