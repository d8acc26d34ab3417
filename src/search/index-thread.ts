import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { IndexRequest } from './index-worker.ts'
import type { IndexedSource } from './port.ts'
import type { BuiltSegment } from './segment-draft.ts'

/** Builds segments beside the event loop. */
export type IndexThread = {
  /**
   * A segment of `parts`, one at a time; `turn` is called between handing them over. Rejects when the thread ends before
   * it is done, by a defect, for want of memory or out of time; the next call starts another.
   */
  build(parts: Iterable<IndexedSource>, turn: () => Promise<void>): Promise<BuiltSegment>
  /** Ends the thread; what it builds is rejected. */
  close(): Promise<void>
}

const limits = { milliseconds: 120_000, megabytes: 512 }

/** How long an idle thread is kept for the next change: starting one takes half a second, keeping one 150 MB. */
const idleMilliseconds = 3000

/**
 * The worker is TypeScript, and Node 20 does not run `--import tsx` for the file that a thread starts with; so the thread
 * starts with a line of JavaScript that brings tsx up and imports the worker, both named by their files.
 */
const startWorker = (): Worker => {
  const tsx = import.meta.resolve('tsx/esm/api')
  const worker = new URL('./index-worker.ts', import.meta.url).href
  const start = `import('${tsx}').then(({ register }) => { register(); return import('${worker}') })`
  return new Worker(start, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: limits.megabytes } })
}

/** What the worker says next. Rejects when it ends first. */
const answerOf = async (worker: Worker): Promise<BuiltSegment> => {
  const settled = new AbortController()
  const { signal } = settled
  const ended = once(worker, 'exit', { signal }).then(() => {
    throw new Error('The thread that indexes ended before it was done.')
  })
  try {
    const [built] = await Promise.race([once(worker, 'message', { signal }), ended])
    return built as BuiltSegment
  } finally {
    settled.abort()
    // What was waited for in vain is settled by the abort, which nobody is left to hear of.
    ended.catch(() => {})
  }
}

/** A thread that starts with the first segment and ends when it has been idle. `start` is there for tests. */
export const openIndexThread = (start: () => Worker = startWorker): IndexThread => {
  let worker: Worker | null = null
  let ending: NodeJS.Timeout | undefined

  const startAnew = (): Worker => {
    const started = start()
    const forget = (): void => {
      if (worker === started) worker = null
    }
    // Why a busy thread ended is told to whoever waits for it; an idle one is only to be replaced.
    started.on('error', forget)
    started.on('exit', forget)
    return started
  }

  return {
    build: async (parts, turn) => {
      clearTimeout(ending)
      worker ??= startAnew()
      const current = worker
      const limit = setTimeout(() => void current.terminate(), limits.milliseconds)
      current.ref()
      try {
        const answer = answerOf(current)
        for (const part of parts) {
          current.postMessage({ kind: 'add', part } satisfies IndexRequest)
          await turn()
        }
        current.postMessage({ kind: 'finish' } satisfies IndexRequest)
        return await answer
      } catch (error) {
        // What is left of an unfinished segment must not become part of the next one.
        await current.terminate()
        throw error
      } finally {
        clearTimeout(limit)
        // An idle thread must not keep a process alive.
        current.unref()
        ending = setTimeout(() => void current.terminate(), idleMilliseconds).unref()
      }
    },
    close: async () => {
      clearTimeout(ending)
      await worker?.terminate()
    },
  }
}
