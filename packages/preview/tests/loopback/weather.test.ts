import { once } from 'node:events'
import { Events, type Interaction, SlashCommandBuilder } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { eventually } from '../../../../tests/support/eventually.ts'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

let loopback: Loopback
beforeEach(async () => {
  loopback = await startLoopback({ identifiesADay: 4 })
})
afterEach(() => loopback.close())

const ask = new SlashCommandBuilder().setName('ask').setDescription('Ask')
/** A bot that handles every command with `handle`. */
const botThat = async (handle: (interaction: Interaction) => Promise<unknown>) => {
  const bot = await loggedIn(loopback)
  await bot.client.application?.commands.set([ask])
  bot.client.on(Events.InteractionCreate, handle)
  return bot
}

describe('bad weather', () => {
  const me = () => callApi(loopback, 'GET', '/users/@me', undefined)
  const statuses = async (count: number) => {
    const found: number[] = []
    for (let sent = 0; sent < count; sent++) found.push((await me()).status)
    return found
  }
  const shareOf = (status: number, found: readonly number[]) =>
    found.filter((each) => each === status).length / found.length
  const rates = { serverError: 0.2, rateLimited: 0.1 }

  test('comes by chance, as often as ordered, the same for the same seed', async () => {
    loopback.disturb({ seed: 7, rates, routes: ['current-user'] })
    const first = await statuses(400)
    expect(shareOf(503, first)).toBeGreaterThan(0.14)
    expect(shareOf(503, first)).toBeLessThan(0.26)
    expect(shareOf(429, first)).toBeGreaterThan(0.05)
    expect(shareOf(429, first)).toBeLessThan(0.15)
    loopback.disturb({ seed: 7, rates, routes: ['current-user'] })
    expect(await statuses(400)).toEqual(first)
    loopback.disturb({ seed: 8, rates, routes: ['current-user'] })
    expect(await statuses(400)).not.toEqual(first)
  })

  test('meets what goes to interactions unless told otherwise, and ends', async () => {
    loopback.disturb({ seed: 1, rates: { serverError: 1 } })
    expect(await me()).toMatchObject({ status: 200 })
    expect(await callApi(loopback, 'POST', '/interactions/1/x/callback', {})).toMatchObject({ status: 503 })
    loopback.disturb(null)
    expect(await callApi(loopback, 'POST', '/interactions/1/x/callback', {})).toMatchObject({ status: 404 })
  })

  test('lets some requests through whose answers it loses', async () => {
    const { client } = await botThat(async (interaction) => {
      if (interaction.isRepliable()) await interaction.reply('x').catch(() => {})
    })
    loopback.disturb({ seed: 3, rates: { serverError: 1 }, applied: 1 })
    expect(await loopback.invoke({ command: 'ask' }).answered()).toMatchObject({ content: 'x' })
    expect(loopback.requests.at(-1)?.status()).toBe(503)
    await client.destroy()
  })
})

describe('a rate limit', () => {
  test('counts each interaction by itself, and tells how much is left', async () => {
    loopback.limitRate({ route: 'callback', requests: 1, seconds: 60 })
    const send = async (token: string) => {
      const path = `${loopback.api}/v10/interactions/1/${token}/callback`
      const { status, headers } = await fetch(path, { method: 'POST', body: '{}' })
      return [status, headers.get('x-ratelimit-remaining'), Number(headers.get('retry-after')) > 50]
    }
    expect(await send('a')).toEqual([404, null, false])
    expect(await send('a')).toEqual([429, '0', true])
    expect(await send('b')).toEqual([404, null, false])
  })

  test('is kept by a client that reads it', async () => {
    loopback.limitRate({ route: 'edit-message', requests: 2, seconds: 0.5 })
    const { client } = await botThat(async (interaction) => {
      if (!interaction.isRepliable()) return
      await interaction.reply('0')
      for (const content of ['1', '2', '3', '4']) await interaction.editReply(content)
    })
    const { id } = await loopback.invoke({ command: 'ask' }).answered()
    const content = () => loopback.messages().find((message) => message.id === id)?.content
    await eventually(() => expect(content()).toBe('4'))
    const edits = loopback.requests.filter(({ route }) => route === 'edit-message')
    expect((edits.at(-1)?.at ?? 0) - (edits[0]?.at ?? 0)).toBeGreaterThanOrEqual(400)
    await client.destroy()
  })
})

describe('a token', () => {
  test('that is taken back ends every session with 4004 and lets nobody in', async () => {
    const { client } = await loggedIn(loopback)
    const closed = new Promise<number>((resolve) => client.once(Events.ShardDisconnect, ({ code }) => resolve(code)))
    loopback.gateway.revokeToken()
    expect(await closed).toBe(4004)
    expect(await callApi(loopback, 'GET', '/users/@me', undefined)).toMatchObject({ status: 401 })
    await expect(loggedIn(loopback)).rejects.toMatchObject({ code: 'TokenInvalid' })
    await client.destroy()
  })

  test('is taken back from a bot that identifies without end', async () => {
    const { client } = await loggedIn(loopback)
    const left = async () => {
      const headers = { authorization: `Bot ${loopback.token}` }
      const response = await fetch(`${loopback.api}/v10/gateway/bot`, { headers })
      return ((await response.json()) as { session_start_limit?: { remaining: number } }).session_start_limit?.remaining
    }
    expect(await left()).toBe(3)
    for (let more = 2; more <= 4; more++) {
      const { client: other } = await loggedIn(loopback)
      await other.destroy()
    }
    expect(await left()).toBe(0)
    expect(loopback.gateway.counts().identifiedAt).toHaveLength(4)
    const socket = new WebSocket(`${loopback.api.replace('http', 'ws').replace('/api', '/')}?v=10&encoding=json`)
    await once(socket, 'message')
    socket.send(JSON.stringify({ op: 2, d: { token: loopback.token, intents: 1, properties: {} } }))
    expect(await once(socket, 'close')).toMatchObject([4004, {}])
    expect(await left()).toBeUndefined()
    await client.destroy()
  })
})

test('a session that is refused again and again is asked for again and again', async () => {
  const { client } = await botThat(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('x')
  })
  loopback.gateway.refuseSessions(2)
  loopback.gateway.invalidateSessions()
  await eventually(() => expect(loopback.gateway.counts().identified).toBe(4))
  await eventually(() => expect(client.isReady()).toBe(true))
  expect(await loopback.invoke({ command: 'ask' }).answered()).toMatchObject({ content: 'x' })
  await client.destroy()
})
