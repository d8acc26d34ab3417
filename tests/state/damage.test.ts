import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { QuothError } from '../../src/domain/error.ts'
import { defaultSettings } from '../../src/domain/guild-settings.ts'
import { connect } from '../../src/state/connection.ts'
import { failureOf, isBusy, isDamage, problemOf } from '../../src/state/failure.ts'
import { openState } from '../../src/state/open-state.ts'
import { openWaiting } from '../../src/state/waiting.ts'
import { shownReply, verdict, waitingFor } from '../support/kept-state.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('a file that is damaged while it is in use', () => {
  it('fails what needs the damaged part, in words for people, and nothing else', async () => {
    const state = await openState({ folder, onNotice: expect.unreachable })
    const content = 'x'.repeat(3_000)
    const ids = Array.from({ length: 100 }, (_, i) => `${i}`)
    await Promise.all(ids.map((id) => state.replies.put(shownReply(id, { content }))))
    await state.settings.change('guild', { quotes: 5 })
    await state.close()
    const reopened = await openState({ folder, onNotice: expect.unreachable })
    const file = await open(join(folder, 'quoth.db'), 'r+')
    const { size } = await file.stat()
    await file.write(Buffer.alloc(size - 100_000, 0xa5), 0, size - 100_000, 100_000)
    await file.close()
    const read = await Promise.allSettled(ids.map((id) => reopened.replies.get(id)))
    const failures = read.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(failures.length).toBeGreaterThan(0)
    for (const failure of failures) expect(failure).toMatchObject({ name: 'QuothError', code: 'state' })
    expect(await reopened.settings.get('guild')).toMatchObject({ quotes: 5 })
    await reopened.close()
  })
})

describe('a log that is damaged while it is in use', () => {
  const damages: readonly (readonly [string, (log: Buffer) => void])[] = [
    // The JSON of one row: what SQLite says of it is not that the file is damaged.
    ['at one letter', (log) => void log.fill('x', log.lastIndexOf('["earlier'), log.lastIndexOf('["earlier') + 1)],
    ['all over', (log) => void log.fill(0xa5)],
    ['behind its header', (log) => void log.fill(0xa5, 32)],
    ['by zeros', (log) => void log.fill(0)],
  ]

  it.each(damages)('%s fails in words that say what to do, and as no defect', async (_, damage) => {
    const state = await openState({ folder, onNotice: expect.unreachable })
    await state.feedback.put(verdict('a'))
    await state.waiting.add(waitingFor('a', { earlier: ['earlier'] }), 5)
    const log = await readFile(join(folder, 'quoth.db-wal'))
    damage(log)
    const file = await open(join(folder, 'quoth.db-wal'), 'r+')
    await file.write(log, 0, log.length, 0)
    await file.close()
    const reads = [() => state.waiting.list(), () => state.feedback.list(), () => state.replies.get('a')]
    const read = await Promise.allSettled(reads.map((each) => each()))
    const failures = read.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []))
    expect(failures.length).toBeGreaterThan(0)
    for (const failure of failures) {
      expect(failure).toBeInstanceOf(QuothError)
      expect(failure).toMatchObject({ code: 'state', message: expect.stringMatching(/is damaged.+ restart it/) })
    }
    await state.close()
    const notices: string[] = []
    await (await openState({ folder, onNotice: (notice) => void notices.push(notice) })).close()
    for (const notice of notices) expect(notice).toContain('It was renamed to')
  })
})

describe('JSON that is damaged while it is in use', () => {
  it('is left out where it is of a rating, and stands for the usual settings', async () => {
    const state = await openState({ folder, onNotice: expect.unreachable })
    for (const id of ['a', 'b', 'c']) await state.feedback.put(verdict(id, { earlier: ['earlier'] }))
    await state.settings.change('guild', { quotes: 5 })
    const other = await connect(join(folder, 'quoth.db'))
    await other.exec(`PRAGMA ignore_check_constraints = ON; UPDATE settings SET content = '{"quotes":5';
      UPDATE feedback SET quotes = '[' WHERE reply = 'a'; UPDATE feedback SET follows = '["x' WHERE reply = 'c'`)
    other.close()
    expect(await state.feedback.list()).toEqual([verdict('b', { earlier: ['earlier'] })])
    expect(await state.settings.get('guild')).toEqual(defaultSettings)
    expect(await state.settings.change('guild', { style: 'plain' })).toEqual({ ...defaultSettings, style: 'plain' })
    await state.close()
  })
})

