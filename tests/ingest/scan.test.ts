import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createScanner, type FollowFolder } from '../../src/ingest/folder/scan.ts'
import { type LibraryFolder, libraryFolder } from '../support/library-folder.ts'

let library: LibraryFolder
let scan: (entering: FollowFolder) => Promise<readonly string[]>
beforeEach(async () => {
  library = await libraryFolder({ 'b.txt': 'b', 'a/x.txt': 'x', 'a/deep/y.md': 'y', 'c/z.txt': 'z' })
  const scanner = createScanner(library.path)
  scan = async (entering) => (await scanner(entering)).documents.map(({ path }) => path)
})
afterEach(() => library.discard())

const all = ['a/deep/y.md', 'a/x.txt', 'b.txt', 'c/z.txt']
/** Says that nothing changed, but in the folders named. */
const except =
  (...folders: readonly string[]): FollowFolder =>
  (directory) =>
    !folders.some((folder) => directory.endsWith(`/${folder}/`))

describe('looking at a folder again', () => {
  it('finds all of it in the order of the names, whatever was looked at before', async () => {
    expect(await scan(() => false)).toEqual(all)
    expect(await scan(() => true)).toEqual(all)
    expect(await scan(except('a'))).toEqual(all)
  })

  it('looks only where something may have changed', async () => {
    await scan(() => false)
    await library.write('a/new.txt', 'new')
    await library.write('c/new.txt', 'new')
    await library.remove('c/z.txt')
    expect(await scan(() => true)).toEqual(all)
    expect(await scan(except('c'))).toEqual(['a/deep/y.md', 'a/x.txt', 'b.txt', 'c/new.txt'])
    expect(await scan(() => false)).toEqual(['a/deep/y.md', 'a/new.txt', 'a/x.txt', 'b.txt', 'c/new.txt'])
  })

  it('trusts nothing that was said of a folder that it has not seen', async () => {
    expect(await scan(() => true)).toEqual(all)
    await library.write('a/later/w.txt', 'w')
    expect(await scan(except('a'))).toEqual(['a/deep/y.md', 'a/later/w.txt', ...all.slice(1)])
  })

  it('always looks where links are, since what they lead to changes elsewhere', async () => {
    await symlink(join(library.path, 'b.txt'), join(library.path, 'c', 'link.txt'))
    const scanner = createScanner(library.path)
    const linked = async (): Promise<string | undefined> =>
      (await scanner(() => true)).documents.find(({ path }) => path === 'c/link.txt')?.fingerprint
    const before = await linked()
    await library.write('b.txt', 'something longer')
    expect(await linked()).not.toBe(before)
  })
})
