import { setTimeout as sleep } from 'node:timers/promises'
import { watchDirectories } from './directory-watches.ts'
import type { FollowFolder } from './scan.ts'

/** What is not in step with the disk: nothing; something to try again soon; or only what can wait longer. */
export type Pending = 'nothing' | 'soon' | 'later'

/**
 * Brings things in step with the disk, calling `follow` before listing each folder. Returns `soon` for a file that
 * keeps changing, and refuses it after `maxTries` more calls.
 */
export type Sync = (follow: FollowFolder) => Promise<Pending>

/** How often a file that keeps changing is tried again before it is refused: for about a second. */
export const maxTries = 5

/** A folder that is being watched. */
export type Watcher = {
  /** Calls `sync` soon, even without an event. */
  syncSoon(): void
  /** Resolves when nothing is running or watched any more; to be called after the signal has aborted. */
  ended(): Promise<void>
}

/** Milliseconds to the next sync: after an event, for what is pending, and for what cannot be watched. */
const waits = { event: 80, soon: 180, later: 2000, unwatched: 700 }

/**
 * Calls `sync` until nothing is pending or `maxTries` is reached, then resolves, and after that for every change. Calls
 * never overlap. An event says only that something changed: `sync` compares the whole folder, so that no order of
 * events and no lost event can leave it wrong for long.
 * @param sync brings things in step
 * @param options `keepWatching`: false to stop after the first round; `signal`: stops watching
 * @returns the watcher, after the first round
 * @throws what `sync` throws, or the signal's reason
 */
export const watchFolder = async (
  sync: Sync,
  { keepWatching, signal }: { readonly keepWatching: boolean; readonly signal: AbortSignal },
): Promise<Watcher> => {
  let timer: NodeJS.Timeout | undefined
  /** When the next sync is due, on the monotonic clock. */
  let due = Number.POSITIVE_INFINITY
  let running: Promise<void> | null = null

  /**
   * An earlier due time stands, so that a stream of events cannot postpone the sync forever. What falls due during a
   * sync waits for its end.
   */
  const schedule = (wait: number): void => {
    due = Math.min(due, performance.now() + wait)
    clearTimeout(timer)
    if (running || signal.aborted || due === Number.POSITIVE_INFINITY) return
    timer = setTimeout(
      () => {
        run(step).catch((error: unknown) => {
          if (error !== signal.reason) throw error
        })
      },
      Math.max(0, due - performance.now()),
    )
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

  /** Whether every folder is watched, so that events report all changes. */
  let isWatched = false
  const compare = async (): Promise<Pending> => {
    const pending = await sync(keepWatching ? watches.follow : () => false)
    isWatched = watches.endRound()
    return pending
  }

  const scheduleNext = (pending: Pending): void => {
    if (pending !== 'nothing') schedule(waits[pending])
    if (!isWatched) schedule(waits.unwatched)
  }

  const step = async (): Promise<void> => scheduleNext(await compare())

  const first = async (): Promise<void> => {
    let pending = await compare()
    for (let tries = 1; pending === 'soon' && tries <= maxTries; tries += 1) {
      await sleep(waits.soon, undefined, { signal })
      pending = await compare()
    }
    if (keepWatching) scheduleNext(pending)
  }

  try {
    await run(first)
  } catch (error) {
    watches.close()
    signal.throwIfAborted()
    throw error
  }
  return {
    syncSoon: () => schedule(0),
    async ended() {
      clearTimeout(timer)
      await running?.catch(() => {})
      watches.close()
    },
  }
}
