import { createContext, Script } from 'node:vm'

/** The work was stopped because it took too long. */
export class OutOfTime extends Error {}

const held: { work?: (() => unknown) | undefined } = createContext({})
const call = new Script('work()')

/**
 * Runs a function with a time limit; only a script of `node:vm` can be stopped while it is busy. It may be stopped
 * anywhere, so it must not change anything that outlives it.
 * @param milliseconds the limit
 * @param work a synchronous function
 * @returns its result
 * @throws OutOfTime when it was stopped; whatever `work` throws
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
