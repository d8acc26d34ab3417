import { setImmediate as turn } from 'node:timers/promises'
import { DiscordAPIError, HTTPError, type REST, Routes } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { QuothError } from '../../../../src/domain/error.ts'
import { defaultSettings, type GuildSettings } from '../../../../src/domain/guild-settings.ts'
import type { Reader } from '../../../../src/domain/stored-document.ts'
import { createLog } from '../../../../src/observability/log.ts'
import type { Quoth } from '../../../../src/quoth.ts'
import type { Waiting } from '../../../../src/state/port.ts'
import { createAnnouncer, createTeller } from '../../../../src/surfaces/discord/replies/announcer.ts'
import type { Services } from '../../../../src/surfaces/discord/services.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { waitingFor } from '../../../support/kept-state.ts'
import { plainSource } from '../../../support/plain-source.ts'

const library = fakeQuoth({ sources: [plainSource({ id: 'tides', text: 'The tide came in at noon.' })] })
const refusal = (code: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, 403, 'POST', 'https://x', { files: undefined, body: {} })

type Request = { readonly method: string; readonly route: string; readonly body?: object; readonly signal?: unknown }

/** What tells those who wait, over a list in memory and a Discord that refuses some requests. */
const telling = ({
  list = [],
  settings = {},
  refuse = {},
  quoth = library,
}: {
  readonly list?: readonly Waiting[]
  readonly settings?: Partial<GuildSettings>
  readonly refuse?: { readonly [route: string]: Error }
  readonly quoth?: Quoth
} = {}) => {
  const requests: Request[] = []
  const lines: string[] = []
  const waiting = [...list]
  const guilds: (string | null)[] = []
  const disk = { canList: true, canRemove: true }
  const send =
    (method: string) =>
    async (route: string, { body, signal }: { body?: object; signal?: unknown } = {}) => {
      requests.push({ method, route, ...(body === undefined ? {} : { body }), signal })
      const error = refuse[route]
      if (error !== undefined) throw error
      return { id: 'dm' }
    }
  const services = {
    settings: { of: async () => ({ ...defaultSettings, ...settings }) },
    libraryOf: ({ library }: Reader) => {
      guilds.push(library)
      return quoth
    },
    log: createLog({ write: (line) => void lines.push(line) }),
    state: {
      waiting: {
        list: async () => {
          if (!disk.canList) throw new Error('the disk')
          return [...waiting]
        },
        remove: async (id: string) => {
          if (!disk.canRemove) throw new Error('the disk')
          const at = waiting.findIndex((each) => each.id === id)
          if (at >= 0) waiting.splice(at, 1)
        },
      },
    },
  } as unknown as Services
  const rest = { post: send('POST'), get: send('GET') } as unknown as REST
  const { signal } = new AbortController()
  return {
    ...{ requests, waiting, guilds, disk, services, rest },
    logged: () => lines.map((line) => JSON.parse(line) as { level: number; msg: string; waiting?: string }),
    tell: createTeller(services, rest, signal),
    announce: () => createAnnouncer(services, rest, signal),
    routes: () => requests.map(({ method, route }) => `${method} ${route}`),
  }
}

const inChannel = `POST ${Routes.channelMessages('channel')}`
const asMember = `GET ${Routes.guildMember('guild', 'user')}`
const opening = `POST ${Routes.userChannels()}`
const inPerson = `POST ${Routes.channelMessages('dm')}`
const directly = [asMember, opening, inPerson]

