import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect } from '../../src/state/connection.ts'

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
