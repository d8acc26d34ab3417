import { once } from 'node:events'
import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FSWatcher, watch } from 'chokidar'

/** Brings things in step with the disk; says whether it could, or should be called again soon. */
export type Sync = () => Promise<boolean>

export type Watcher = {
  /** Resolves when nothing is under way nor watched any more; to be called when the signal has aborted. */
  ended(): Promise<void>
}

/** Milliseconds: after an event, before another try at a file being written, and between looks at a missing folder. */
const waits = { event: 80, unsettled: 180, missing: 700 }

const isDirectory = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  )

/**
 * Calls `sync` until it could do all, then resolves; with `keepWatching` it is called again after every change below
 * `folder`, until `signal` aborts. Never two calls at a time, the first ones included. An event says only that something
 * changed: `sync` compares the whole folder, so that no order of events and no lost event can leave it wrong for long.
 * Rejects with what `sync` throws, and with the signal's reason when it aborts first.
 */
export const watchFolder = async (
  folder: string,
  sync: Sync,
  { keepWatching, signal }: { readonly keepWatching: boolean; readonly signal: AbortSignal },
): Promise<Watcher> => {
  let watcher: FSWatcher | null = null
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

  const stopWatching = async (): Promise<void> => {
    const old = watcher
    watcher = null
    await old?.close()
  }

  /** Watching starts before the folder is compared, so that no change falls between the two. */
  const startWatching = async (): Promise<void> => {
    const root = watcher ? null : await realpath(folder).catch(() => null)
    if (root === null || !(await isDirectory(root))) return
    const started = watch(root, {
      ignoreInitial: true,
      followSymlinks: false,
      ignorePermissionErrors: true,
      ignored: (path) => path !== root && (basename(path).startsWith('.') || basename(path) === 'node_modules'),
    })
    watcher = started
    started.on('all', () => schedule(waits.event))
    started.on('error', () => void stopWatching().then(() => schedule(waits.missing)))
    // An error is dealt with above: the folder is then looked at from time to time.
    await once(started, 'ready', { signal }).catch(() => {})
  }

  const step = async (): Promise<void> => {
    if (watcher && !(await isDirectory(folder))) await stopWatching()
    if (keepWatching) await startWatching()
    if (!(await sync())) schedule(waits.unsettled)
    else if (keepWatching && !watcher) schedule(waits.missing)
  }

  const first = async (): Promise<void> => {
    if (keepWatching) await startWatching()
    while (!(await sync())) await sleep(waits.unsettled, undefined, { signal })
    if (keepWatching && !watcher) schedule(waits.event)
  }

  try {
    await run(first)
  } catch (error) {
    await stopWatching()
    signal.throwIfAborted()
    throw error
  }
  return {
    async ended() {
      clearTimeout(timer)
      await running?.catch(() => {})
      await stopWatching()
    },
  }
}