describe('the answer to what somebody waits for', () => {
  const tellOf = async (waiting: Partial<Waiting>, more: Parameters<typeof telling>[0] = {}) => {
    const { tell, routes, requests } = telling(more)
    const isTold = await tell(waitingFor('w1', waiting), await library.ask('tide?'))
    return { isTold, routes: routes(), requests }
  }

  test('is one message that pings whoever waits, and nobody else', async () => {
    const { isTold, routes, requests } = await tellOf({})
    expect([isTold, routes]).toEqual([true, [inChannel]])
    expect(requests[0]?.body).toEqual({
      content: expect.stringContaining('<@user>'),
      nonce: 'w1',
      enforce_nonce: true,
      allowed_mentions: { parse: [], users: ['user'] },
    })
    expect(requests[0]?.signal).toBeInstanceOf(AbortSignal)
  })

  test.each<[string, Partial<Waiting>, Partial<GuildSettings>, readonly string[]]>([
    ['where it was asked', {}, {}, [inChannel]],
    ['where it was asked and Quoth answers', {}, { channels: ['other', 'channel'] }, [inChannel]],
    ['directly what was asked in private', { isPrivate: true }, {}, directly],
    ['directly where answers are private now', {}, { answers: 'private' }, directly],
    ['directly where Quoth does not answer any more', {}, { channels: ['other'] }, directly],
    ['directly what was asked directly', { guild: null, isPrivate: true }, {}, [opening, inPerson]],
  ])('is told %s', async (_, waiting, settings, routes) => {
    expect(await tellOf(waiting, { settings })).toMatchObject({ isTold: true, routes })
  })

  test('is told directly by a message of its own', async () => {
    const { requests } = await tellOf({ isPrivate: true })
    expect(requests[1]?.body).toEqual({ recipient_id: 'user' })
    expect(requests[2]?.body).toMatchObject({ nonce: 'w1', allowed_mentions: { parse: [], users: ['user'] } })
    for (const { signal } of requests) expect(signal).toBeInstanceOf(AbortSignal)
  })

  const closed = [10_003, 10_013, 10_004, 10_007, 50_001, 50_013, 50_007]

  test.each(closed)(
    'is told directly where its place is closed (%s), and to nobody where that is too',
    async (code) => {
      const once = { [Routes.channelMessages('channel')]: refusal(code) }
      expect(await tellOf({}, { refuse: once })).toMatchObject({ isTold: true, routes: [inChannel, ...directly] })
      const both = { ...once, [Routes.channelMessages('dm')]: refusal(code) }
      expect(await tellOf({}, { refuse: both })).toMatchObject({ isTold: false, routes: [inChannel, ...directly] })
    },
  )

  test('is told to nobody who has left the server', async () => {
    const refuse = { [Routes.guildMember('guild', 'user')]: refusal(10_007) }
    expect(await tellOf({ isPrivate: true }, { refuse })).toMatchObject({ isTold: false, routes: [asMember] })
  })

  test.each([
    ['another refusal', refusal(50_035)],
    ['a defect', new TypeError('defect')],
  ])('is not told elsewhere after %s', async (_, error) => {
    const { tell, routes } = telling({ refuse: { [Routes.channelMessages('channel')]: error } })
    await expect(tell(waitingFor('w1'), await library.ask('tide?'))).rejects.toBe(error)
    expect(routes()).toEqual([inChannel])
  })

  test('is sent again where Discord fails', async () => {
    const refuse = { [Routes.channelMessages('channel')]: new HTTPError(503, 'x', 'POST', 'https://x', {}) }
    const { tell, routes, requests } = telling({ refuse })
    const sending = tell(waitingFor('w1'), await library.ask('tide?'))
    await expect.poll(() => requests.length, { interval: 2 }).toBe(1)
    delete refuse[Routes.channelMessages('channel')]
    expect(await sending).toBe(true)
    expect(routes()).toEqual([inChannel, inChannel])
  })

  test('has no half of a character in it, which no request may have', async () => {
    const { tell, requests } = telling()
    await tell(waitingFor('w1', { user: 'a\ud83d' }), await library.ask('tide?'))
    expect(requests[0]?.body).toMatchObject({ content: expect.stringContaining('<@a\ufffd>') })
  })
})

