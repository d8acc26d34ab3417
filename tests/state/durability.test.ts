import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../../src/state/connection.ts'
import { lockFolder } from '../../src/state/lock-folder.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-durable-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a commit is on the disk before it counts, and nothing stays that belongs to what was deleted', async () => {
  const connection = await connect(join(folder, 'state.db'))
  // 2 is FULL: SQLite waits for the disk at every commit.
  expect(await connection.pragma('synchronous')).toBe(2)
  expect(await connection.pragma('foreign_keys')).toBe(1)
  connection.close()
})

test.skipIf(process.platform === 'win32')('a data folder that the lock makes is for its owner alone', async () => {
  const data = join(folder, 'deep', 'data')
  const lock = await lockFolder(data)
  expect((await stat(data)).mode & 0o077).toBe(0)
  await lock?.release()
})
