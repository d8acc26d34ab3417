import { setTimeout as sleep } from 'node:timers/promises'
import type { Tally } from './tally.ts'

/**
 * Asks `perSecond` questions a second until `count` are asked or `until` says so, evenly spaced on the clock: a late
 * timer is made up for. While `mostPending` wait for their answers, nobody asks.
 */
export const pace = async (
  tally: Tally,
  {
    perSecond,
    count = Infinity,
    until = () => false,
    mostPending = Infinity,
  }: {
    readonly perSecond: number
    readonly count?: number
    readonly until?: () => boolean
    readonly mostPending?: number
  },
): Promise<void> => {
  const begun = performance.now()
  for (let asked = 0; asked < count && !until(); asked++) {
    const wait = begun + (asked * 1000) / perSecond - performance.now()
    if (wait > 0) await sleep(wait)
    while (tally.pending() >= mostPending) await sleep(5)
    tally.ask()
  }
}
