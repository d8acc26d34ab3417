import { existsSync } from 'node:fs'
import { QuothError } from '../domain/error.ts'
import { type OpenedState, openAt } from './open-at.ts'
import type { State } from './port.ts'
import { makeStateFile, newerFile, setAside, stateFile } from './state-file.ts'

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
 * The state in the data folder, which is made when there is none. Where nothing can be kept there, it is kept in memory. What a
 * host should know is told to `onNotice`, in whole sentences.
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
