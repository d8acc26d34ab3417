import { setTimeout as sleep } from 'node:timers/promises'
import { watchDirectories } from './directory-watches.ts'
import type { Entering } from './scan.ts'

/**
 * Brings things in step with the disk, telling `entering` of each folder before it looks at its files. Says whether it could,
 * or should be called again soon.
 */
export type Sync = (entering: Entering) => Promise<boolean>

export type Watcher = {
  /** Calls `sync` once more, soon, even without an event. */
  again(): void
  /** Resolves when nothing is under way nor watched any more; to be called when the signal has aborted. */
  ended(): Promise<void>
}

/** Milliseconds: after an event, before another try at a file being written, and between looks at what cannot be watched. */
const waits = { event: 80, unsettled: 180, unwatched: 700 }

/**
 * Calls `sync` until it could do all, then resolves; with `keepWatching` it is called again after every change below
 * the folder that it looks at, until `signal` aborts. Never two calls at a time, the first ones included. An event says only
 * that something changed: `sync` compares the whole folder, so that no order of events and no lost event can leave it wrong
 * for long. Rejects with what `sync` throws, and with the signal's reason when it aborts first.
 */
export const watchFolder = async (
  sync: Sync,
  { keepWatching, signal }: { readonly keepWatching: boolean; readonly signal: AbortSignal },
): Promise<Watcher> => {
  let timer: NodeJS.Timeout | undefined
  let due = Number.POSITIVE_INFINITY
  let running: Promise<void> | null = null

  /**
   * An earlier appointment stands, so that a stream of events cannot put the work off for ever. What falls due while
   * something runs waits for its end.
   */
  const schedule = (wait: number): void => {
    due = Math.min(due, Date.now() + wait)
    clearTimeout(timer)
    if (running || signal.aborted || due === Number.POSITIVE_INFINITY) return
    timer = setTimeout(() => {
      run(step).catch((error: unknown) => {
        if (error !== signal.reason) throw error
      })
    }, due - Date.now())
  }

  const run = async (task: () => Promise<void>): Promise<void> => {
    due = Number.POSITIVE_INFINITY
    running = task()
    try {
      await running
    } finally {
      running = null
    }
    schedule(Number.POSITIVE_INFINITY)
  }

  const watches = watchDirectories(() => schedule(waits.event))

  /** Whether everything that is looked at is watched as well, so that an event will tell. */
  let isWatched = false
  const compare = async (): Promise<boolean> => {
    const isDone = await sync(keepWatching ? watches.follow : () => false)
    isWatched = watches.endRound()
    return isDone
  }

  const step = async (): Promise<void> => {
    if (!(await compare())) schedule(waits.unsettled)
    else if (keepWatching && !isWatched) schedule(waits.unwatched)
  }

  const first = async (): Promise<void> => {
    while (!(await compare())) await sleep(waits.unsettled, undefined, { signal })
    if (keepWatching && !isWatched) schedule(waits.unwatched)
  }

  try {
    await run(first)
  } catch (error) {
    watches.close()
    signal.throwIfAborted()
    throw error
  }
  return {
    again: () => schedule(0),
    async ended() {
      clearTimeout(timer)
      await running?.catch(() => {})
      watches.close()
    },
  }
}
