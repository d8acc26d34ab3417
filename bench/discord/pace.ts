import { setTimeout as sleep } from 'node:timers/promises'
import type { Tally } from './tally.ts'

/**
 * Asks questions at an even rate until `count` are asked or `until` returns true. A late timer is caught up with. While
 * `maxPending` questions are waiting for answers, no more are asked.
 */
export const pace = async (
  tally: Tally,
  {
    perSecond,
    count = Infinity,
    until = () => false,
    maxPending = Infinity,
  }: {
    readonly perSecond: number
    readonly count?: number
    readonly until?: () => boolean
    readonly maxPending?: number
  },
): Promise<void> => {
  const begun = performance.now()
  for (let asked = 0; asked < count && !until(); asked++) {
    const wait = begun + (asked * 1000) / perSecond - performance.now()
    if (wait > 0) await sleep(wait)
    while (tally.pending() >= maxPending) await sleep(5)
    tally.ask()
  }
}
