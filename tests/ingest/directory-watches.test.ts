import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DirectoryWatches, watchDirectories } from '../../src/ingest/folder/directory-watches.ts'
import { eventually } from '../support/eventually.ts'

let root: string
let changes: number
let watches: DirectoryWatches
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quoth-folder-'))
  await mkdir(join(root, 'sub'))
  changes = 0
  watches = watchDirectories(() => {
    changes += 1
  })
})
afterEach(async () => {
  watches.close()
  await rm(root, { recursive: true, force: true })
})

const watched = (): number => process.getActiveResourcesInfo().filter((name) => name.startsWith('FSEvent')).length
const follow = (...folders: readonly string[]): boolean => {
  for (const folder of folders) watches.follow(join(root, folder))
  return watches.endRound()
}
/** Does something, and waits until it is noticed. */
const noticed = async (work: () => Promise<unknown>): Promise<void> => {
  await sleep(50)
  const before = changes
  await work()
  await eventually(() => expect(changes).toBeGreaterThan(before))
}

describe('watches of folders', () => {
  it('notice what is made, changed and removed directly in each', async () => {
    expect(follow('', 'sub')).toBe(true)
    await noticed(() => writeFile(join(root, 'a.txt'), 'a'))
    await noticed(() => writeFile(join(root, 'a.txt'), 'ab'))
    await noticed(() => writeFile(join(root, 'sub', 'b.txt'), 'b'))
    await noticed(() => rm(join(root, 'sub', 'b.txt')))
    await noticed(() => rm(join(root, 'sub'), { recursive: true }))
  })

  it('pass over what is hidden', async () => {
    follow('')
    await noticed(async () => {
      for (let i = 0; i < 100; i += 1) await writeFile(join(root, `.${i}.txt.swp`), 'a')
      await writeFile(join(root, 'a.txt'), 'a')
    })
    expect(changes).toBeLessThan(10)
  })

  it('are as many as there are folders, not files, and are left with them', async () => {
    for (let i = 0; i < 30; i += 1) await writeFile(join(root, `${i}.txt`), 'a')
    const before = watched()
    follow('', 'sub')
    expect(watched()).toBe(before + 2)
    follow('', 'sub')
    expect(watched()).toBe(before + 2)
    follow('')
    await eventually(() => expect(watched()).toBe(before + 1))
    watches.close()
    await eventually(() => expect(watched()).toBe(before))
  })

  it('follow a folder that took the place of one of its name', async () => {
    follow('', 'sub')
    await rm(join(root, 'sub'), { recursive: true })
    await mkdir(join(root, 'sub'))
    follow('', 'sub')
    await noticed(() => writeFile(join(root, 'sub', 'b.txt'), 'b'))
  })

  it('tell whether anything in a folder can have changed since it was last followed', async () => {
    const unchanged = (): readonly boolean[] => {
      const msg = ['', 'sub'].map((folder) => watches.follow(join(root, folder)))
      watches.endRound()
      return msg
    }
    expect(unchanged()).toEqual([false, false])
    expect(unchanged()).toEqual([true, true])
    await noticed(() => writeFile(join(root, 'sub', 'b.txt'), 'b'))
    expect(unchanged()).toEqual([true, false])
    expect(unchanged()).toEqual([true, true])
    // The watch of a folder that was renamed away sees nothing of the one that took its place.
    await rename(join(root, 'sub'), join(root, 'old'))
    await mkdir(join(root, 'sub'))
    expect(unchanged()[1]).toBe(false)
  })

  it('say when a folder cannot be watched, and when there is none', () => {
    expect(follow('', 'nowhere')).toBe(false)
    expect(follow()).toBe(false)
    expect(follow('')).toBe(true)
  })
})
