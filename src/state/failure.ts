import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'

/**
 * What can be wrong with a file or its disk, by SQLite’s primary result codes, as a clause after “because”. Any other
 * code is a bug in our statements. Tests show that the statements fit an intact file, so code 1 means damaged tables.
 */
const problems: { readonly [code: number]: string } = {
  1: 'its tables are damaged',
  3: 'permission to open it was denied',
  5: 'another program is using it',
  6: 'another program is using it',
  8: 'it is read-only',
  10: 'the disk reports an error',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'it cannot be opened',
  15: 'another program is using it',
  26: 'it is not a database',
}
const busy: readonly number[] = [5, 6, 15]
const damaged: readonly number[] = [1, 11, 26]

/** There is a pipe, a folder or a device instead of a file. The message is a clause after “because”. */
export class NotRegularFile extends Error {
  override readonly name = 'NotRegularFile'
}

/** SQLite’s primary result code. For a failure to connect, the driver has it in the message only. */
const codeOf = (error: unknown): number => {
  if (!(error instanceof Error)) return 0
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode & 0xff
  return error.message.startsWith('ConnectionFailed') ? Number(/(\d{1,5})"\)$/.exec(error.message)?.[1]) : 0
}

/** What is wrong with the file, as a clause after “because”; undefined for a bug. */
export const problemOf = (error: unknown): string | undefined =>
  error instanceof NotRegularFile ? error.message : problems[codeOf(error)]

/** Whether another process is using the file. */
export const isBusy = (error: unknown): boolean => busy.includes(codeOf(error))

/** Whether the content of the file is damaged. */
export const isDamage = (error: unknown): boolean => damaged.includes(codeOf(error))

/** @returns the error that people see when the data cannot be reached, or is closed because the bot is stopping */
export const noAccess = (): QuothError =>
  new QuothError('state', msg`The bot cannot access its data. Please try again, or tell whoever runs it.`)

/** The error that people see, without names of the host’s files; undefined for a bug. */
export const failureOf = (error: unknown): QuothError | undefined => {
  const code = codeOf(error)
  if (problems[code] === undefined) return undefined
  if (code === 13)
    return new QuothError(
      'state',
      msg`This cannot be saved, because the bot’s disk is full. Please tell whoever runs it.`,
    )
  if (isDamage(error))
    return new QuothError(
      'state',
      msg`The bot’s data is damaged. Please ask whoever runs it to restart it. It will then use what is intact.`,
    )
  return noAccess()
}
