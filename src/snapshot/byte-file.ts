import { readSync } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import type { ByteFile } from '../library/kept-source.ts'

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
