import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeAtomically } from './atomic-file.ts'
import { programFingerprint } from './program-fingerprint.ts'
import { type ReadHoldings, readSnapshot } from './read-snapshot.ts'
import { type Depends, type Holdings, writeSnapshot } from './write-snapshot.ts'

/** Where the snapshot of one folder is kept. */
export type SnapshotStore = {
  readonly file: string
  /** The last snapshot; or why it cannot be used, in words that fit after “because”; null when there is none. */
  read(): Promise<ReadHoldings | string | null>
  /**
   * Writes the state as of the call of `holdings`.
   * @throws the file system's error
   */
  write(holdings: () => Holdings): Promise<void>
  /** Deletes the snapshot, if there is one: it has texts that nobody has any more. */
  discard(): Promise<void>
  /** To be called when nothing that was read is in use any more. */
  close(): Promise<void>
}

/**
 * Renames something that is not a file, since somebody may need it.
 * @returns what happened, in words that fit after “because”
 */
const setAside = async (file: string): Promise<string> => {
  const aside = `${file}.aside-${new Date().toISOString().replace(/[:.]/g, '-')}`
  try {
    await rename(file, aside)
    return `it is not a regular file; it was renamed to ${aside}`
  } catch (error) {
    return `it is not a regular file, and cannot be renamed (${(error as NodeJS.ErrnoException).code})`
  }
}

/** A folder's own path, whatever leads to it. */
const realFolder = (folder: string): Promise<string> => realpath(folder).catch(() => resolve(folder))

/**
 * @param data the data folder, which several libraries may share
 * @param folder the library folder
 * @param ending says what the file keeps
 * @returns the path of a file about that library
 */
export const libraryFile = async (data: string, folder: string, ending: 'snapshot' | 'vectors'): Promise<string> => {
  const name = createHash('sha256')
    .update(await realFolder(folder))
    .digest('hex')
    .slice(0, 16)
  return join(data, `${name}.${ending}`)
}

/**
 * @param data the data folder
 * @param folder the library folder
 * @param settings those by which documents are read otherwise; under other ones, a snapshot is not used
 * @returns the store of its snapshot
 */
export const snapshotStore = async (data: string, folder: string, settings = ''): Promise<SnapshotStore> => {
  const real = await realFolder(folder)
  const file = await libraryFile(data, folder, 'snapshot')
  let handle: FileHandle | null = null
  // Computed now, since the program's files may have been updated by the time of writing.
  const depends: Depends = { program: `${programFingerprint()}${settings}`, folder: real }

  return {
    file,
    read: async () => {
      try {
        if (!(await stat(file)).isFile()) return await setAside(file)
        // Non-blocking, so that a pipe that has replaced the file cannot delay the start.
        handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
        return await readSnapshot(handle, depends)
      } catch (error) {
        const { code, syscall } = error as NodeJS.ErrnoException
        if (syscall === undefined) throw error
        return code === 'ENOENT' || code === 'ENOTDIR' ? null : `it could not be read (${code})`
      }
    },
    write: async (holdings) => writeAtomically(file, writeSnapshot(holdings(), depends)),
    discard: () => rm(file, { force: true }),
    close: async () => handle?.close(),
  }
}
