import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { QuothError } from '../../src/domain/error.ts'
import { defaultSettings } from '../../src/domain/guild-settings.ts'
import { sourceId } from '../../src/domain/source.ts'
import { connect } from '../../src/state/connection.ts'
import { migrate, migrations } from '../../src/state/migrations.ts'
import { openExistingState, openState } from '../../src/state/open-state.ts'
import { stateContract } from '../contracts/state.ts'
import { inTheWay } from '../support/in-the-way.ts'
import { shownReply, verdict, waitingFor } from '../support/kept-state.ts'

let folder: string
let notices: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-state-'))
  notices = []
})
afterEach(async () => {
  vi.useRealTimers()
  await rm(folder, { recursive: true, force: true })
})

const open = (data = folder) => openState({ folder: data, onNotice: (notice) => void notices.push(notice) })
const file = () => join(folder, 'quoth.db')

/** Runs SQL on the file as another program would. */
const meddle = async (sql: string): Promise<void> => {
  const connection = await connect(file())
  await connection.exec(sql)
  connection.close()
}

stateContract('a state on disk', () => open())
stateContract('a state in memory', async () => {
  // No folder can be made below a file.
  await writeFile(join(folder, 'file'), '')
  return open(join(folder, 'file', 'data'))
})

describe('a state on disk', () => {
  it('is there again when it is opened again', async () => {
    const before = await open(join(folder, 'deep', 'er'))
    await before.replies.put(shownReply('a'))
    await before.replies.mark('a', 'shared')
    await before.settings.change('guild', { quotes: 5 })
    await before.feedback.put(verdict('a'))
    await before.waiting.add(waitingFor('a'), 5)
    await before.close()
    const state = await open(join(folder, 'deep', 'er'))
    expect(await state.replies.get('a')).toEqual(shownReply('a'))
    expect(await state.replies.mark('a', 'shared')).toBe(false)
    expect(await state.settings.get('guild')).toEqual({ ...defaultSettings, quotes: 5 })
    expect(await state.feedback.list()).toEqual([verdict('a')])
    expect(await state.waiting.list()).toEqual([waitingFor('a')])
    await state.close()
    expect(notices).toEqual([])
  })

  it('lies in files that its owner alone may read', async () => {
    const data = join(folder, 'made')
    const state = await open(data)
    await state.settings.change('guild', {})
    expect((await stat(data)).mode & 0o077).toBe(0)
    for (const name of await readdir(data))
      expect([name, (await stat(join(data, name))).mode & 0o077]).toEqual([name, 0])
    await state.close()
  })

  it('is shared with another process, such as a terminal', async () => {
    const [bot, terminal] = [await open(), await open()]
    await Promise.all([
      ...Array.from({ length: 20 }, (_, i) => bot.feedback.put(verdict(`bot ${i}`))),
      ...Array.from({ length: 20 }, (_, i) => terminal.feedback.put(verdict(`terminal ${i}`))),
    ])
    expect(await terminal.feedback.list()).toHaveLength(40)
    expect(await bot.feedback.list()).toHaveLength(40)
    await bot.close()
    await terminal.close()
  })

  it('writes what was begun before it closes', async () => {
    const before = await open()
    const put = before.replies.put(shownReply('a'))
    await before.close()
    await put
    const state = await open()
    expect(await state.replies.get('a')).toEqual(shownReply('a'))
    await state.close()
  })

  it('is whole in its one file once it is closed, for whoever copies that', async () => {
    const state = await open()
    await state.feedback.put(verdict('a'))
    await state.close()
    await mkdir(join(folder, 'copy'))
    await copyFile(file(), join(folder, 'copy', 'quoth.db'))
    const copy = await open(join(folder, 'copy'))
    expect(await copy.feedback.list()).toEqual([verdict('a')])
    await copy.close()
  })

  it('takes what an older Quoth wrote as far as it can be understood', async () => {
    const before = await open()
    await before.feedback.put(verdict('a'))
    await before.waiting.add(waitingFor('a'), 5)
    await before.close()
    await meddle(`INSERT INTO settings VALUES ('older', '{"quotes":99,"style":"plain","colour":"red"}'), ('odd', '[]');
      INSERT INTO feedback VALUES ('odd', NULL, '?', NULL, '{}', 1, 5, NULL, NULL);
      UPDATE waiting SET language = 'tlh'`)
    const state = await open()
    expect(await state.settings.get('older')).toEqual({ ...defaultSettings, style: 'plain' })
    expect(await state.settings.get('odd')).toEqual(defaultSettings)
    expect(await state.feedback.list()).toEqual([verdict('a')])
    expect(await state.waiting.list()).toEqual([waitingFor('a')])
    await state.close()
  })
})

