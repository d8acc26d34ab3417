import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** The ending of files that are being written. */
const temporary = '.tmp'
/** In milliseconds. An older temporary file was left by a process that was killed. */
const maxAge = 3_600_000

const removeStale = async (folder: string, name: string): Promise<void> => {
  for (const other of await readdir(folder)) {
    if (!(other.startsWith(`${name}.`) && other.endsWith(temporary))) continue
    // If it is gone, its writer has renamed it.
    const stats = await stat(join(folder, other)).catch(() => null)
    if (stats && Date.now() - stats.mtimeMs > maxAge) await rm(join(folder, other), { force: true })
  }
}

/** Makes a rename survive a power cut. Not every file system can sync a folder. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder)
  try {
    await handle.sync().catch(() => {})
  } finally {
    await handle.close()
  }
}

/**
 * Replaces a file atomically: a reader, even after a crash, finds the old one or the new one. Of several writers the
 * last one wins. Creates the folder if needed; only the owner can read it and the file.
 * @param file the path
 * @param pieces its new contents
 * @throws the file system's error, leaving no temporary file
 */
export const writeAtomically = async (file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> => {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeStale(folder, basename(file))
  const written = `${file}.${randomUUID()}${temporary}`
  try {
    const handle = await open(written, 'wx', 0o600)
    try {
      await writeFile(handle, pieces)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(written, file)
  } catch (error) {
    await rm(written, { force: true })
    throw error
  }
  await syncFolder(folder)
}
