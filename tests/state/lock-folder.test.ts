import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockFolder } from '../../src/state/lock-folder.ts'
import { openState } from '../../src/state/open-state.ts'
import { inTheWay } from '../support/in-the-way.ts'
import { start } from '../support/program.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** Does the work with the rights of an ordinary account, also where the tests run as root. */
const asNobody = async (work: () => Promise<void>): Promise<void> => {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    await work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

const inUse = (): object => ({
  code: 'folder-in-use',
  message: expect.stringMatching(new RegExp(`^Another Quoth is using the folder “${folder}”`)),
})

describe('the lock of a data folder', () => {
  it('is held by one bot at a time', async () => {
    const lock = await lockFolder(folder)
    await expect(lockFolder(folder)).rejects.toMatchObject(inUse())
    await lock?.release()
    const next = await lockFolder(folder)
    expect(next).not.toBeNull()
    await next?.release()
  })

  it('waits for a bot that is about to end', async () => {
    const lock = await lockFolder(folder)
    setTimeout(() => void lock?.release(), 50)
    const next = await lockFolder(folder)
    await next?.release()
  })

  it('ends with the process that holds it, however that ends', async () => {
    const program = `import { lockFolder } from './src/state/lock-folder.ts'
      await lockFolder(process.argv[1])
      console.log('held')
      setInterval(() => {}, 60_000)`
    const holder = start(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program, folder])
    await holder.writes(/held/)
    await expect(lockFolder(folder)).rejects.toMatchObject(inUse())
    await holder.kill()
    const lock = await lockFolder(folder)
    expect(lock).not.toBeNull()
    await lock?.release()
  })

  it('keeps nobody from reading and writing the state', async () => {
    const lock = await lockFolder(folder)
    const state = await openState({ folder, onNotice: expect.unreachable })
    await state.settings.change('guild', { quotes: 5 })
    await state.close()
    await lock?.release()
  })

  const unsure = (reason: string): object => ({
    code: 'folder-in-use',
    message: expect.stringMatching(
      new RegExp(`^${join(folder, 'lock.db')} cannot be locked, because ${reason}, so .+ move the file away `),
    ),
  })

  it.each([
    ['no database', 'garbage '.repeat(1000), 'it is not a database'],
    ['half of one', 'SQLite format 3\0', 'it is not a database'],
  ])('is no leave to start when its file is %s, which stays as it is', async (_, content, reason) => {
    await writeFile(join(folder, 'lock.db'), content)
    for (const _ of [1, 2]) await expect(lockFolder(folder)).rejects.toMatchObject(unsure(reason))
    expect(await readFile(join(folder, 'lock.db'), 'utf8')).toBe(content)
  })

  it.each(inTheWay)('is no leave to start when its file is %s', async (_, make) => {
    await make(join(folder, 'lock.db'))
    await expect(lockFolder(folder)).rejects.toMatchObject(unsure('lock.db is not a regular file'))
  })

  it.each(['-wal', '-shm', '-journal'])(
    'is no leave to start when a folder is in the place of lock.db%s',
    async (end) => {
      await mkdir(join(folder, `lock.db${end}`))
      await writeFile(join(folder, 'lock.db'), '')
      await expect(lockFolder(folder)).rejects.toMatchObject(unsure(`lock.db${end} is not a regular file`))
    },
  )

  it('is no leave to start when its file leads nowhere', async () => {
    await symlink(join(folder, 'no', 'where'), join(folder, 'lock.db'))
    await expect(lockFolder(folder)).rejects.toMatchObject(unsure('it cannot be opened'))
  })

  // A thread cannot change the account of its process: Stryker runs tests in threads.
  it.skipIf(process.geteuid?.() === 0 && !isMainThread).each([
    ['read', 0o000, 'it cannot be opened'],
    ['written', 0o444, 'it is read-only'],
  ])('is no leave to start when its file may not be %s', async (_, mode, reason) => {
    await writeFile(join(folder, 'lock.db'), '')
    await chmod(join(folder, 'lock.db'), mode)
    await chmod(folder, 0o777)
    await asNobody(async () => {
      for (const _ of [1, 2]) await expect(lockFolder(folder)).rejects.toMatchObject(unsure(reason))
    })
  })

  it('is none where there can be no folder', async () => {
    await writeFile(join(folder, 'file'), '')
    expect(await lockFolder(join(folder, 'file', 'data'))).toBeNull()
  })
})
