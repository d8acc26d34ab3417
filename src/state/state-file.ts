import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { QuothError } from '../domain/error.ts'

/** The file of a data folder in which the state lies. */
export const stateFile = (folder: string): string => join(folder, 'quoth.db')

/** Makes the file and its folder where there is none, for its owner alone. Rejects with what the file system says. */
export const makeStateFile = async (file: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/**
 * Gives a file another name, with what SQLite keeps beside it, and tells that name. It is never deleted: somebody may be able to
 * save what is in it.
 */
export const setAside = async (file: string, now: Date): Promise<string> => {
  const aside = `${file}.aside-${now.toISOString().replace(/[:.]/g, '-')}`
  await rename(file, aside)
  for (const beside of ['-wal', '-shm'])
    await rename(file + beside, aside + beside).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  return aside
}

/** Said of a file that a newer Quoth made. */
export const newerFile = (file: string): QuothError =>
  new QuothError(
    'state',
    `${file} was made by a newer version of Quoth. Start that version, or give the file another name to begin anew.`,
  )