it('whoever waits is listed to an end, even where the rows of a damaged file have none', async () => {
  let reads = 0
  const row = { ...waitingFor('a'), isPrivate: 0 }
  const page = { json: Buffer.from(JSON.stringify({ last: 7, items: [row] })) }
  const get = () => {
    reads += 1
    if (reads > 5) throw new Error('the list has no end')
    return page
  }
  const statement = { get, run: () => 1 }
  const waiting = await openWaiting({
    prepareRead: async () => statement,
    prepareWrite: async () => statement,
    write: async (work) => work(),
    close: async () => {},
  })
  expect(await waiting.list()).toEqual([waitingFor('a'), waitingFor('a')])
})

describe('a failure of the driver', () => {
  const failed = (rawCode: number): Error =>
    Object.assign(new Error('what SQLite says of /home/host/quoth.db'), { rawCode })

  it('is told to people without a word of the host’s files', () => {
    // SQLITE_FULL, SQLITE_IOERR_WRITE, SQLITE_BUSY, SQLITE_READONLY_DBMOVED
    for (const code of [13, 778, 5, 1032]) {
      const failure = failureOf(failed(code))
      expect(failure).toBeInstanceOf(QuothError)
      expect(failure).toMatchObject({ code: 'state', message: expect.not.stringContaining('/home') })
    }
    expect(failureOf(failed(13))?.message).toContain('disk is full')
  })

  it('is told by its primary code, as of a file in use, a damaged one, or one that is neither', () => {
    const codes = Array.from({ length: 30 }, (_, code) => code)
    // An extended code has the primary one in its last eight bits.
    for (const extended of [0, 256, 2560]) {
      const which = (is: (error: unknown) => boolean) => codes.filter((code) => is(failed(extended + code)))
      expect(which(isBusy)).toEqual([5, 6, 15])
      expect(which(isDamage)).toEqual([1, 11, 26])
      expect(which((error) => (problemOf(error) ?? '') !== '')).toEqual([1, 3, 5, 6, 8, 10, 11, 13, 14, 15, 26])
      expect(which((error) => (failureOf(error)?.message ?? '') !== '')).toEqual([
        1, 3, 5, 6, 8, 10, 11, 13, 14, 15, 26,
      ])
      expect(which((error) => failureOf(error)?.message.includes('is damaged') ?? false)).toEqual([1, 11, 26])
    }
  })

  it('to connect has its code in what it says, and in nothing else that ends so', () => {
    const said = (message: string) => problemOf(new Error(message))
    expect(said('ConnectionFailed("Unable to open connection to local database /a: 14")')).toBe('it cannot be opened')
    expect(said('ConnectionFailed("Unable to open connection to local database /a: 8")')).toBe('it is read-only')
    for (const other of [
      'ConnectionFailed("14") twice',
      'ConnectionFailed("x")',
      'Else("/a: 14")',
      'not ConnectionFailed("14")',
    ])
      expect(said(other)).toBeUndefined()
    for (const none of ['ConnectionFailed("/a: 14")', undefined, { rawCode: 14 }])
      expect(problemOf(none)).toBeUndefined()
    expect(problemOf(Object.assign(new Error('14'), { rawCode: '14' }))).toBeUndefined()
  })

  it('is a defect when it is not the file’s', () => {
    // SQLITE_CONSTRAINT_UNIQUE, SQLITE_MISUSE, and an error of ours
    for (const error of [failed(2067), failed(21), new TypeError('no function')])
      expect(failureOf(error)).toBeUndefined()
  })
})
