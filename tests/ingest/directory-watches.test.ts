import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DirectoryWatches, watchDirectories } from '../../src/ingest/folder/directory-watches.ts'

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
/** Whether doing something is noticed. */
const isNoticed = async (work: () => Promise<unknown>): Promise<boolean> => {
  await sleep(50)
  const before = changes
  await work()
  return vi
    .waitFor(() => expect(changes).toBeGreaterThan(before), { timeout: 400, interval: 20 })
    .then(
      () => true,
      () => false,
    )
}

describe('watches of folders', () => {
  it('notice what is made, changed and removed directly in each', async () => {
    expect(follow('', 'sub')).toBe(true)
    expect(await isNoticed(() => writeFile(join(root, 'a.txt'), 'a'))).toBe(true)
    expect(await isNoticed(() => writeFile(join(root, 'a.txt'), 'ab'))).toBe(true)
    expect(await isNoticed(() => writeFile(join(root, 'sub', 'b.txt'), 'b'))).toBe(true)
    expect(await isNoticed(() => rm(join(root, 'sub', 'b.txt')))).toBe(true)
    expect(await isNoticed(() => rm(join(root, 'sub'), { recursive: true }))).toBe(true)
  })

  it('pass over what is hidden', async () => {
    follow('')
    expect(await isNoticed(() => writeFile(join(root, '.a.txt.swp'), 'a'))).toBe(false)
  })

  it('are as many as there are folders, not files, and are left with them', async () => {
    for (let i = 0; i < 30; i += 1) await writeFile(join(root, `${i}.txt`), 'a')
    const before = watched()
    follow('', 'sub')
    expect(watched()).toBe(before + 2)
    follow('', 'sub')
    expect(watched()).toBe(before + 2)
    follow('')
    await vi.waitFor(() => expect(watched()).toBe(before + 1))
    watches.close()
    await vi.waitFor(() => expect(watched()).toBe(before))
  })

  it('follow a folder that took the place of one of its name', async () => {
    follow('', 'sub')
    await rm(join(root, 'sub'), { recursive: true })
    await mkdir(join(root, 'sub'))
    follow('', 'sub')
    expect(await isNoticed(() => writeFile(join(root, 'sub', 'b.txt'), 'b'))).toBe(true)
  })

  it('tell whether anything in a folder can have changed since it was last followed', async () => {
    const unchanged = (): readonly boolean[] => {
      const msg = ['', 'sub'].map((folder) => watches.follow(join(root, folder)))
      watches.endRound()
      return msg
    }
    expect(unchanged()).toEqual([false, false])
    expect(unchanged()).toEqual([true, true])
    expect(await isNoticed(() => writeFile(join(root, 'sub', 'b.txt'), 'b'))).toBe(true)
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
