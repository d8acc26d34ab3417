import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file that is being written carries this; milliseconds after which one of it was left behind by a process that was killed. */
const temporary = '.tmp'
const leftBehind = 3_600_000

const sweep = async (folder: string, name: string): Promise<void> => {
  for (const other of await readdir(folder)) {
    if (!(other.startsWith(`${name}.`) && other.endsWith(temporary))) continue
    // One that is gone by now was renamed by its writer.
    const stats = await stat(join(folder, other)).catch(() => null)
    if (stats && Date.now() - stats.mtimeMs > leftBehind) await rm(join(folder, other), { force: true })
  }
}

/** Makes what was renamed in the folder outlast a loss of power. Not every file system lets a folder be synced. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder)
  try {
    await handle.sync().catch(() => {})
  } finally {
    await handle.close()
  }
}

/**
 * Puts a file of these pieces in the place of `file`, whole or not at all: whoever reads it meanwhile, or after a crash, finds the
 * old one or the new one. Of several writers the last one wins. The folder is made when there is none; both are the owner's alone.
 * Rejects with what the file system says, and then leaves nothing behind.
 */
export const writeAtomically = async (file: string, pieces: AsyncIterable<Uint8Array>): Promise<void> => {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sweep(folder, basename(file))
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
