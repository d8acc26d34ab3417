import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds for which `work` kept the event loop from everything else at a time. */
export const longestTurnOf = async (work: () => Promise<unknown>): Promise<number> => {
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  // It compares each of its looks with the one before: one must lie before the work, and one behind it.
  await sleep(20)
  await work()
  await sleep(20)
  delays.disable()
  return delays.max / 1e6
}
