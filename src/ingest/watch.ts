import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FSWatcher, watch } from 'chokidar'

/** Brings things in step with the disk; says whether it could, or should be called again soon. */
export type Sync = (stopped: () => boolean) => Promise<boolean>

export type Watcher = { close(): Promise<void> }

/** Milliseconds: after an event, before another try at a file being written, and between looks at a missing folder. */
const waits = { event: 80, unsettled: 180, missing: 700 }

const isDirectory = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  )

/**
 * Calls `sync` once and then after every change below `folder`, one call at a time. An event says only that something
 * changed: `sync` compares the whole folder, so that no order of events and no lost event can leave it wrong for long.
 */
export const watchFolder = async (folder: string, sync: Sync, keepWatching: boolean): Promise<Watcher> => {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let due = Number.POSITIVE_INFINITY
  let watcher: FSWatcher | null = null
  let running: Promise<void> = Promise.resolve()
  let dirty = false

  /** An earlier appointment stands, so that a stream of events cannot put the work off for ever. */
  const schedule = (wait: number): void => {
    const at = Date.now() + wait
    if (stopped || at >= due) return
    due = at
    clearTimeout(timer)
    timer = setTimeout(() => {
      due = Number.POSITIVE_INFINITY
      running = running.then(step)
    }, wait)
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
    started.on('all', () => {
      dirty = true
      schedule(waits.event)
    })
    started.on('error', () => void stopWatching().then(() => schedule(waits.missing)))
    await new Promise<void>((ready) => started.once('ready', ready))
  }

  const step = async (): Promise<void> => {
    if (stopped) return
    dirty = false
    if (watcher && !(await isDirectory(folder))) await stopWatching()
    if (keepWatching) await startWatching()
    const complete = await sync(() => stopped)
    if (!complete) schedule(waits.unsettled)
    else if (dirty) schedule(waits.event)
    else if (keepWatching && !watcher) schedule(waits.missing)
  }

  if (keepWatching) await startWatching()
  while (!(await sync(() => stopped))) await sleep(waits.unsettled)
  if (keepWatching && (dirty || !watcher)) schedule(waits.event)
  return {
    async close() {
      stopped = true
      clearTimeout(timer)
      await running
      await stopWatching()
    },
  }
}
