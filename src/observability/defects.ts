import { randomUUID } from 'node:crypto'
import type { Log } from './log.ts'

/** A short random id that joins what a person was told with what the log says, such as `7f3a90cb`. */
export const createIncident = (): string => randomUUID().slice(0, 8)

/** Milliseconds between two exceptions that nobody caught within which the second ends the process. */
const tolerance = 60_000

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)))

/**
 * Keeps the process alive when a defect shows that nobody handles, and writes it down with an incident id: a rejected
 * promise each time; an exception once, since the next within a minute means that something is broken for good. Then
 * `exit` is called with 1: a log line is written before it returns, and what the state promised is on disk already.
 * @param now milliseconds of a clock that never goes back
 * @returns stops watching
 */
export const watchForDefects = (
  log: Log,
  exit: (code: number) => void,
  now: () => number = () => performance.now(),
): (() => void) => {
  let last = Number.NEGATIVE_INFINITY
  const onRejection = (reason: unknown): void =>
    log.error(
      { err: asError(reason), incident: createIncident() },
      'A promise failed and nobody handled it; Quoth goes on',
    )
  const onException = (error: unknown): void => {
    const entry = { err: asError(error), incident: createIncident() }
    const time = now()
    const isSecond = time - last < tolerance
    last = time
    if (isSecond) {
      log.fatal(entry, 'An exception again within a minute that nobody caught; Quoth ends')
      exit(1)
    } else log.error(entry, 'An exception that nobody caught; Quoth goes on')
  }
  process.on('unhandledRejection', onRejection)
  process.on('uncaughtException', onException)
  return () => {
    process.off('unhandledRejection', onRejection)
    process.off('uncaughtException', onException)
  }
}
