import { once } from 'node:events'
import { Events, GatewayIntentBits, SlashCommandBuilder } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { eventually } from '../../../../tests/support/eventually.ts'
import { botFor, loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

const heartbeatInterval = 300
let loopback: Loopback
beforeEach(async () => {
  loopback = await startLoopback({ limits: { heartbeatInterval } })
})
afterEach(() => loopback.close())

/** A bot that answers every command at once. */
const answering = async () => {
  const bot = await loggedIn(loopback)
  await bot.client.application?.commands.set([new SlashCommandBuilder().setName('ask').setDescription('Ask')])
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('answered')
  })
  return bot
}

describe('a bot', () => {
  test('logs in, sees its guilds and channels, and logs out', async () => {
    const events: string[] = []
    loopback.onEvent(({ kind }) => void events.push(kind))
    const { client, errors } = await loggedIn(loopback)
    expect(client.guilds.cache.map(({ id }) => id)).toEqual(loopback.guilds.map(({ id }) => id))
    const channels = loopback.channels.filter(({ guild }) => guild !== null)
    expect(client.channels.cache.map(({ id }) => id)).toEqual(channels.map(({ id }) => id))
    expect(client.application?.id).toBe(loopback.applicationId)
    expect((await client.application?.fetch())?.name).toBe('bot')
    await client.destroy()
    await eventually(() => expect(events).toEqual(['bot-online', 'bot-offline']))
    expect(errors).toEqual([])
  })

  test('with a wrong token is refused', async () => {
    const { client } = botFor(loopback)
    await expect(client.login('wrong')).rejects.toMatchObject({ code: 'TokenInvalid' })
  })

  test('that wants the content of messages is refused', async () => {
    const { client } = botFor(loopback, { intents: [GatewayIntentBits.MessageContent] })
    await expect(client.login(loopback.token)).rejects.toThrow('disallowed intents')
    await client.destroy()
  })

  test.each([['cut', undefined] as const, ['closed with 4000', 4000] as const])(
    'whose socket is %s resumes and answers what it missed',
    async (_, code) => {
      const { client } = await answering()
      loopback.gateway.dropSockets(code)
      const missed = [1, 2, 3].map(() => loopback.invoke({ command: 'ask' }))
      expect(await Promise.all(missed.map((each) => each.answered()))).toHaveLength(3)
      expect(loopback.gateway.counts()).toMatchObject({ identified: 1, resumed: 1 })
      expect(loopback.messages()).toHaveLength(3)
      await client.destroy()
    },
  )

  test('that is asked to reconnect resumes', async () => {
    const { client } = await answering()
    loopback.gateway.requestReconnects()
    await eventually(() => expect(loopback.gateway.counts().resumed).toBe(1))
    expect(await loopback.invoke({ command: 'ask' }).answered()).toMatchObject({ content: 'answered' })
    await client.destroy()
  })

  test('whose session is invalid identifies anew', async () => {
    const { client } = await answering()
    loopback.gateway.invalidateSessions()
    await eventually(() => expect(loopback.gateway.counts().identified).toBe(2))
    await eventually(() => expect(client.isReady()).toBe(true))
    expect(await loopback.invoke({ command: 'ask' }).answered()).toMatchObject({ content: 'answered' })
    await client.destroy()
  })

  test('that hears no echo of its heartbeats reconnects', async () => {
    const { client } = await answering()
    await eventually(() => expect(loopback.gateway.counts().heartbeats).toBeGreaterThan(1))
    loopback.gateway.acknowledgeHeartbeats(false)
    await eventually(() => expect(loopback.gateway.counts().resumed).toBeGreaterThan(0))
    await client.destroy()
  })
})

describe('a socket', () => {
  const opened = async (query = '?v=10&encoding=json') => {
    const socket = new WebSocket(`${loopback.api.replace('http', 'ws').replace('/api', '/')}${query}`)
    const closed = once(socket, 'close').then(([code]) => Number(code))
    const [hello] = await once(socket, 'message')
    expect(JSON.parse(String(hello))).toEqual({ op: 10, d: { heartbeat_interval: heartbeatInterval } })
    return { socket, closed, send: (frame: unknown) => socket.send(JSON.stringify(frame)) }
  }
  const identify = (more: object = {}) => ({ op: 2, d: { token: loopback.token, intents: 1, properties: {}, ...more } })

  test('that speaks another version is closed with 4012', async () => {
    const socket = new WebSocket(`${loopback.api.replace('http', 'ws').replace('/api', '/')}?v=9&encoding=json`)
    const [code] = await once(socket, 'close')
    expect(code).toBe(4012)
  })

  test.each([
    ['an Identify with a wrong token', 4004, () => [identify({ token: 'wrong' })]],
    ['an Identify without intents', 4002, () => [identify({ intents: undefined })]],
    ['a second Identify', 4005, () => [identify(), identify()]],
    ['a presence before Identify', 4003, () => [{ op: 3, d: {} }]],
    ['an unknown opcode', 4001, () => [{ op: 99, d: {} }]],
    ['no frame', 4002, () => ['hello']],
    ['more than 4096 bytes', 4002, () => [identify({ properties: { os: 'x'.repeat(4096) } })]],
    ['a Resume with a wrong token', 4004, () => [{ op: 6, d: { token: 'wrong', session_id: 'x', seq: 1 } }]],
    ['more than 120 frames in a minute', 4008, () => Array.from({ length: 121 }, () => ({ op: 1, d: null }))],
  ])('that sends %s is closed with %i', async (_, code, frames) => {
    const { closed, send } = await opened()
    for (const frame of frames()) send(frame)
    expect(await closed).toBe(code)
  })

  test('that resumes a session which is not there is told to identify', async () => {
    const { socket, send } = await opened()
    send({ op: 6, d: { token: loopback.token, session_id: 'gone', seq: 1 } })
    const [answer] = await once(socket, 'message')
    expect(JSON.parse(String(answer))).toEqual({ op: 9, d: false })
    socket.close()
  })
})
