import { setImmediate as nextTurn } from 'node:timers/promises'

/** Milliseconds of work before yielding to the event loop: far below what a person or Discord notices. */
const maxTurn = 10

/**
 * One queue for the whole process: in each round of the event loop, one of those who yielded continues. If all
 * continued at once, twenty of them would block it for twenty turns.
 */
let queue: Promise<void> = Promise.resolve()
const myTurn = (): Promise<void> => {
  queue = queue.then(() => nextTurn())
  return queue
}

/** @returns a function to call between small pieces of work; it yields to the event loop when enough time has passed */
export const createTurns = (): (() => Promise<void>) => {
  let begun = performance.now()
  return async () => {
    if (performance.now() - begun < maxTurn) return
    await myTurn()
    begun = performance.now()
  }
}
