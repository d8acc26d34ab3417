import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FollowFolder } from '../../src/ingest/folder/scan.ts'
import { maxTries, type Pending, watchFolder } from '../../src/ingest/folder/watch.ts'
import { eventually } from '../support/eventually.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'

let library: LibraryFolder
let stop: AbortController
beforeEach(async () => {
  library = await libraryFolder({ 'a.txt': 'a' })
  stop = new AbortController()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await library.discard()
})

/** A watcher whose sync says what `says` gives of its number, from 0; `calls` grows with each. */
const watching = async (says: (call: number) => Pending | Promise<Pending>, keepWatching = true) => {
  const count = { calls: 0 }
  const sync = async (entering: FollowFolder): Promise<Pending> => {
    entering(library.path)
    count.calls += 1
    return says(count.calls - 1)
  }
  const watcher = await watchFolder(sync, { keepWatching, signal: stop.signal })
  const end = async (): Promise<void> => {
    stop.abort()
    await watcher.ended()
  }
  return { count, end }
}

describe('watching a folder', () => {
  it.each([true, false])(
    'begins although something is never done, and goes on if asked to: %s',
    async (keepWatching) => {
      const { count, end } = await watching(() => 'soon', keepWatching)
      expect(count.calls).toBe(maxTries + 1)
      if (keepWatching) await eventually(() => expect(count.calls).toBeGreaterThan(maxTries + 3))
      await end()
    },
  )

  it('does not wait at the beginning for what is looked at later, and looks at it', async () => {
    const { count, end } = await watching((call) => (call === 0 ? 'later' : 'nothing'))
    expect(count.calls).toBe(1)
    await eventually(() => expect(count.calls).toBe(2))
    await end()
  })

  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('sees what comes while it looks, although the clock is set %s meanwhile', async (_, by) => {
    const real = Date.now
    const { count, end } = await watching(async (call): Promise<Pending> => {
      if (call === 1) {
        await writeFile(join(library.path, 'c.txt'), 'c')
        // Its event comes while this runs, by the old time.
        await new Promise((resolve) => setTimeout(resolve, 100))
        vi.spyOn(Date, 'now').mockImplementation(() => real() + by)
      }
      return 'nothing'
    })
    await writeFile(join(library.path, 'b.txt'), 'b')
    await eventually(() => expect(count.calls).toBeGreaterThan(2))
    await end()
  })
})