describe('after the library has changed', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })
  const pass = async (milliseconds: number): Promise<void> => {
    await vi.advanceTimersByTimeAsync(milliseconds)
    for (let i = 0; i < 20; i++) await turn()
  }
  const minute = 60_000

  test('those who wait are told once, and taken off the list, and the log says of whom', async () => {
    const all = telling({ list: [waitingFor('w1'), waitingFor('w2', { user: 'other', guild: 'elsewhere' })] })
    const { libraryChanged } = all.announce()
    expect(all.routes()).toEqual([])
    libraryChanged()
    await pass(1999)
    expect(all.routes()).toEqual([])
    await pass(1)
    expect(all.routes()).toEqual([inChannel, inChannel])
    expect(all.waiting).toEqual([])
    expect(all.guilds).toEqual(['server:guild', 'server:elsewhere'])
    expect(all.logged()).toMatchObject([
      { level: 30, waiting: 'w1', guild: 'guild', msg: expect.stringMatching(/.+/) },
      { level: 30, waiting: 'w2', guild: 'elsewhere' },
    ])
    libraryChanged()
    await pass(2000)
    expect(all.routes()).toHaveLength(2)
  })

  test('they are told when nothing has changed for two seconds, and after a minute at the latest', async () => {
    const all = telling({ list: [waitingFor('w1')] })
    const { libraryChanged } = all.announce()
    libraryChanged()
    await pass(1500)
    libraryChanged()
    await pass(1500)
    expect(all.routes()).toEqual([])
    await pass(500)
    expect(all.routes()).toHaveLength(1)
    all.waiting.push(waitingFor('w2'))
    for (let second = 0; second < 60; second++) {
      libraryChanged()
      await pass(999)
    }
    expect(all.routes()).toHaveLength(1)
    libraryChanged()
    await pass(60)
    expect(all.routes()).toHaveLength(2)
    // The minute begins anew with the next change.
    all.waiting.push(waitingFor('w3'))
    libraryChanged()
    await pass(1900)
    expect(all.routes()).toHaveLength(2)
    await pass(100)
    expect(all.routes()).toHaveLength(3)
  })

  test('it is asked as they asked', async () => {
    const asked: unknown[] = []
    const ask: Quoth['ask'] = (text, options) => {
      asked.push({ text, ...options })
      return library.ask('quantum?')
    }
    const list = [
      waitingFor('w1', { isPrivate: true, earlier: ['before'] }),
      waitingFor('w2', { question: 'b?', source: 'tides' as Waiting['source'] }),
    ]
    const all = telling({ list, quoth: { ...library, ask } })
    all.announce().libraryChanged()
    await pass(2000)
    expect(asked).toEqual([
      { text: list[0]?.question, source: undefined, isPrivate: true, earlier: [{ text: 'before', isPrivate: true }] },
      { text: 'b?', source: 'tides', isPrivate: false, earlier: undefined },
    ])
    // It is as silent as before.
    expect([all.routes(), all.waiting.length, all.logged()]).toEqual([[], 2, []])
  })

  test('who waits for a source that is not there waits on, and that is no failure', async () => {
    const ask = () => Promise.reject(new QuothError('unknown-source', 'gone'))
    const all = telling({ list: [waitingFor('w1')], quoth: { ...library, ask } })
    all.announce().libraryChanged()
    await pass(2000)
    expect([all.waiting.length, all.logged()]).toEqual([1, []])
  })

  test('who cannot be told is taken off the list, with a warning', async () => {
    const refuse = { [Routes.guildMember('guild', 'user')]: refusal(10_007) }
    const all = telling({ list: [waitingFor('w1', { isPrivate: true })], refuse })
    all.announce().libraryChanged()
    await pass(2000)
    expect(all.waiting).toEqual([])
    expect(all.logged()).toMatchObject([{ level: 40, waiting: 'w1', guild: 'guild', msg: expect.stringMatching(/.+/) }])
  })

  test('what fails is logged and tried again after five minutes, and others are told meanwhile', async () => {
    let isBroken = true
    const ask: Quoth['ask'] = (text, options) =>
      isBroken && text === 'a?' ? Promise.reject(new TypeError('defect')) : library.ask('tide?', options)
    const list = [waitingFor('w1', { question: 'a?' }), waitingFor('w2', { question: 'b?' })]
    const all = telling({ list, quoth: { ...library, ask } })
    all.announce().libraryChanged()
    await pass(2000)
    expect(all.waiting.map(({ id }) => id)).toEqual(['w1'])
    expect(all.logged()).toMatchObject([
      { level: 50, waiting: 'w1', err: { message: 'defect' }, msg: expect.stringMatching(/.+/) },
      { level: 30, waiting: 'w2' },
    ])
    isBroken = false
    await pass(5 * minute - 1)
    expect(all.waiting).toHaveLength(1)
    await pass(1)
    expect(all.waiting).toEqual([])
  })

  test('a list that cannot be read is logged, and read at the next change', async () => {
    const all = telling({ list: [waitingFor('w1')] })
    const { libraryChanged } = all.announce()
    all.disk.canList = false
    libraryChanged()
    await pass(2000)
    expect(all.logged()).toMatchObject([{ level: 50, err: { message: 'the disk' }, msg: expect.stringMatching(/.+/) }])
    all.disk.canList = true
    libraryChanged()
    await pass(2000)
    expect(all.waiting).toEqual([])
  })

  test('who was told and is still on the list is not told twice; who waits anew is', async () => {
    const all = telling({ list: [waitingFor('w1')] })
    const { libraryChanged } = all.announce()
    all.disk.canRemove = false
    libraryChanged()
    await pass(2000)
    libraryChanged()
    await pass(2000)
    expect(all.routes()).toHaveLength(1)
    all.disk.canRemove = true
    await pass(5 * minute)
    expect([all.routes().length, all.waiting]).toEqual([1, []])
    all.waiting.push(waitingFor('w1'))
    libraryChanged()
    await pass(2000)
    expect(all.routes()).toHaveLength(2)
  })

  test('nobody is told once it is closed, and closing waits for what is being sent', async () => {
    let release: () => void = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let asked = 0
    const ask: Quoth['ask'] = async (text, options) => {
      asked += 1
      await held
      return library.ask(text, options)
    }
    const all = telling({ list: [waitingFor('w1'), waitingFor('w2')], quoth: { ...library, ask } })
    const { libraryChanged, close } = all.announce()
    libraryChanged()
    await pass(2000)
    expect(asked).toBe(1)
    let isClosed = false
    const closing = close().then(() => {
      isClosed = true
    })
    for (let i = 0; i < 20; i++) await turn()
    expect(isClosed).toBe(false)
    release()
    await closing
    expect([asked, all.routes().length]).toEqual([1, 1])
    libraryChanged()
    await pass(2 * minute)
    expect(asked).toBe(1)
  })

  test('a check that is waited for does not come once it is closed', async () => {
    const all = telling({ list: [waitingFor('w1')] })
    const { libraryChanged, close } = all.announce()
    libraryChanged()
    await close()
    await pass(2 * minute)
    expect(all.routes()).toEqual([])
  })
})
