import { setTimeout as sleep } from 'node:timers/promises'
import { watchDirectories } from './directory-watches.ts'
import type { Entering } from './scan.ts'

/** What is not in step with the disk: nothing; something that may be soon; or only what is not worth another look before long. */
export type Left = 'nothing' | 'soon' | 'later'

/**
 * Brings things in step with the disk, telling `entering` of each folder before it looks at its files. Of a file that does not hold
 * still it says `soon`, and has refused it after `mostTries` calls more.
 */
export type Sync = (entering: Entering) => Promise<Left>

/** How often a file that does not hold still is looked at again before it is refused: for about a second. */
export const mostTries = 5

export type Watcher = {
  /** Calls `sync` once more, soon, even without an event. */
  again(): void
  /** Resolves when nothing is under way nor watched any more; to be called when the signal has aborted. */
  ended(): Promise<void>
}

/** Milliseconds: after an event, before another look at what is left, and between looks at what cannot be watched. */
const waits = { event: 80, soon: 180, later: 2000, unwatched: 700 }

/**
 * Calls `sync` until it could do all, or often enough that it did what it ever will of what was there at first; then resolves. With
 * `keepWatching` it is called again after every change below the folder that it looks at, until `signal` aborts. Never two calls at a time, the first ones included. An event says only
 * that something changed: `sync` compares the whole folder, so that no order of events and no lost event can leave it wrong
 * for long. Rejects with what `sync` throws, and with the signal's reason when it aborts first.
 */
export const watchFolder = async (
  sync: Sync,
  { keepWatching, signal }: { readonly keepWatching: boolean; readonly signal: AbortSignal },
): Promise<Watcher> => {
  let timer: NodeJS.Timeout | undefined
  /** Of a clock that nobody sets. */
  let due = Number.POSITIVE_INFINITY
  let running: Promise<void> | null = null

  /**
   * An earlier appointment stands, so that a stream of events cannot put the work off for ever. What falls due while
   * something runs waits for its end.
   */
  const schedule = (wait: number): void => {
    due = Math.min(due, performance.now() + wait)
    clearTimeout(timer)
    if (running || signal.aborted || due === Number.POSITIVE_INFINITY) return
    timer = setTimeout(() => {
      run(step).catch((error: unknown) => {
        if (error !== signal.reason) throw error
      })
    }, due - performance.now())
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
  const compare = async (): Promise<Left> => {
    const left = await sync(keepWatching ? watches.follow : () => false)
    isWatched = watches.endRound()
    return left
  }

  const goOn = (left: Left): void => {
    if (left !== 'nothing') schedule(waits[left])
    if (!isWatched) schedule(waits.unwatched)
  }

  const step = async (): Promise<void> => goOn(await compare())

  const first = async (): Promise<void> => {
    let left = await compare()
    for (let tries = 1; left === 'soon' && tries <= mostTries; tries += 1) {
      await sleep(waits.soon, undefined, { signal })
      left = await compare()
    }
    if (keepWatching) goOn(left)
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
