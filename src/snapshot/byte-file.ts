import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { ByteFile } from '../library/kept-source.ts'

/** Most that is lent of the same memory; more is taken anew. */
const mostLent = 1 << 20

/** Most that is read in one go: the system reads less than 2 GB. */
const mostAtOnce = 1 << 30

/** An open file whose bytes can be read in part. */
export type OpenFile = ByteFile & {
  /** These bytes of it, in memory of their own. Throws when the file ends before. */
  read(start: number, length: number): Uint8Array
}

export const openFile = ({ fd }: FileHandle): OpenFile => {
  const lent = new Uint8Array(mostLent)
  const fill = (bytes: Uint8Array, start: number): Uint8Array => {
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(fd, bytes, at, Math.min(mostAtOnce, bytes.length - at), start + at)
      if (read === 0) throw new Error('The file became shorter while it was in use')
      at += read
    }
    return bytes
  }
  const read = (start: number, length: number): Uint8Array => fill(new Uint8Array(length), start)
  return {
    read,
    lend: (start, length) => (length > mostLent ? read(start, length) : fill(lent.subarray(0, length), start)),
  }
}
