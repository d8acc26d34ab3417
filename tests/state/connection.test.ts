import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect, type Value } from '../../src/state/connection.ts'
import { openState } from '../../src/state/open-state.ts'
import { shownReply } from '../support/kept-state.ts'

let folder: string
const file = () => join(folder, 'quoth.db')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** What may come in the place of a Value: nothing checks the types of a program that runs. */
const noValues: readonly (readonly [string, unknown])[] = [
  ['a boolean', true],
  ['undefined', undefined],
  ['no number', Number.NaN],
  ['an endless number', Number.NEGATIVE_INFINITY],
  ['an integer of over 64 bits', 2n ** 63n],
  ['an object', { a: 1 }],
  ['a list', [1]],
  ['a date', new Date(0)],
  ['a boxed text', Object('text')],
  ['a symbol', Symbol('s')],
  ['a function', () => 1],
  ['bytes of another kind', new Float64Array(2)],
  ['what only looks like bytes', Object.create(Uint8Array.prototype)],
]

describe('a statement', () => {
  it.each(noValues)('refuses %s before the driver sees it, and goes on', async (_, value) => {
    const connection = await connect(':memory:')
    await connection.exec('CREATE TABLE kept (a, b)')
    const insert = await connection.prepare('INSERT INTO kept VALUES (?, ?)')
    expect(() => insert.run(['a', value as Value])).toThrow(/^The database cannot store the value at position 2: /)
    expect(() => insert.get([value as Value, 'b'])).toThrow(/ position 1: /)
    expect(insert.run(['a', 'b'])).toBe(1)
    const count = await connection.prepare('SELECT count(*) AS count FROM kept')
    expect(count.get([])).toMatchObject({ count: 1 })
    connection.close()
  })

  it.each<[string, unknown, string]>([
    ['a number', Number.NaN, 'NaN'],
    ['a large integer', 2n ** 63n, '9223372036854775808'],
    ['anything else by its kind alone, which tells nobody’s words', ['words'], 'object'],
  ])('that refuses a value names %s', async (_, value, shown) => {
    const connection = await connect(':memory:')
    const select = await connection.prepare('SELECT ?')
    expect(() => select.get([value as Value])).toThrow(new RegExp(`position 1: ${shown}\\.$`))
    connection.close()
  })

  it('takes text, numbers, integers of 64 bits, bytes and null, and keeps them as they are', async () => {
    const connection = await connect(':memory:')
    await connection.exec('CREATE TABLE kept (a ANY) STRICT')
    const insert = await connection.prepare('INSERT INTO kept VALUES (?)')
    const values = ['', 'ä', 0.5, -(2n ** 63n), 2n ** 63n - 1n, new Uint8Array([9, 1, 2, 9]).subarray(1, 3), null]
    for (const value of values) insert.run([value])
    const all = await connection.prepare('SELECT group_concat(quote(a)) AS all_of_them FROM kept')
    expect(all.get([])).toMatchObject({
      all_of_them: "'','ä',0.5,-9223372036854775808,9223372036854775807,X'0102',NULL",
    })
    connection.close()
  })
})

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

  it('that is closed fails, and does not end the process', async () => {
    const connection = await connect(file())
    connection.close()
    const uses = [
      () => connection.exec('BEGIN'),
      () => connection.prepare('SELECT 1'),
      () => connection.pragma('user_version'),
      () => connection.rollback(),
    ]
    for (const use of uses) await expect(use()).rejects.toMatchObject({ name: 'QuothError', code: 'state' })
  })

  it('gives the event loop its turns while it waits for another process', async () => {
    const state = await openState({ folder, onNotice: expect.unreachable })
    const other = await connect(file())
    await other.exec('BEGIN IMMEDIATE')
    const put = state.replies.put(shownReply('a'))
    // Were the loop held, these would only come once the wait for the other process had failed.
    for (let turn = 0; turn < 10; turn += 1) await sleep(5)
    await other.rollback()
    await put
    expect(await state.replies.get('a')).toEqual(shownReply('a'))
    other.close()
    await state.close()
  })
})
