import { existsSync } from 'node:fs'
import { mkdir, open, rename } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { QuothError } from '../domain/error.ts'
import { type Database, type Objection, objectionIn, openDatabase } from './database.ts'
import { openFeedback, openIdentifies } from './feedback.ts'
import type { State } from './port.ts'
import { openReplies } from './replies.ts'
import { openSettings } from './settings.ts'
import { openUses } from './uses.ts'
import { openWaiting } from './waiting.ts'

/** The state that a database keeps. */
const stateOver = async (database: Database): Promise<State> => ({
  replies: await openReplies(database),
  settings: await openSettings(database),
  feedback: await openFeedback(database),
  waiting: await openWaiting(database),
  uses: await openUses(database),
  identifies: await openIdentifies(database),
  close: database.close,
})

/** An open state; or why there is none. */
type OpenedState = { readonly kind: 'opened'; readonly state: State } | Objection

/**
 * Opens the state in the database at `path`, of which there may be none yet; `:memory:` keeps it in memory. `onFailure`
 * is told when writing begins to fail, in words that fit behind “because”.
 */
export const openAt = async (path: string, onFailure: (reason: string) => void): Promise<OpenedState> => {
  const opened = await openDatabase(path, onFailure)
  if (opened.kind !== 'opened') return opened
  try {
    return { kind: 'opened', state: await stateOver(opened.database) }
  } catch (error) {
    await opened.database.close()
    const objection = objectionIn(error)
    if (objection === undefined) throw error
    return objection
  }
}

/** The file of a data folder in which the state lies. */
const stateFile = (folder: string): string => join(folder, 'quoth.db')

/** Makes the file and its folder where there is none, for its owner alone. Rejects with what the file system says. */
const makeStateFile = async (file: string): Promise<void> => {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/**
 * Gives a file another name, with what SQLite keeps beside it, and tells that name. It is never deleted: somebody may
 * be able to save what is in it.
 */
const setAside = async (file: string, now: Date): Promise<string> => {
  const aside = `${file}.aside-${now.toISOString().replace(/[:.]/g, '-')}`
  await rename(file, aside)
  for (const beside of ['-wal', '-shm'])
    await rename(file + beside, aside + beside).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
  return aside
}

/** Said of a file that a newer Quoth made. */
const newerFile = (file: string): QuothError =>
  new QuothError(
    'state',
    `${file} was made by a newer version of Quoth. Start that version, or give the file another name to begin anew.`,
  )

type OnNotice = (notice: string) => void

/** What the file system says why something cannot be done, such as `EACCES`. An error of another kind is thrown. */
const reasonOf = (error: unknown): string => {
  const { code, syscall } = error as NodeJS.ErrnoException
  if (code === undefined || syscall === undefined) throw error
  return code
}

const openFile = async (file: string, onNotice: OnNotice): Promise<OpenedState> => {
  try {
    await makeStateFile(file)
  } catch (error) {
    return { kind: 'unreachable', reason: reasonOf(error) }
  }
  return openAt(file, (reason) =>
    onNotice(
      `${file} cannot be written, because ${reason}. Settings, feedback and new buttons are not kept until it can be; the rest goes on.`,
    ),
  )
}

const openInMemory = async (file: string, reason: string, onNotice: OnNotice): Promise<State> => {
  onNotice(
    `${file} cannot be used (${reason}), so settings, feedback and buttons last until Quoth stops. Let QUOTH_DATA name a folder that Quoth may write to.`,
  )
  const opened = await openAt(':memory:', onNotice)
  if (opened.kind !== 'opened') throw new Error('a database in memory cannot be opened')
  return opened.state
}

/** Opens an empty file in the place of one that is of no use, which is kept under another name. */
const openAnew = async (file: string, reason: string, onNotice: OnNotice): Promise<OpenedState> => {
  try {
    const aside = await setAside(file, new Date())
    onNotice(
      `${file} is not used, because ${reason}: it is kept as ${aside}. Settings, feedback and buttons begin anew.`,
    )
  } catch (error) {
    return { kind: 'unreachable', reason: `${reason}, and it cannot be renamed: ${reasonOf(error)}` }
  }
  return openFile(file, onNotice)
}

/**
 * The state in the data folder as it is, for whoever only looks into it; null when there is none.
 * @throws QuothError `state` for a file that cannot be used
 */
export const openExistingState = async (folder: string): Promise<State | null> => {
  const file = stateFile(folder)
  if (!existsSync(file)) return null
  const opened = await openAt(file, () => {})
  switch (opened.kind) {
    case 'opened':
      return opened.state
    case 'newer':
      throw newerFile(file)
    case 'damaged':
    case 'unreachable':
      throw new QuothError('state', `${file} cannot be used, because ${opened.reason}.`)
  }
}

/**
 * The state in the data folder, which is made when there is none. Where nothing can be kept there, it is kept in
 * memory. What a host should know is told to `onNotice`, in whole sentences.
 * @throws QuothError `state` for a file that a newer Quoth made
 */
export const openState = async ({
  folder,
  onNotice,
}: {
  readonly folder: string
  readonly onNotice: OnNotice
}): Promise<State> => {
  const file = stateFile(folder)
  let opened = await openFile(file, onNotice)
  if (opened.kind === 'damaged') opened = await openAnew(file, opened.reason, onNotice)
  switch (opened.kind) {
    case 'opened':
      return opened.state
    case 'newer':
      throw newerFile(file)
    case 'damaged':
    case 'unreachable':
      return openInMemory(file, opened.reason, onNotice)
  }
}
