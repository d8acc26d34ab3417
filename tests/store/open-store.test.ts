import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { killStore } from '../../bench/kill-store.ts'
import { documentId, visibleToAll } from '../../src/domain/stored-document.ts'
import { openData } from '../../src/state/open-state.ts'
import { backUp, restoreBackup, verify } from '../../src/store/backup.ts'
import { openStore } from '../../src/store/open-store.ts'
import { unusableStore } from '../../src/store/unusable-store.ts'
import { storeContract } from '../contracts/store.ts'

const opened = async (folder: string) => {
  const { state, database } = await openData({ folder, onNotice: expect.unreachable })
  if (database === null) throw new Error('the file can be used')
  return { store: await openStore(database, join(folder, 'originals')), close: state.close }
}

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-store-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

storeContract('the store in libsql', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-store-'))
  const { store, close } = await opened(folder)
  return {
    store,
    close: async () => {
      await close()
      await rm(folder, { recursive: true, force: true })
    },
  }
})

const quota = { documents: 100, bytes: 1_000_000 }
const note = (id: string, text: string) => ({
  ...{ id: documentId(id), name: `${id}.txt`, bytes: new TextEncoder().encode(text) },
  ...{ visibility: visibleToAll, edits: {}, title: id, readAs: [] },
})
const by = { by: '1', at: 1 }

describe('a store', () => {
  it('loses nothing and is never half done, whenever its process is killed', { timeout: 300_000 }, async () => {
    const report = await killStore(100, join(import.meta.dirname, '../..'))
    expect(report).toMatchObject({ faults: 100, lost: 0, half: 0, repairs: 0, brokenBackups: 0 })
    expect(report.acknowledged).toBeGreaterThan(100)
  })

  it.skipIf(process.platform === 'win32')(
    'loses nothing and is never half done when the disk takes no more, and says so',
    { timeout: 300_000 },
    async () => {
      const report = await killStore(15, join(import.meta.dirname, '../..'), { fault: 'full' })
      const { acknowledged, refused, ...bad } = report
      expect(bad).toEqual({ faults: 15, lost: 0, half: 0, repairs: 0, brokenBackups: 0, unclear: 0 })
      expect(refused).toBeGreaterThan(5)
      expect(acknowledged).toBeGreaterThan(50)
    },
  )

  it('is written by two processes at once, and neither loses anything', async () => {
    await inFolder(async (folder) => {
      const [one, two] = [await opened(folder), await opened(folder)]
      const ids = Array.from({ length: 30 }, (_, at) => `n${at}`)
      await Promise.all(ids.map((id, at) => (at % 2 === 0 ? one : two).store.add('server:1', note(id, id), by, quota)))
      expect(await one.store.documents('server:1')).toHaveLength(30)
      expect(await two.store.revision('server:1')).toBe(30)
      await Promise.all([one.close(), two.close()])
    })
  })

  it('says that an original is missing whose bytes are not those that were given', async () => {
    await inFolder(async (folder) => {
      const { store, close } = await opened(folder)
      const added = await store.add('server:1', note('a', 'The tide is high.'), by, quota)
      if (added.kind !== 'changed') throw new Error('it is added')
      const { sha256 } = added.document.version
      await writeFile(join(folder, 'originals', 'server-1', sha256), 'The tide is low.')
      expect(await store.original('server:1', sha256)).toBeUndefined()
      await close()
      expect((await verify(folder)).damaged).toEqual([{ library: 'server:1', document: 'a', version: 1 }])
      await expect(
        backUp(folder, join(folder, 'backup')).then(() => verify(join(folder, 'backup'))),
      ).resolves.toMatchObject({
        damaged: [{ document: 'a' }],
      })
      await expect(restoreBackup(join(folder, 'backup'), join(folder, 'other'))).rejects.toMatchObject({
        code: 'state',
      })
    })
  })

  it('is backed up while it is used, and restored whole', async () => {
    await inFolder(async (folder) => {
      const data = join(folder, 'data')
      const { store, close } = await opened(data)
      for (const id of ['a', 'b', 'c']) await store.add('server:1', note(id, `Text ${id}`), by, quota)
      await store.remove('server:1', documentId('c'), by)
      const adding = store.add('server:1', note('d', 'Text d'), by, quota)
      expect((await backUp(data, join(folder, 'backup'))).versions).toBeGreaterThanOrEqual(3)
      await adding
      await close()
      const found = await restoreBackup(join(folder, 'backup'), join(folder, 'other'))
      expect(found).toMatchObject({ libraries: 1, damaged: [], unknown: [] })
      const restored = await opened(join(folder, 'other'))
      expect((await restored.store.removed('server:1')).map(({ id }) => id)).toEqual(['c'])
      await restored.close()
      await expect(restoreBackup(join(folder, 'backup'), join(folder, 'other'))).rejects.toMatchObject({
        code: 'state',
      })
      await expect(backUp(data, join(folder, 'backup'))).rejects.toMatchObject({ code: 'bad-argument' })
      expect((await readdir(folder)).sort()).toEqual(['backup', 'data', 'other'])
    })
  })

  it('that cannot be used says so of everything, and never that there is nothing', async () => {
    const store = unusableStore()
    for (const attempt of [
      store.libraries(),
      store.documents('shared'),
      store.add('shared', note('a', 'A'), by, quota),
    ])
      await expect(attempt).rejects.toMatchObject({ code: 'state' })
  })
})
