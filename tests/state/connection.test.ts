import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from '../../src/state/connection.ts'
import { openState } from '../../src/state/open-state.ts'
import { shownReply } from '../support/kept-state.ts'

let folder: string
const file = () => join(folder, 'quoth.db')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a connection', () => {
  it('syncs every commit to a write-ahead log', async () => {
    await (await openState({ folder, onNotice: expect.unreachable })).close()
    const connection = await connect(file())
    expect(await connection.pragma('journal_mode')).toBe('wal')
    // 2 is FULL: a commit is on the disk, not only with the operating system.
    expect(await connection.pragma('synchronous')).toBe(2)
    expect(await connection.pragma('foreign_keys')).toBe(1)
    connection.close()
  })

  it('gives the event loop its turns while it waits for another process', async () => {
    const state = await openState({ folder, onNotice: expect.unreachable })
    const other = await connect(file())
    await other.exec('BEGIN IMMEDIATE')
    let turns = 0
    const turning = setInterval(() => {
      turns += 1
    }, 5)
    const put = state.replies.put(shownReply('a'))
    setTimeout(() => void other.rollback(), 150)
    await put
    clearInterval(turning)
    expect(turns).toBeGreaterThan(10)
    expect(await state.replies.get('a')).toEqual(shownReply('a'))
    other.close()
    await state.close()
  })
})
