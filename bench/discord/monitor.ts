// Loaded into the bot’s process before everything else (`node --import`), to report figures of that process to the
// bench.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { isMainThread } from 'node:worker_threads'

/** The resolution of the stall measurement, in milliseconds. */
const resolution = 5

/**
 * Figures of the process: the longest stall since the last reset in milliseconds; memory after garbage collection in
 * MiB.
 */
export type ProcessFigures = {
  readonly longestStall: number
  readonly resident: number
  readonly heap: number
  readonly handles: number
}
/** A request of the bench: to reset the stall measurement, or for the figures. */
export type MonitorRequest = 'reset' | 'figures'

const mebibytes = (bytes: number): number => bytes / 2 ** 20

if (isMainThread && process.send !== undefined) {
  const delays = monitorEventLoopDelay({ resolution })
  delays.enable()
  process.on('message', async (request: MonitorRequest) => {
    if (request === 'reset') return delays.reset()
    const longestStall = delays.max / 1e6 - resolution
    // Garbage collection takes long itself, so stalls are read before it and reset after it.
    globalThis.gc?.()
    // What the first collection finalises is freed by the second.
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
  // The channel must not keep the bot from exiting.
  process.channel?.unref()
}
