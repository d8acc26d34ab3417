import { QuothError } from '../domain/error.ts'
import { msg } from '../domain/message.ts'

/**
 * What can be wrong with a file and with what it lies on, by SQLite's primary result codes, in words that fit behind
 * “because”. Every other code tells of a defect in our own statements. That these go with a whole file, the tests show;
 * so where one does not (1), the tables or what is in them are not what they were.
 */
const problems: { readonly [code: number]: string } = {
  1: 'its tables are damaged',
  3: 'it may not be opened',
  5: 'another program keeps it busy',
  6: 'another program keeps it busy',
  8: 'it may only be read',
  10: 'the disk reports an error',
  11: 'it is damaged',
  13: 'the disk is full',
  14: 'it cannot be opened',
  15: 'another program keeps it busy',
  26: 'it is no database',
}
const busy: readonly number[] = [5, 6, 15]
const damaged: readonly number[] = [1, 11, 26]

/** In the place of a file is a pipe, a folder or a device. The message fits behind “because”. */
export class OddFile extends Error {
  override readonly name = 'OddFile'
}

/** SQLite's primary code; of a failure to connect, the driver tells it in the message alone. */
const codeOf = (error: unknown): number => {
  if (!(error instanceof Error)) return 0
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode & 0xff
  return error.message.startsWith('ConnectionFailed') ? Number(/(\d{1,5})"\)$/.exec(error.message)?.[1]) : 0
}

/** What is wrong with the file, in words that fit behind “because”; undefined for a defect. */
export const problemOf = (error: unknown): string | undefined =>
  error instanceof OddFile ? error.message : problems[codeOf(error)]

/** Whether another process holds the file. */
export const isBusy = (error: unknown): boolean => busy.includes(codeOf(error))

/** Whether the file cannot be read because of what is in it. */
export const isDamage = (error: unknown): boolean => damaged.includes(codeOf(error))

/** What people are told of it: nothing of the host's files. Undefined for a defect. */
export const failureOf = (error: unknown): QuothError | undefined => {
  const code = codeOf(error)
  if (problems[code] === undefined) return undefined
  if (code === 13)
    return new QuothError('state', msg`This cannot be kept: the bot’s disk is full. Please tell whoever runs it.`)
  if (isDamage(error))
    return new QuothError(
      'state',
      msg`What the bot keeps is damaged. Please ask whoever runs it to start it again: it then uses what is whole.`,
    )
  return new QuothError('state', msg`The bot cannot reach what it keeps. Please try again, or tell whoever runs it.`)
}
