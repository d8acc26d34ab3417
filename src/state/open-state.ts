import { existsSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { QuothError } from '../domain/error.ts'
import { type Database, type OpenFailure, openDatabase, openFailureOf } from './database.ts'
import { openFeedback, openIdentifies } from './feedback.ts'
import { openPeople } from './people.ts'
import type { State } from './port.ts'
import { openReplies } from './replies.ts'
import { openSettings } from './settings.ts'
import { openUses } from './uses.ts'
import { openWaiting } from './waiting.ts'

/** The state in an open database. */
const stateOver = async (database: Database): Promise<State> => ({
  replies: await openReplies(database),
  settings: await openSettings(database),
  feedback: await openFeedback(database),
  waiting: await openWaiting(database),
  uses: await openUses(database),
  people: await openPeople(database),
  identifies: await openIdentifies(database),
  close: database.close,
})

/** An open state, or why there is none. */
type OpenedState = { readonly kind: 'opened'; readonly state: State; readonly database: Database } | OpenFailure

/** The state, and its database for what else is kept in the file; null where the state is in memory alone. */
export type OpenData = { readonly state: State; readonly database: Database | null }

/**
 * Opens the state in a database.
 * @param path the file, which is created if it does not exist; `:memory:` for none
 * @param onFailure called when writes begin to fail, with a clause after “because”
 */
export const openAt = async (path: string, onFailure: (reason: string) => void): Promise<OpenedState> => {
  const opened = await openDatabase(path, onFailure)
  if (opened.kind !== 'opened') return opened
  try {
    return { kind: 'opened', state: await stateOver(opened.database), database: opened.database }
  } catch (error) {
    await opened.database.close()
    const failure = openFailureOf(error)
    if (failure === undefined) throw error
    return failure
  }
}

/** The file of the state in a data folder. */
const stateFile = (folder: string): string => join(folder, 'quoth.db')

/** Creates the file and its folder if they do not exist, with access for the owner only. */
const createStateFile = async (file: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/**
 * Renames a file, with its SQLite companions, and returns the new name. It is not deleted, so that it can be recovered.
 */
const renameAside = async (file: string, now: Date): Promise<string> => {
  const aside = `${file}.aside-${now.toISOString().replace(/[:.]/g, '-')}`
  await rename(file, aside)
  for (const suffix of ['-wal', '-shm'])
    await rename(file + suffix, aside + suffix).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  return aside
}

/** The error for a file that a newer Quoth made. */
const newerFile = (file: string): QuothError =>
  new QuothError(
    'state',
    `${file} was made by a newer version of Quoth. Start that version, or rename the file to start from scratch.`,
  )

type OnNotice = (notice: string) => void

/** The error code of the file system, such as `EACCES`. Throws any other error. */
const reasonOf = (error: unknown): string => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) throw error
  return code
}

const openFile = async (file: string, onNotice: OnNotice): Promise<OpenedState> => {
  try {
    await createStateFile(file)
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) }
  }
  return openAt(file, (reason) =>
    onNotice(
      `${file} cannot be written, because ${reason}. Until it can, settings, feedback and new buttons are not saved. ` +
        'Everything else works.',
    ),
  )
}

/** Data that lasts as long as the process. */
export const openDataInMemory = async (
  onNotice: OnNotice = () => {},
): Promise<{ readonly state: State; readonly database: Database }> => {
  const opened = await openAt(':memory:', onNotice)
  if (opened.kind !== 'opened') throw new Error('a database in memory cannot be opened')
  return opened
}

const openInMemory = async (file: string, reason: string, onNotice: OnNotice): Promise<State> => {
  onNotice(
    `${file} cannot be used (${reason}), so settings, feedback and buttons last only until Quoth stops. ` +
      'Set QUOTH_DATA to a folder that Quoth can write to.',
  )
  return (await openDataInMemory(onNotice)).state
}

/** Whether documents were added, whose files are still there. */
const hasOriginals = (file: string): boolean => existsSync(join(dirname(file), 'originals'))

/** Opens an empty file instead of one that is of no use, which is renamed. */
const openAnew = async (file: string, reason: string, onNotice: OnNotice): Promise<OpenedState> => {
  try {
    const aside = await renameAside(file, new Date())
    onNotice(
      `${file} cannot be used, because ${reason}. It was renamed to ${aside}. Settings and feedback start empty.${hasOriginals(file) ? ' What people added to libraries is listed in it as well: stop Quoth, move the new file away, and run “quoth library restore-backup DIR” with a backup.' : ''}`,
    )
  } catch (error) {
    return { kind: 'unreachable', reason: `${reason}, and it cannot be renamed: ${reasonOf(error)}` }
  }
  return openFile(file, onNotice)
}

/**
 * Opens the state in the data folder for reading.
 * @returns the state and its database; null if there is none
 * @throws QuothError `state` if the file cannot be used
 */
export const openExistingData = async (
  folder: string,
): Promise<{ readonly state: State; readonly database: Database } | null> => {
  const file = stateFile(folder)
  if (!existsSync(file)) return null
  const opened = await openAt(file, () => {})
  switch (opened.kind) {
    case 'opened':
      return opened
    case 'newer':
      throw newerFile(file)
    case 'damaged':
    case 'unreachable':
      throw new QuothError('state', `${file} cannot be used, because ${opened.reason}.`)
  }
}

/** The state alone; see `openExistingData`. */
export const openExistingState = async (folder: string): Promise<State | null> =>
  (await openExistingData(folder))?.state ?? null

type OpenOptions = {
  /** The data folder, created when needed. */
  readonly folder: string
  /** Called with whole sentences for the host. */
  readonly onNotice: OnNotice
}

/**
 * Opens the state in the data folder, or in memory if nothing can be saved there.
 * @throws QuothError `state` for a file that a newer Quoth made
 */
export const openData = async ({ folder, onNotice }: OpenOptions): Promise<OpenData> => {
  const file = stateFile(folder)
  let opened = await openFile(file, onNotice)
  if (opened.kind === 'damaged') opened = await openAnew(file, opened.reason, onNotice)
  switch (opened.kind) {
    case 'opened':
      return opened
    case 'newer':
      throw newerFile(file)
    case 'damaged':
    case 'unreachable':
      return { state: await openInMemory(file, opened.reason, onNotice), database: null }
  }
}

/** The state alone; see `openData`. */
export const openState = async (options: OpenOptions): Promise<State> => (await openData(options)).state
