import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, stat, truncate } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { createTurns } from '../concurrency/turns.ts'
import { writeAtomically } from '../snapshot/atomic-file.ts'
import { dimensions } from './vectors.ts'

/** The short name of a text; in practice, no two texts have the same. */
export type TextHash = string

const hashBytes = 12
const recordBytes = hashBytes + dimensions + 4

/** @returns the hash under which the vector of `text` is kept */
export const hashOf = (text: string): TextHash =>
  createHash('sha256').update(text).digest().subarray(0, hashBytes).toString('base64url')

type Entry = readonly [TextHash, Int8Array]

/**
 * Vectors kept on disk by the hash of their text, so that none is made twice. A cache: it may be deleted at any time.
 */
export type VectorFile = {
  /** Calls `add` with each vector that is kept. To be called before anything is written. */
  read(add: (hash: TextHash, vector: Int8Array) => void): Promise<void>
  /** Keeps vectors. */
  append(entries: readonly Entry[]): Promise<void>
  /** Keeps these alone, unless another process has written to the file as well. */
  rewrite(entries: Iterable<Entry>): Promise<void>
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

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => ({ size: 0 }))).size

const recordOf = ([hash, vector]: Entry): Buffer => {
  const record = Buffer.alloc(recordBytes)
  record.set(Buffer.from(hash, 'base64url'), 0)
  record.set(new Uint8Array(vector.buffer, vector.byteOffset, dimensions), hashBytes)
  record.writeUInt32LE(crc32(record.subarray(0, recordBytes - 4)), recordBytes - 4)
  return record
}

/** Records that are written at a time. */
const batch = 1000

/**
 * A file of a line that names the model, then records of the same length: hash, vector, CRC-32. Records are only added,
 * whole and at the end, also where two processes do so at once. A crash loses what was being written and no more: what
 * follows a damaged record is not read, and is cut off before more is added.
 * @param file the path; its folder is created when needed
 * @param model names the encoder; what another one wrote is dropped
 */
export const openVectorFile = (file: string, model: string): VectorFile => {
  const header = Buffer.from(`Quoth vectors 1 ${model}\n`)
  let handle: FileHandle | null = null
  /** Bytes of the file as it was read, and where its sound records end; 0 when it has to be made. */
  let [found, sound] = [0, 0]
  /** Bytes that the file has if nobody else writes to it. */
  let expected = 0

  async function* pieces(entries: Iterable<Entry>): AsyncGenerator<Uint8Array> {
    yield header
    let pending: Buffer[] = []
    for (const entry of entries) {
      pending.push(recordOf(entry))
      if (pending.length < batch) continue
      yield Buffer.concat(pending)
      pending = []
    }
    yield Buffer.concat(pending)
  }
  const replace = async (entries: Iterable<Entry>): Promise<void> => {
    await handle?.close()
    handle = null
    await writeAtomically(file, pieces(entries))
    found = sound = expected = await sizeOf(file)
  }
  const opened = async (): Promise<FileHandle> => {
    if (handle !== null) return handle
    const size = await sizeOf(file)
    // It is new, of another model, or was deleted meanwhile.
    if (sound === 0 || size === 0) await replace([])
    // Only what was seen to be damaged is cut off: another process may have added to the file.
    else if (sound < found && size === found) await truncate(file, sound)
    expected = await sizeOf(file)
    handle = await open(file, constants.O_WRONLY | constants.O_APPEND)
    return handle
  }

  return {
    read: async (add) => {
      const bytes = await readRegular(file)
      found = bytes.length
      if (!bytes.subarray(0, header.length).equals(header)) return
      sound = header.length
      const turn = createTurns()
      for (; sound + recordBytes <= bytes.length; sound += recordBytes) {
        const record = bytes.subarray(sound, sound + recordBytes)
        if (record.readUInt32LE(recordBytes - 4) !== crc32(record.subarray(0, recordBytes - 4))) break
        const vector = new Int8Array(record.buffer, record.byteOffset + hashBytes, dimensions)
        add(record.toString('base64url', 0, hashBytes), vector)
        await turn()
      }
    },
    append: async (entries) => {
      if (entries.length === 0) return
      const into = await opened()
      const bytes = Buffer.concat(entries.map(recordOf))
      await into.appendFile(bytes)
      expected += bytes.length
    },
    rewrite: async (entries) => {
      await opened()
      if ((await sizeOf(file)) === expected) await replace(entries)
    },
    close: async () => {
      await handle?.close()
      handle = null
    },
  }
}
