import { describe, expect, test } from 'vitest'
import { defaultSettings, type GuildSettings } from '../../../src/domain/guild-settings.ts'
import { type SourceId, sourceId } from '../../../src/domain/source.ts'
import { createLog } from '../../../src/observability/log.ts'
import { createSettingsReader, createUsesReader } from '../../../src/surfaces/discord/settings-reader.ts'

const logging = () => {
  const lines: string[] = []
  const log = createLog({ write: (line) => void lines.push(line) })
  return { log, logged: () => lines.map((line) => JSON.parse(line) as { msg: string; guild?: string; err: object }) }
}
const disk = new Error('the disk')

describe('the settings of a server', () => {
  const reading = (kept: Record<string, Partial<GuildSettings>> = {}) => {
    const { log, logged } = logging()
    const state = { isBroken: false, reads: [] as string[] }
    const reader = createSettingsReader(
      {
        get: async (guild) => {
          state.reads.push(guild)
          if (state.isBroken) throw disk
          return kept[guild] === undefined ? undefined : { ...defaultSettings, ...kept[guild] }
        },
        change: async (guild, changes) => {
          if (state.isBroken) throw disk
          kept[guild] = { ...kept[guild], ...changes }
          return { ...defaultSettings, ...kept[guild] }
        },
      },
      log,
    )
    return { reader, state, logged }
  }

  test('are read once, and the usual ones where there are none', async () => {
    const { reader, state, logged } = reading({ a: { quotes: 5 } })
    expect([await reader.of('a'), await reader.of('a')].map(({ quotes }) => quotes)).toEqual([5, 5])
    expect(await reader.of('b')).toEqual(defaultSettings)
    expect(await reader.of(null)).toEqual(defaultSettings)
    expect(state.reads).toEqual(['a', 'b'])
    expect(logged()).toEqual([])
  })

  test('keep answers private while they cannot be read, which is logged, and are read again', async () => {
    const { reader, state, logged } = reading({ a: { quotes: 5 } })
    state.isBroken = true
    expect(await reader.of('a')).toEqual({ ...defaultSettings, answers: 'private' })
    expect(logged()).toMatchObject([{ guild: 'a', err: { message: 'the disk' }, msg: expect.stringMatching(/.+/) }])
    state.isBroken = false
    expect((await reader.of('a')).quotes).toBe(5)
  })

  test('are at hand once they were changed, and as they were where that failed', async () => {
    const { reader, state } = reading()
    expect(await reader.change('a', { style: 'plain' })).toEqual({ ...defaultSettings, style: 'plain' })
    expect((await reader.of('a')).style).toBe('plain')
    expect(state.reads).toEqual([])
    state.isBroken = true
    await expect(reader.change('a', { style: 'cards' })).rejects.toBe(disk)
    expect((await reader.of('a')).style).toBe('plain')
  })

  test('are kept of a thousand servers, those that were quiet for longest being read again', async () => {
    const { reader, state } = reading()
    for (let n = 0; n < 1000; n++) await reader.of(`${n}`)
    await reader.of('0')
    await reader.of('new')
    state.reads.length = 0
    await reader.of('0')
    await reader.of('2')
    expect(state.reads).toEqual([])
    await reader.of('1')
    expect(state.reads).toEqual(['1'])
  })
})

describe('how often a server used its sources', () => {
  const ids = (...names: readonly string[]): readonly SourceId[] => names.map((name) => sourceId(name))
  const reading = () => {
    const { log, logged } = logging()
    const state = { canRead: true, canWrite: true, reads: [] as string[], writes: [] as unknown[] }
    const reader = createUsesReader(
      {
        of: async (guild) => {
          state.reads.push(guild)
          if (!state.canRead) throw disk
          return new Map([[sourceId('a'), 2]])
        },
        add: async (guild, sources) => {
          state.writes.push([guild, ...sources])
          if (!state.canWrite) throw disk
        },
      },
      log,
    )
    return { reader, state, logged }
  }

  test('is read once, and of nobody in a direct message', async () => {
    const { reader, state } = reading()
    expect([...(await reader.of('guild'))]).toEqual([['a', 2]])
    expect([...(await reader.of('guild'))]).toEqual([['a', 2]])
    expect([...(await reader.of(null))]).toEqual([])
    expect(state.reads).toEqual(['guild'])
  })

  test('counts on at hand, and is written', async () => {
    const { reader, state } = reading()
    await reader.add('guild', ids('a', 'b'))
    await reader.add('guild', ids('b'))
    expect([...(await reader.of('guild'))]).toEqual([
      ['a', 3],
      ['b', 2],
    ])
    expect(state.writes).toEqual([
      ['guild', 'a', 'b'],
      ['guild', 'b'],
    ])
  })

  test('is neither read nor written where nothing was used', async () => {
    const { reader, state } = reading()
    await reader.add('guild', [])
    expect([state.reads, state.writes]).toEqual([[], []])
  })

  test('counts on although it cannot be written, which is logged', async () => {
    const { reader, state, logged } = reading()
    state.canWrite = false
    await reader.add('guild', ids('b'))
    expect((await reader.of('guild')).get(sourceId('b'))).toBe(1)
    expect(logged()).toMatchObject([{ err: { message: 'the disk' }, msg: expect.stringMatching(/.+/) }])
  })

  test('is nothing while it cannot be read, which is logged, and is read again', async () => {
    const { reader, state, logged } = reading()
    state.canRead = false
    expect([...(await reader.of('guild'))]).toEqual([])
    expect(logged()).toMatchObject([{ err: { message: 'the disk' }, msg: expect.stringMatching(/.+/) }])
    state.canRead = true
    expect([...(await reader.of('guild'))]).toEqual([['a', 2]])
  })

  test('is kept of a hundred servers', async () => {
    const { reader, state } = reading()
    for (let n = 0; n < 100; n++) await reader.of(`${n}`)
    await reader.of('0')
    await reader.of('new')
    state.reads.length = 0
    await reader.of('0')
    await reader.of('2')
    expect(state.reads).toEqual([])
    await reader.of('1')
    expect(state.reads).toEqual(['1'])
  })
})
