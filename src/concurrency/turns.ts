import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds of work after which other work gets its turn: far below what a person or Discord notices. */
const longestTurn = 10

/** Called between small pieces of work: gives the event loop a turn when the last one was long enough ago. */
export const createTurns = (): (() => Promise<void>) => {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < longestTurn) return
    await nextTurn()
    begun = performance.now()
  }
}
