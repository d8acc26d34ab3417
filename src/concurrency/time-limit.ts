import { createContext, Script } from 'node:vm'

/** Work that was stopped because its time was up. */
export class OutOfTime extends Error {}

const held: { work?: (() => unknown) | undefined } = createContext({})
const call = new Script('work()')

/**
 * Runs `work` for so many milliseconds at most, as nothing else can stop a function that never gives others a turn. It is cut
 * off anywhere, so it must change nothing that outlives it.
 * @throws OutOfTime when it was cut off, and what `work` throws
 */
export const within = <T>(milliseconds: number, work: () => T): T => {
  held.work = work
  try {
    return call.runInContext(held, { timeout: Math.ceil(milliseconds) }) as T
  } catch (error) {
    if ((error as NodeJS.ErrnoException)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new OutOfTime()
    throw error
  } finally {
    held.work = undefined
  }
}
