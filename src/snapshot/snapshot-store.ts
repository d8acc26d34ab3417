import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { type FileHandle, open, realpath, rename, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeAtomically } from './atomic-file.ts'
import { programFingerprint } from './program-fingerprint.ts'
import { type ReadHoldings, readSnapshot } from './read-snapshot.ts'
import { type Depends, type Holdings, writeSnapshot } from './write-snapshot.ts'

/** The place of one folder's snapshot. */
export type SnapshotStore = {
  readonly file: string
  /** What was written last; why it is of no use, in words that fit behind “because”; null when there is nothing. */
  read(): Promise<ReadHoldings | string | null>
  /** Writes what is held at the moment when `holdings` is called. Rejects with what the file system says. */
  write(holdings: () => Holdings): Promise<void>
  /** To be called when nothing that was read is used any more. */
  close(): Promise<void>
}

/**
 * Gives what stands in the place of a file another name: it is not ours, and somebody may need it. Says so, in words that fit behind
 * “because”.
 */
const setAside = async (file: string): Promise<string> => {
  const aside = `${file}.aside-${new Date().toISOString().replace(/[:.]/g, '-')}`
  try {
    await rename(file, aside)
    return `it is no regular file: it is kept as ${aside}`
  } catch (error) {
    return `it is no regular file, and it cannot be renamed (${(error as NodeJS.ErrnoException).code})`
  }
}

/** The place in the folder `data` for what is known of the library folder `folder`; several libraries may share `data`. */
export const snapshotStore = async (data: string, folder: string): Promise<SnapshotStore> => {
  const real = await realpath(folder).catch(() => resolve(folder))
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16)
  const file = join(data, `${name}.snapshot`)
  let handle: FileHandle | null = null
  // Taken now, since the program's files may be another version's by the time of writing.
  const depends: Depends = { program: programFingerprint(), folder: real }

  return {
    file,
    read: async () => {
      try {
        if (!(await stat(file)).isFile()) return await setAside(file)
        // Without waiting, so that a pipe that took the file's place since cannot hold the start up.
        handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK)
        return await readSnapshot(handle, depends)
      } catch (error) {
        const { code, syscall } = error as NodeJS.ErrnoException
        if (syscall === undefined) throw error
        return code === 'ENOENT' || code === 'ENOTDIR' ? null : `it could not be read (${code})`
      }
    },
    write: async (holdings) => writeAtomically(file, writeSnapshot(holdings(), depends)),
    close: async () => handle?.close(),
  }
}