describe('a file of the first version', () => {
  it('holds what it held', async () => {
    const connection = await connect(file())
    await migrate(connection, migrations.slice(0, 1))
    await connection.exec(`INSERT INTO feedback VALUES
      ('a', 'guild', 'When does the tide come in?', NULL,
        '[{"id":"q1","source":"tides","exact":"The tide came in at noon."}]', 1, 1000)`)
    connection.close()
    const state = await open()
    expect(await state.feedback.list()).toEqual([verdict('a')])
    await state.close()
  })
})

describe('a state that cannot be written', () => {
  const away = 'ALTER TABLE settings RENAME TO away'
  const back = 'ALTER TABLE away RENAME TO settings'

  it('is told of once, and once more when it fails anew', async () => {
    const state = await open()
    const refused = async (told: number) => {
      for (const quotes of [5, 6]) {
        await expect(state.settings.change('guild', { quotes })).rejects.toMatchObject({ code: 'state' })
        expect(notices).toHaveLength(told)
      }
    }
    const notice = expect.stringMatching(/quoth\.db cannot be written, because its tables are damaged\. .+ works\.$/)
    await meddle(away)
    await refused(1)
    await expect(state.settings.get('guild')).rejects.toMatchObject({ name: 'QuothError', code: 'state' })
    expect(notices).toEqual([notice])
    await meddle(back)
    expect(await state.settings.change('guild', { quotes: 7 })).toMatchObject({ quotes: 7 })
    expect(notices).toHaveLength(1)
    await meddle(away)
    await refused(2)
    expect(notices).toEqual([notice, notice])
    await meddle(back)
    expect(await state.settings.get('guild')).toMatchObject({ quotes: 7 })
    await state.close()
  })

  it('is not what a defect is taken for', async () => {
    const state = await open()
    await expect(state.settings.change('guild', { quotes: 5n as unknown as number })).rejects.toThrow(TypeError)
    await expect(state.settings.get(true as unknown as string)).rejects.toThrow(TypeError)
    expect(notices).toEqual([])
    expect(await state.settings.change('guild', { quotes: 6 })).toMatchObject({ quotes: 6 })
    await state.close()
  })
})

it.each(['on disk', 'in memory'])(
  'a state %s that is closed takes no more, and ends nobody’s process',
  async (where) => {
    await writeFile(join(folder, 'file'), '')
    const state = await open(where === 'on disk' ? folder : join(folder, 'file', 'data'))
    await state.settings.change('guild', { quotes: 5 })
    await state.close()
    await expect(state.settings.change('guild', { quotes: 6 })).rejects.toMatchObject({ code: 'state' })
  },
)

it('a state in memory says why it is there', async () => {
  await writeFile(join(folder, 'file'), '')
  await (await open(join(folder, 'file', 'data'))).close()
  expect(notices).toEqual([expect.stringMatching(/quoth\.db cannot be used \(ENOTDIR\), so .+ QUOTH_DATA to a folder/)])
})

