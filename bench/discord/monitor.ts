// Loaded into the bot's process before everything else (`node --import`): tells the bench how that process fares.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isMainThread } from 'node:worker_threads'

/** Milliseconds between two looks at the clock, which a stall is measured against. */
const resolution = 5

/**
 * How the bot's process fares; memory in mebibytes after garbage was collected, the stall in milliseconds since the
 * last reset.
 */
export type ProcessFigures = {
  readonly longestStall: number
  readonly resident: number
  readonly heap: number
  readonly handles: number
}
/** What the bench asks for: to begin anew with stalls, or how things are. */
export type MonitorRequest = 'reset' | 'figures'

const mebibytes = (bytes: number): number => bytes / 2 ** 20

if (isMainThread && process.send !== undefined) {
  const delays = monitorEventLoopDelay({ resolution })
  delays.enable()
  process.on('message', async (request: MonitorRequest) => {
    if (request === 'reset') return delays.reset()
    const longestStall = delays.max / 1e6 - resolution
    // Collecting takes long on its own, so the stall is read before it and forgotten after it.
    globalThis.gc?.()
    // What the first collection finalises is free after the second.
    await nextTurn()
    globalThis.gc?.()
    const { rss, heapUsed } = process.memoryUsage()
    const figures: ProcessFigures = {
      longestStall,
      resident: mebibytes(rss),
      heap: mebibytes(heapUsed),
      handles: process.getActiveResourcesInfo().length,
    }
    process.send?.(figures)
  })
  // The bench must not keep the bot from ending.
  process.channel?.unref()
}
