import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { createTurns } from '../concurrency/turns.ts'
import { dimensions } from './vectors.ts'

/** The short name of a text: of two different texts, no two have the same. */
export type TextHash = string

const hashBytes = 12
const recordBytes = hashBytes + dimensions + 4

/** @returns the hash under which the vector of `text` is kept */
export const hashOf = (text: string): TextHash =>
  createHash('sha256').update(text).digest().subarray(0, hashBytes).toString('base64url')

/**
 * Vectors kept on disk by the hash of their text, so that none is made twice. A cache: it may be deleted at any time.
 */
export type VectorFile = {
  /** Calls `add` with each vector that is kept. */
  read(add: (hash: TextHash, vector: Int8Array) => void): Promise<void>
  /** Keeps vectors. */
  append(entries: readonly (readonly [TextHash, Int8Array])[]): Promise<void>
  /** Keeps these alone. */
  rewrite(entries: Iterable<readonly [TextHash, Int8Array]>): Promise<void>
  close(): Promise<void>
}

/**
 * The bytes of a regular file; none when it is missing. Non-blocking, so that a pipe in its place cannot hang the
 * start.
 * @throws Error for anything else in its place
 */
const readRegular = async (file: string): Promise<Buffer> => {
  let handle: FileHandle
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0)
    throw error
  }
  try {
    if (!(await handle.stat()).isFile()) throw new Error(`${file} is not a regular file`)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

const recordOf = (hash: TextHash, vector: Int8Array): Buffer => {
  const record = Buffer.alloc(recordBytes)
  record.set(Buffer.from(hash, 'base64url'), 0)
  record.set(new Uint8Array(vector.buffer, vector.byteOffset, dimensions), hashBytes)
  record.writeUInt32LE(crc32(record.subarray(0, recordBytes - 4)), recordBytes - 4)
  return record
}

/**
 * A file of a line that names the model, then records of the same length: hash, vector, CRC-32. Records are only
 * added, so that a crash loses what was being written and no more: what follows a damaged record is not read, and is
 * written over.
 * @param file the path; its folder is created when needed
 * @param model names the encoder; what another one wrote is dropped
 */
export const openVectorFile = (file: string, model: string): VectorFile => {
  const header = Buffer.from(`Quoth vectors 1 ${model}\n`)
  let handle: FileHandle | null = null
  /** Where the sound records end. */
  let end = 0

  const opened = async (): Promise<FileHandle> => {
    if (handle !== null) return handle
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    handle = await open(file, end === 0 ? 'w' : 'r+', 0o600)
    if (end === 0) {
      await handle.write(header, 0, header.length, 0)
      end = header.length
    } else await handle.truncate(end)
    return handle
  }

  return {
    read: async (add) => {
      const bytes = await readRegular(file)
      if (!bytes.subarray(0, header.length).equals(header)) return
      end = header.length
      const turn = createTurns()
      for (; end + recordBytes <= bytes.length; end += recordBytes) {
        const record = bytes.subarray(end, end + recordBytes)
        if (record.readUInt32LE(recordBytes - 4) !== crc32(record.subarray(0, recordBytes - 4))) break
        const vector = new Int8Array(record.buffer, record.byteOffset + hashBytes, dimensions)
        add(record.toString('base64url', 0, hashBytes), vector)
        await turn()
      }
    },
    append: async (entries) => {
      if (entries.length === 0) return
      const into = await opened()
      const bytes = Buffer.concat(entries.map(([hash, vector]) => recordOf(hash, vector)))
      await into.write(bytes, 0, bytes.length, end)
      end += bytes.length
    },
    rewrite: async (entries) => {
      const next = `${file}.new`
      const into = await open(next, 'w', 0o600)
      let written = header.length
      try {
        await into.write(header)
        let pending: Buffer[] = []
        const flush = async (): Promise<void> => {
          const bytes = Buffer.concat(pending)
          await into.write(bytes)
          written += bytes.length
          pending = []
        }
        for (const [hash, vector] of entries) {
          pending.push(recordOf(hash, vector))
          if (pending.length === 1000) await flush()
        }
        await flush()
        await into.sync()
      } catch (error) {
        await into.close()
        await rm(next, { force: true })
        throw error
      }
      await into.close()
      await handle?.close()
      handle = null
      await rename(next, file)
      end = written
    },
    close: async () => {
      await handle?.close()
      handle = null
    },
  }
}
