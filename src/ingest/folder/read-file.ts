import { constants, open } from 'node:fs/promises'
import { type Message, msg } from '../../domain/message.ts'
import { largestDocument } from '../read-document.ts'

/** A file that was changed less long ago, in milliseconds, may still be in the middle of being written. */
const settling = 150

/** Why a file that changes while it is looked at is left out. */
export const restless: Message = msg`It keeps changing, so it is skipped until it stops. Write it elsewhere, then move it here once it is complete.`

/**
 * The bytes of a regular file, at most one more than the largest document has; or why they are not to be trusted now. It is opened
 * without waiting, so that a pipe that took the file's place cannot hold the reader up.
 * @throws what the file system says
 */
export const readStableFile = async (file: string): Promise<Uint8Array | Message> => {
  const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const before = await handle.stat()
    // A clock that was set back says nothing.
    const age = Date.now() - before.mtimeMs
    if (!before.isFile() || (age >= 0 && age < settling)) return restless
    // One more than there should be shows whether there are more.
    const bytes = new Uint8Array(Math.min(before.size, largestDocument) + 1)
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    const after = await handle.stat()
    const isSame = after.size === before.size && after.mtimeMs === before.mtimeMs && after.ctimeMs === before.ctimeMs
    if (!isSame) return restless
    // As of files that a system makes up while they are read, and of a disk that is not in step with its server.
    if (length !== Math.min(before.size, bytes.length))
      return msg`Its size does not match its contents, so it was skipped. Replace it with a copy.`
    return bytes.subarray(0, length)
  } finally {
    await handle.close()
  }
}
