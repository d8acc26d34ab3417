import { lstat, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { QuothError } from '../domain/error.ts'
import { type Connection, connect } from './connection.ts'
import { isBusy, problemOf } from './failure.ts'

/** A data folder that no other bot works in. It ends with the process, however that ends. */
export type FolderLock = { release(): Promise<void> }

/** Milliseconds that a bot has to end when another one is started in its place. */
const patience = 1_000

/**
 * Takes a data folder for this bot alone: two of them would answer everybody twice. The lock is SQLite's, of the
 * operating system, on a file that holds nothing; what only reads the state, such as a terminal, takes none. Null where
 * no such file can be made: then nothing can be kept in the folder either, which `openState` tells.
 * @throws QuothError `folder-in-use`
 */
export const lockFolder = async (folder: string): Promise<FolderLock | null> => {
  const file = join(folder, 'lock.db')
  let connection: Connection | null = null
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const held = await connect(file, patience)
    connection = held
    // SQLite takes no lock on a file that may only be read, and says so at a change; this one never reaches the disk.
    await held.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1')
    return {
      release: async () => {
        await held.rollback()
        held.close()
      },
    }
  } catch (error) {
    connection?.close()
    if (isBusy(error))
      throw new QuothError(
        'folder-in-use',
        `Another Quoth works in the folder “${folder}”. Stop it first, or let QUOTH_DATA name another folder.`,
      )
    const reason = problemOf(error)
    if (reason === undefined && (error as NodeJS.ErrnoException).syscall === undefined) throw error
    const isThere = await lstat(file).then(
      () => true,
      () => false,
    )
    // Whether another one holds it cannot be known.
    if (isThere)
      throw new QuothError(
        'folder-in-use',
        `${file} cannot be locked, because ${reason ?? 'it cannot be reached'}, so another Quoth may work in its folder. If none does, move the file away and start again, or let QUOTH_DATA name another folder.`,
      )
    return null
  }
}
