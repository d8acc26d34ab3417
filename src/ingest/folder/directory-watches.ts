import { type FSWatcher, statSync, watch } from 'node:fs'
import { basename } from 'node:path'
import { isIgnored } from './scan.ts'

/**
 * Watches folders, each for its direct entries. Packages that watch every file take 8 kB for each: for a hundred
 * thousand files, more memory than everything else together.
 */
export type DirectoryWatches = {
  /**
   * Starts or continues watching a folder; to be called before listing it, so that no change is missed. Returns whether
   * nothing in it can have changed since the previous call.
   */
  follow(directory: string): boolean
  /** Stops watching folders not followed since the last call. Returns whether all others, at least one, are watched. */
  endRound(): boolean
  close(): void
}

type Watch = { readonly identity: string; readonly watcher: FSWatcher; isChanged: boolean }

/** An unreadable folder cannot be watched, but its parent sees when its permissions change. */
const isForbidden = (error: unknown): boolean =>
  ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')

/**
 * @param onChange called after a change in a watched folder
 * @returns no watches yet
 */
export const watchDirectories = (onChange: () => void): DirectoryWatches => {
  let watches = new Map<string, Watch>()
  let followed = new Map<string, Watch>()
  let isComplete = true

  const start = (directory: string, identity: string): Watch => {
    const watcher = watch(directory, (_, name) => {
      // Changes of the folder itself come with its own name, which may be a hidden one.
      if (name !== null && name !== basename(directory) && isIgnored(name)) return
      started.isChanged = true
      onChange()
    })
    const started: Watch = { identity, watcher, isChanged: false }
    watcher.on('error', () => {
      // The watch is dead; the next round starts a new one or finds that the folder is gone.
      watches.delete(directory)
      watcher.close()
      onChange()
    })
    return started
  }

  return {
    follow(directory) {
      try {
        const { ino, birthtimeMs } = statSync(directory)
        const identity = `${ino}:${birthtimeMs}`
        const before = watches.get(directory)
        // If another folder has replaced this one, the old watch never reports again.
        const isSame = before?.identity === identity
        const current = isSame ? before : start(directory, identity)
        const isUnchanged = isSame && !current.isChanged
        current.isChanged = false
        followed.set(directory, current)
        return isUnchanged
      } catch (error) {
        isComplete &&= isForbidden(error)
        return false
      }
    },
    endRound() {
      for (const [directory, watch] of watches) if (followed.get(directory) !== watch) watch.watcher.close()
      const wasComplete = isComplete && followed.size > 0
      watches = followed
      followed = new Map()
      isComplete = true
      return wasComplete
    },
    close() {
      for (const { watcher } of [...watches.values(), ...followed.values()]) watcher.close()
      watches.clear()
      followed.clear()
    },
  }
}
