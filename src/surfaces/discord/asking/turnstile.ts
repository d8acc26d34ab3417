import { setImmediate as nextTurn } from 'node:timers/promises'

/**
 * Lets whoever comes through begin in a turn of the event loop of their own, in the order in which they come: of a hundred
 * questions at once, one after the other is worked on, and whatever else arrives is looked at in between.
 */
export const createTurnstile = (): (() => Promise<void>) => {
  let last = Promise.resolve()
  return () => {
    last = last.then(() => nextTurn())
    return last
  }
}
