import { constants, open } from 'node:fs/promises'
import { largestDocument } from './read-document.ts'

/**
 * The bytes of a regular file, at most one more than the largest document has; null when it changed while it was read.
 * It is opened without waiting, so that a pipe that took the file's place cannot hold the reader up.
 */
export const readStableFile = async (file: string): Promise<Uint8Array | null> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const before = await handle.stat()
    if (!before.isFile()) return null
    const bytes = new Uint8Array(Math.min(before.size, largestDocument + 1))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    const after = await handle.stat()
    return length === bytes.length && after.size === before.size && after.mtimeMs === before.mtimeMs ? bytes : null
  } finally {
    await handle.close()
  }
}
