import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds of work after which other work gets its turn: far below what a person or Discord notices. */
const longestTurn = 10

/**
 * The process has one event loop, and so there is one queue for it: of those who gave others a turn, one goes on each time the
 * loop comes round. Went they all on at once, twenty of them would hold it for twenty turns.
 */
let queue: Promise<void> = Promise.resolve()
const myTurn = (): Promise<void> => {
  queue = queue.then(() => nextTurn())
  return queue
}

/** Called between small pieces of work: gives the event loop a turn when the last one was long enough ago. */
export const createTurns = (): (() => Promise<void>) => {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < longestTurn) return
    await myTurn()
    begun = performance.now()
  }
}
