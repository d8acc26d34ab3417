import type { FileHandle } from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { QuothError } from '../../src/domain/error.ts'
import { documentId, visibleToAll } from '../../src/domain/stored-document.ts'
import { openData } from '../../src/state/open-state.ts'
import { openStore } from '../../src/store/open-store.ts'

/** Calls of the file system until one fails; null while none does. */
const fault = vi.hoisted(() => ({ in: null as number | null, hasFailed: false }))

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>()
  const failing = (syscall: string): void => {
    if (fault.in === null) return
    fault.in -= 1
    if (fault.in !== 0) return
    fault.hasFailed = true
    throw Object.assign(new Error(`EIO: i/o error, ${syscall}`), { code: 'EIO', syscall })
  }
  const guarded =
    <A extends unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      failing(name)
      return call(...args)
    }
  const open = async (...args: Parameters<typeof real.open>): Promise<FileHandle> => {
    failing('open')
    const handle = await real.open(...args)
    const sync = handle.sync.bind(handle)
    handle.sync = guarded('fsync', sync)
    return handle
  }
  const { readFile, writeFile, rename, mkdir, readdir, rm: remove } = real
  return {
    ...{ ...real, open },
    ...{ rename: guarded('rename', rename), mkdir: guarded('mkdir', mkdir), readdir: guarded('scandir', readdir) },
    ...{ readFile: guarded('open', readFile), writeFile: guarded('write', writeFile), rm: guarded('unlink', remove) },
  }
})

/** What a test looks at does not fail. */
const safely = async <T>(work: () => Promise<T>): Promise<T> => {
  const left = fault.in
  fault.in = null
  try {
    return await work()
  } finally {
    fault.in = left
  }
}

const library = 'server:1'
const quota = { documents: 100, bytes: 1_000_000 }
const id = documentId('a')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

it('nothing is lost or half done at whichever call the file system fails, and the next try succeeds', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'quoth-failing-'))
  const { state, database } = await openData({ folder, onNotice: expect.unreachable })
  if (database === null) throw new Error('the file can be used')
  const store = await openStore(database, join(folder, 'originals'))
  const seen = () =>
    safely(async () => {
      const versions = await store.versions(library, id)
      const originals = await Promise.all(versions.map(({ sha256 }) => store.original(library, sha256)))
      return {
        documents: [...(await store.documents(library)), ...(await store.removed(library))],
        versions,
        originals: originals.map((bytes) => new TextDecoder().decode(bytes)),
      }
    })
  try {
    let failures = 0
    for (let call = 1; ; call += 1) {
      const texts = [`first of ${call}`, `second of ${call}`] as const
      const by = { by: '1', at: call }
      const document = { id, name: 'a.txt', visibility: visibleToAll, edits: {}, title: 'A', readAs: [] }
      const changes = [
        () => store.add(library, { ...document, bytes: bytesOf(texts[0]) }, by, quota),
        () => store.addVersion(library, id, { bytes: bytesOf(texts[1]), title: 'A', readAs: [], after: 1 }, by, quota),
        () => store.edit(library, id, { title: 'B' }, '', by),
        () => store.remove(library, id, by),
        () => store.restore(library, id, by, quota),
        () => store.remove(library, id, by),
        () => store.erase(library, id, by),
      ]
      Object.assign(fault, { in: call, hasFailed: false })
      for (const [at, change] of changes.entries()) {
        const before = await seen()
        try {
          expect(await change()).toMatchObject({ kind: 'changed' })
        } catch (error) {
          failures += 1
          expect(error).toBeInstanceOf(QuothError)
          expect(error).toMatchObject({ code: 'state' })
          // What was refused was not done.
          expect(await seen()).toEqual(before)
          expect(await change()).toMatchObject({ kind: 'changed' })
        }
        const isErased = at === changes.length - 1
        expect((await seen()).originals).toEqual(isErased ? [] : texts.slice(0, at + 1))
      }
      const isOver = !fault.hasFailed
      Object.assign(fault, { in: null, hasFailed: false })
      expect(await seen()).toEqual({ documents: [], versions: [], originals: [] })
      if (isOver) break
    }
    expect(failures).toBeGreaterThan(5)
  } finally {
    fault.in = null
    await state.close()
    await rm(folder, { recursive: true, force: true })
  }
})
