import { randomUUID } from 'node:crypto'
import type { Log } from './log.ts'

/** A short random id, such as `7f3a90cb`, that links what a person was shown with the entry in the log. */
export const createIncident = (): string => randomUUID().slice(0, 8)

/** If a second uncaught exception comes within this time, in milliseconds, the process ends. */
const exceptionWindow = 60_000

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))

/**
 * Keeps the process alive after bugs that nothing handles, and logs them with an incident id. It survives every
 * unhandled rejection, but only one uncaught exception: a second one within a minute means that something is broken for
 * good. Then `exit` is called with 1; the log line is written by then, and saved state is on disk already.
 * @param now milliseconds of a monotonic clock
 * @returns a function that stops watching
 */
export const watchForDefects = (
  log: Log,
  exit: (code: number) => void,
  now: () => number = () => performance.now(),
): (() => void) => {
  let last = Number.NEGATIVE_INFINITY
  const onRejection = (reason: unknown): void =>
    log.error({ err: asError(reason), incident: createIncident() }, 'Unhandled rejection; Quoth keeps running')
  const onException = (error: unknown): void => {
    const entry = { err: asError(error), incident: createIncident() }
    const time = now()
    const isSecond = time - last < exceptionWindow
    last = time
    if (isSecond) {
      log.fatal(entry, 'Second uncaught exception within a minute; Quoth exits')
      exit(1)
    } else log.error(entry, 'Uncaught exception; Quoth keeps running')
  }
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtException', onException)
  return () => {
    process.off('unhandledRejection', onRejection)
    process.off('uncaughtException', onException)
  }
}
