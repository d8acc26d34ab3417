import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmod, lstat, mkdir, mkdtemp, readdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decodeSource } from '../../src/library/encoded-source.ts'
import { bytesOf } from '../../src/library/kept-source.ts'
import { type SnapshotStore, snapshotStore } from '../../src/snapshot/snapshot-store.ts'
import { holdingsOf } from './support/holdings.ts'

let root: string
let stores: SnapshotStore[]
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'quoth-data-'))
  for (const name of ['papers', 'notes']) await mkdir(join(root, name))
  stores = []
})
afterEach(async () => {
  for (const store of stores) await store.close()
  await rm(root, { recursive: true, force: true })
})

const storeOf = async (folder: string): Promise<SnapshotStore> => {
  const store = await snapshotStore(join(root, 'data'), join(root, folder))
  stores.push(store)
  return store
}
const write = async (store: SnapshotStore): Promise<void> => {
  const { sources, documents, index } = await holdingsOf({ 'a.txt': 'The sea is cold.' })
  await store.write(() => ({ sources, documents, index: index.snapshot() }))
}

describe('the place of a snapshot', () => {
  it('holds nothing at first, and then what was written, for every process', async () => {
    const store = await storeOf('papers')
    expect(await store.read()).toBeNull()
    await write(store)
    expect(await (await storeOf('papers')).read()).toMatchObject({ sources: [{ id: 'a' }] })
  })

  it('is another one for another folder, and the same one for the same folder by another name', async () => {
    await symlink(join(root, 'papers'), join(root, 'link'))
    await write(await storeOf('papers'))
    expect(await (await storeOf('notes')).read()).toBeNull()
    expect(await (await storeOf('link')).read()).toMatchObject({ sources: [{ id: 'a' }] })
    await write(await storeOf('notes'))
    expect(await readdir(join(root, 'data'))).toHaveLength(2)
  })

  it('says that a file of gigabytes is damaged, without taking as much memory', async () => {
    const store = await storeOf('papers')
    await write(store)
    await truncate(store.file, 6 * 2 ** 30)
    expect(await store.read()).toMatch(/damaged/)
  })

  const pipe = (path: string) => execFileSync('sh', ['-c', 'mkfifo "$0"', path])
  const socket = async (path: string): Promise<void> => {
    // Its server removes it with its end, but not under another name.
    const server = createServer().listen(path)
    await once(server, 'listening')
    server.unref()
  }
  const folderWithFile = async (path: string): Promise<void> => {
    await mkdir(path)
    await writeFile(join(path, 'letter.txt'), 'Dear all')
  }

  it.each<[string, (path: string) => unknown]>([
    ['a pipe', pipe],
    ['a folder', folderWithFile],
    ['a socket', socket],
    ['a link to a device', (path) => symlink('/dev/zero', path)],
  ])('where %s stands keeps that under another name, says so, and can be used', async (_, make) => {
    const store = await storeOf('papers')
    await mkdir(join(root, 'data'))
    await make(store.file)
    const { ino } = await lstat(store.file)
    const reason = await store.read()
    expect(reason).toMatch(/^it is not a regular file; it was renamed to .+\.aside-[-\dTZ]+$/)
    expect((await lstat(String(reason).replace(/.* to /, ''))).ino).toBe(ino)
    await write(store)
    expect(await (await storeOf('papers')).read()).toMatchObject({ sources: [{ id: 'a' }] })
    expect(await readdir(join(root, 'data'))).toHaveLength(2)
  })

  it.skipIf(process.getuid?.() === 0)('says when it cannot rename what stands there', async () => {
    const store = await storeOf('papers')
    await mkdir(join(root, 'data'))
    pipe(store.file)
    await chmod(join(root, 'data'), 0o500)
    expect(await store.read()).toBe('it is not a regular file, and cannot be renamed (EACCES)')
    await chmod(join(root, 'data'), 0o700)
  })

  it('goes on giving what was read when another process writes there', async () => {
    await write(await storeOf('papers'))
    const store = await storeOf('papers')
    const read = await store.read()
    await write(await storeOf('papers'))
    await rm(store.file)
    const [source] = typeof read === 'string' || read === null ? [] : read.sources
    expect(source && decodeSource(bytesOf(source) ?? new Uint8Array()).text).toBe('The sea is cold.')
  })
})
