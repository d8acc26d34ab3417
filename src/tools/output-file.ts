import { open } from 'node:fs/promises'
import { QuothError } from '../domain/error.ts'

export type Output = { write(text: string): Promise<void>; close(): Promise<void> }

/**
 * Opens a file for writing and empties it.
 * @param file its name; anything else discards what is written
 * @throws QuothError `bad-argument` if it cannot be written
 */
export const openOutput = async (file: unknown): Promise<Output> => {
  if (typeof file !== 'string') return { write: async () => {}, close: async () => {} }
  try {
    const handle = await open(file, 'w')
    return { write: (text) => handle.appendFile(text), close: () => handle.close() }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new QuothError('bad-argument', `${file} cannot be written: ${reason}`)
  }
}