describe('whoever looks into a state', () => {
  it('makes none', async () => {
    expect(await openExistingState(join(folder, 'nowhere'))).toBeNull()
    expect(await readdir(folder)).toEqual([])
  })

  it('finds what another process keeps', async () => {
    const state = await open()
    await state.feedback.put(verdict('a'))
    const looked = await openExistingState(folder)
    expect(await looked?.feedback.list()).toEqual([verdict('a')])
    await looked?.close()
    await state.close()
  })

  it('leaves one that is of no use as it is', async () => {
    await writeFile(file(), 'this is no database. '.repeat(500))
    await expect(openExistingState(folder)).rejects.toMatchObject({
      code: 'state',
      message: expect.stringMatching(/it is not a database\.$/),
    })
    await rm(file())
    await (await open()).close()
    await meddle('PRAGMA user_version = 99')
    await expect(openExistingState(folder)).rejects.toMatchObject({
      code: 'state',
      message: expect.stringMatching(/newer version/),
    })
    expect((await readdir(folder)).filter((name) => name.includes('.aside-'))).toEqual([])
  })
})

describe('a file that cannot be used', () => {
  it.each([
    ['no database', 'this is no database. '.repeat(500)],
    ['the beginning of one', 'SQLite format 3\0'],
  ])('is kept under another name when it is %s', async (_, content) => {
    await writeFile(file(), content)
    for (const end of ['-wal', '-shm']) await writeFile(`${file()}${end}`, 'beside it')
    const state = await open()
    await state.feedback.put(verdict('a'))
    expect(await state.feedback.list()).toEqual([verdict('a')])
    await state.close()
    const aside = (await readdir(folder)).find((name) => /^quoth\.db\.aside-[\dTZ-]+$/.test(name)) ?? ''
    expect(await readFile(join(folder, aside), 'utf8')).toBe(content)
    expect(await readdir(folder)).toEqual(expect.arrayContaining([`${aside}-wal`, `${aside}-shm`]))
    expect(notices).toEqual([expect.stringMatching(/quoth\.db cannot be used, because it is .+ start empty\.$/)])
    expect(notices[0]).toContain(aside)
    expect(await (await open()).feedback.list()).toEqual([verdict('a')])
    expect(notices).toHaveLength(1)
  })

  it.each(['', '-wal'])('has its place taken by memory when a folder has the other name, with %s', async (end) => {
    vi.setSystemTime('2026-11-30T12:00:00.000Z')
    await writeFile(file(), 'this is no database. '.repeat(500))
    await writeFile(`${file()}-wal`, 'beside it')
    await mkdir(`${file()}.aside-2026-11-30T12-00-00-000Z${end}`)
    const state = await open()
    await state.feedback.put(verdict('a'))
    await state.close()
    expect(notices).toEqual([
      expect.stringMatching(/\(it is not a database, and it cannot be renamed: E[A-Z]+\), so .+ until Quoth stops\./),
    ])
  })

  it('is kept under another name alone, where nothing is beside it', async () => {
    await writeFile(file(), 'this is no database. '.repeat(500))
    await (await open()).close()
    expect(notices).toEqual([expect.stringMatching(/it is not a database\. It was renamed to /)])
    expect((await readdir(folder)).filter((name) => name.includes('.aside-'))).toHaveLength(1)
  })

  it('is kept under another name when pages of it are damaged', async () => {
    const before = await open()
    await Promise.all(Array.from({ length: 300 }, (_, i) => before.feedback.put(verdict(`${i}`))))
    await before.close()
    await meddle('PRAGMA wal_checkpoint(TRUNCATE)')
    const bytes = await readFile(file())
    bytes.fill(0xa5, 8_192, 40_960)
    await rm(`${file()}-wal`, { force: true })
    await writeFile(file(), bytes)
    const state = await open()
    expect(await state.feedback.list()).toEqual([])
    expect(notices).toEqual([expect.stringContaining('it is damaged')])
    await state.close()
  })

  it.each([
    'CREATE TABLE birds (name TEXT)',
    'CREATE TABLE birds (name TEXT); PRAGMA user_version = 99',
    'PRAGMA user_version = 99',
  ])('is kept under another name when another program made it with %s', async (sql) => {
    await meddle(sql)
    const state = await open()
    expect(notices).toEqual([expect.stringContaining('another program made it')])
    expect(await state.feedback.list()).toEqual([])
    await state.close()
    expect((await readdir(folder)).filter((name) => name.includes('.aside-'))).not.toEqual([])
  })

  it.each([
    ['a table is not there', 'DROP TABLE feedback'],
    ['a column is not there', 'ALTER TABLE replies RENAME COLUMN content TO contents'],
    [
      'its tables cannot be understood',
      "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = replace(sql, 'json_valid', 'json_valad')",
    ],
  ])('is kept under another name when %s', async (_, sql) => {
    await (await open()).close()
    await meddle(sql)
    const state = await open()
    await state.feedback.put(verdict('a'))
    await state.close()
    expect(notices).toEqual([expect.stringContaining('its tables are damaged. It was renamed to ')])
  })

  it('ends nobody’s process for a character in it that is none', async () => {
    const before = await open()
    await before.replies.put(shownReply('a'))
    await before.settings.change('guild', { quotes: 5 })
    await before.feedback.put(verdict('a'))
    await before.uses.add('guild', [sourceId('a')])
    await before.close()
    await meddle(`UPDATE replies SET content = CAST(x'41ff42' AS TEXT);
      UPDATE settings SET content = CAST(x'227bff22' AS TEXT);
      UPDATE feedback SET question = CAST(x'41ff42' AS TEXT);
      UPDATE uses SET source = CAST(x'41ff42' AS TEXT)`)
    const state = await open()
    expect(await state.replies.get('a')).toMatchObject({ content: 'A\uFFFDB' })
    expect(await state.settings.get('guild')).toEqual(defaultSettings)
    expect(await state.feedback.list()).toMatchObject([{ question: 'A\uFFFDB' }])
    expect([...(await state.uses.of('guild')).keys()]).toEqual(['A\uFFFDB'])
    await state.close()
  })

  it('of a newer Quoth is refused and stays as it is', async () => {
    await (await open()).close()
    await meddle('PRAGMA user_version = 99')
    const refused = await open().catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(QuothError)
    expect(refused).toMatchObject({ code: 'state', message: expect.stringContaining('newer version of Quoth') })
    expect((await readdir(folder)).filter((name) => name.includes('.aside-'))).toEqual([])
    await meddle(`PRAGMA user_version = ${migrations.length}`)
    await (await open()).close()
    expect(notices).toEqual([])
  })

  it.each(['-wal', '-shm', '-journal'])(
    'has its place taken by memory when a folder is beside it as %s',
    async (end) => {
      await (await open()).close()
      await rm(file() + end, { force: true })
      await mkdir(file() + end)
      await expect(openExistingState(folder)).rejects.toMatchObject({
        code: 'state',
        message: expect.stringContaining(`because quoth.db${end} is not a regular file.`),
      })
      await (await open()).close()
      expect(notices).toEqual([expect.stringContaining(`(quoth.db${end} is not a regular file)`)])
    },
  )

  it.each(inTheWay)('has its place taken by memory when in its place is %s', async (_, make) => {
    await make(file())
    await expect(openExistingState(folder)).rejects.toMatchObject({
      code: 'state',
      message: expect.stringContaining('quoth.db is not a regular file'),
    })
    const state = await open()
    await state.feedback.put(verdict('a'))
    expect(await state.feedback.list()).toEqual([verdict('a')])
    await state.close()
    expect(notices).toEqual([
      expect.stringMatching(/quoth\.db cannot be used \(.+\), so .+ last only until Quoth stops\./),
    ])
  })
})
