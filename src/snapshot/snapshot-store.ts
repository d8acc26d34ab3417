import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { writeAtomically } from './atomic-file.ts'
import { programFingerprint } from './program-fingerprint.ts'
import { type Holdings, type ReadHoldings, readSnapshot, writeSnapshot } from './snapshot.ts'

/** The place of one folder's snapshot. */
export type SnapshotStore = {
  readonly file: string
  /** What was written last; why it is of no use, in words that fit behind “because”; null when there is nothing. */
  read(): Promise<ReadHoldings | string | null>
  /** Rejects with what the file system says. */
  write(holdings: Holdings): Promise<void>
}

const isMissing = (error: unknown): boolean =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')

/** The place in the folder `data` for what is known of the library folder `folder`; several libraries may share `data`. */
export const snapshotStore = async (data: string, folder: string): Promise<SnapshotStore> => {
  const real = await realpath(folder).catch(() => resolve(folder))
  const name = createHash('sha256').update(real).digest('hex').slice(0, 16)
  const file = join(data, `${name}.snapshot`)
  const depends = { program: await programFingerprint(), folder: real }
  return {
    file,
    read: async () => {
      try {
        return readSnapshot(await readFile(file), depends)
      } catch (error) {
        if (isMissing(error)) return null
        if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
        return `it could not be read (${(error as NodeJS.ErrnoException).code})`
      }
    },
    write: (holdings) => writeAtomically(file, writeSnapshot(holdings, depends)),
  }
}
