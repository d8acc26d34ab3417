import { lstat, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { QuothError } from '../domain/error.ts'
import { type Connection, connect } from './connection.ts'
import { isBusy, problemOf } from './failure.ts'

/** The lock on a data folder. It ends with the process, however that ends. */
export type FolderLock = { release(): Promise<void> }

/** How long to wait for a bot that is being replaced to end, in milliseconds. */
const waitForOther = 1_000

/**
 * Locks a data folder for this bot, because two bots would answer everyone twice. The lock is SQLite’s, so the
 * operating system holds it, on a file that is otherwise empty. Programs that only read the state, such as the
 * terminal, do not lock it.
 * @returns the lock; null if no such file can be created, since then nothing can be saved in the folder either, which
 * `openState` reports
 * @throws QuothError `folder-in-use` if another bot has the lock, or may have it
 */
export const lockFolder = async (folder: string): Promise<FolderLock | null> => {
  const file = join(folder, 'lock.db')
  let connection: Connection | null = null
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const held = await connect(file, waitForOther)
    connection = held
    // SQLite does not lock a read-only file, and reports that at the first change. This change never reaches the disk.
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
        `Another Quoth is using the folder “${folder}”. Stop it first, or set QUOTH_DATA to another folder.`,
      )
    const reason = problemOf(error)
    if (reason === undefined && (error as NodeJS.ErrnoException).syscall === undefined) throw error
    const exists = await lstat(file).then(
      () => true,
      () => false,
    )
    // It cannot be known whether another bot has the lock.
    if (exists)
      throw new QuothError(
        'folder-in-use',
        `${file} cannot be locked, because ${reason ?? 'it cannot be accessed'}, so another Quoth may be using this ` +
          'folder. If not, move the file away and start again, or set QUOTH_DATA to another folder.',
      )
    return null
  }
}
