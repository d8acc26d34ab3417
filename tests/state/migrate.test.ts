import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Connection, connect } from '../../src/state/connection.ts'
import { migrate, migrations } from '../../src/state/migrations.ts'

let folder: string
let connection: Connection
const file = () => join(folder, 'a.db')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
  connection = await connect(file())
})
afterEach(async () => {
  connection.close()
  await rm(folder, { recursive: true, force: true })
})

const birds = "CREATE TABLE birds (name TEXT) STRICT; INSERT INTO birds VALUES ('heron')"
const named = 'ALTER TABLE birds ADD COLUMN count INTEGER; UPDATE birds SET count = 2'
const broken = 'CREATE TABLE nests (place TEXT) STRICT; INSERT INTO eggs VALUES (1)'

const tables = async (): Promise<unknown> =>
  (
    await connection.prepare("SELECT group_concat(name ORDER BY name) AS names FROM sqlite_schema WHERE type = 'table'")
  ).get([])

describe('migrations', () => {
  it('are run once each, in order', async () => {
    await migrate(connection, [birds])
    await migrate(connection, [birds])
    expect(await connection.pragma('user_version')).toBe(1)
    await migrate(connection, [birds, named])
    expect(await connection.pragma('user_version')).toBe(2)
    expect((await connection.prepare('SELECT name, count FROM birds')).get([])).toMatchObject({
      name: 'heron',
      count: 2,
    })
  })

  it('leave the last whole version when one fails in the middle', async () => {
    await expect(migrate(connection, [birds, broken])).rejects.toThrow('eggs')
    expect(await connection.pragma('user_version')).toBe(1)
    expect(await tables()).toMatchObject({ names: 'birds' })
    await migrate(connection, [birds, named])
    expect(await connection.pragma('user_version')).toBe(2)
  })

  it('are run once by two processes that start together', async () => {
    const other = await connect(file())
    await Promise.all([migrate(connection, [birds, named]), migrate(other, [birds, named])])
    expect((await connection.prepare('SELECT count(*) AS n FROM birds')).get([])).toMatchObject({ n: 1 })
    other.close()
  })

  it('forget the uses that were counted in private as well', async () => {
    await migrate(connection, migrations.slice(0, 3))
    ;(await connection.prepare("INSERT INTO uses (guild, source, count) VALUES ('guild', 'a', 3)")).run([])
    await migrate(connection, migrations)
    expect((await connection.prepare('SELECT count(*) AS n FROM uses')).get([])).toMatchObject({ n: 0 })
  })

  it('make strict tables', async () => {
    await migrate(connection, migrations)
    const strict = await connection.prepare(
      "SELECT group_concat(name) AS lax FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite%' AND NOT strict",
    )
    expect(strict.get([])).toMatchObject({ lax: null })
    expect(await tables()).toMatchObject({
      names: 'audit,documents,feedback,identifies,intents,libraries,marks,replies,settings,uses,versions,waiting',
    })
  })
})
