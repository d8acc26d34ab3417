import { type FSWatcher, statSync, watch } from 'node:fs'
import { basename } from 'node:path'
import { isPassedOver } from './scan.ts'

/**
 * Watches folders one by one, each for what is directly in it. A watch of every file, as packages for it keep one, takes 8 kB:
 * of a hundred thousand files, more memory than everything else together.
 */
export type DirectoryWatches = {
  /**
   * To be called before what is in the folder is looked at, so that no change falls between. Whether nothing in it can have
   * changed since the last call for it.
   */
  follow(directory: string): boolean
  /** Leaves the folders that were not followed since the last call. Whether all that were could be watched, and one at least. */
  endRound(): boolean
  close(): void
}

type Watch = { readonly identity: string; readonly watcher: FSWatcher; isChanged: boolean }

/** A folder that may not be read tells of a change of that to the folder above, which is watched. */
const isForbidden = (error: unknown): boolean =>
  ['EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')

export const watchDirectories = (onChange: () => void): DirectoryWatches => {
  let watches = new Map<string, Watch>()
  let followed = new Map<string, Watch>()
  let isComplete = true

  const start = (directory: string, identity: string): Watch => {
    const watcher = watch(directory, (_, name) => {
      // Of itself, a folder tells by its own name, which may be a hidden one.
      if (name !== null && name !== basename(directory) && isPassedOver(name)) return
      started.isChanged = true
      onChange()
    })
    const started: Watch = { identity, watcher, isChanged: false }
    watcher.on('error', () => {
      // It tells nothing any more; the next round starts another or finds the folder gone.
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
        // When another folder took the place of one of its name, the old watch is silent for ever.
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
