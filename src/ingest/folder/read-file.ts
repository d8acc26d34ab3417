import { constants, open } from 'node:fs/promises'
import { type Message, msg } from '../../domain/message.ts'
import { largestDocument } from '../read-document.ts'

/** In milliseconds. A file that changed more recently may still be being written. */
const minAge = 150

/** Why a file that changes while it is being read is skipped. */
export const stillChanging = msg`It keeps changing, so it is skipped for now. Write it elsewhere, then move it here.`

/**
 * Reads a file that nobody is writing. Opens it non-blocking, so that a pipe in its place cannot block the reader.
 * @param file the path
 * @returns its bytes, at most one more than the largest document has; or why they cannot be read reliably now
 * @throws the file system's error
 */
export const readStableFile = async (file: string): Promise<Uint8Array | Message> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const before = await handle.stat()
    // A negative age means that the clock was set back, so it tells nothing.
    const age = Date.now() - before.mtimeMs
    if (!before.isFile() || (age >= 0 && age < minAge)) return stillChanging
    // The extra byte shows whether there is more than expected.
    const bytes = new Uint8Array(Math.min(before.size, largestDocument) + 1)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    const after = await handle.stat()
    const isSame = after.size === before.size && after.mtimeMs === before.mtimeMs && after.ctimeMs === before.ctimeMs
    if (!isSame) return stillChanging
    // Happens with generated files, as in /proc, and with stale network disks.
    if (length !== Math.min(before.size, bytes.length))
      return msg`Its size does not match its contents, so it was skipped. Replace it with a copy.`
    return bytes.subarray(0, length)
  } finally {
    await handle.close()
  }
}
