import { Events, PermissionFlagsBits, TextDisplayBuilder } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eventually } from '../../../../tests/support/eventually.ts'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { layout, text } from '../../../../tests/support/loopback-message.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

const guild = '1000000000000000001'
const bits = PermissionFlagsBits
let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
beforeEach(async () => {
  loopback = await startLoopback({
    users: [{ id: '11', name: 'Ada' }],
    channels: [{ id: '21', name: 'general', guild }],
  })
  bot = await loggedIn(loopback)
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

const send = (body: object, channel = '21') => callApi(loopback, 'POST', `/channels/${channel}/messages`, body)
const last = () => loopback.messages().at(-1)

describe('a message that the bot sends of its own accord', () => {
  test('is there for everybody, with the bot as its author', async () => {
    const channel = await bot.client.channels.fetch('21')
    if (!channel?.isSendable()) throw new Error('Not sendable.')
    await channel.send({ content: 'Hello', files: [{ attachment: Buffer.from('quote'), name: 'quote.txt' }] })
    expect(last()).toMatchObject({
      author: loopback.applicationId,
      interaction: null,
      visibleTo: null,
      content: 'Hello',
      attachments: [{ filename: 'quote.txt' }],
    })
    await channel.send({ flags: 1 << 15, components: [new TextDisplayBuilder().setContent('Hello again')] })
    expect(last()).toMatchObject({ components: [{ type: 10, content: 'Hello again' }] })
  })

  test('reaches a person in direct messages, unless that person takes none', async () => {
    await (await bot.client.users.createDM('11')).send('Your question can be answered now.')
    const direct = loopback.channelsOf('11').find((channel) => channel.guild === null)
    expect(last()).toMatchObject({ channel: direct?.id, content: 'Your question can be answered now.' })
    loopback.takeDirectMessages('11', false)
    expect(await send({ content: 'x' }, direct?.id)).toMatchObject({ status: 403, code: 50007 })
    loopback.takeDirectMessages('11', true)
    expect(await send({ content: 'x' }, direct?.id)).toMatchObject({ status: 200 })
    const open = (recipient: unknown) => callApi(loopback, 'POST', '/users/@me/channels', { recipient_id: recipient })
    expect(await open('99')).toMatchObject({ status: 400, code: 50033 })
    expect(await open(99)).toMatchObject({ status: 400, code: 50035 })
  })

  test('with an enforced nonce is sent once', async () => {
    const body = { content: 'x', nonce: 'q-1', enforce_nonce: true }
    for (let times = 0; times < 3; times++) expect(await send(body)).toMatchObject({ status: 200 })
    expect(loopback.messages()).toHaveLength(1)
    await send({ ...body, nonce: 'q-2' })
    await send({ ...body, enforce_nonce: false })
    expect(loopback.messages()).toHaveLength(3)
    expect(await send({ ...body, nonce: 'x'.repeat(26) })).toMatchObject({ status: 400, code: 50035 })
  })

  test('pings everybody it mentions unless told whom', async () => {
    const content = '<@11> and @everyone and <@&5>'
    await send({ content })
    expect(last()?.pings).toEqual(['<@11>', '@everyone', '<@&5>'])
    await send({ content, allowed_mentions: { parse: [] } })
    expect(last()?.pings).toEqual([])
    await send({ content, allowed_mentions: { parse: [], users: ['11'] } })
    expect(last()?.pings).toEqual(['<@11>'])
  })

  test('is held to the limits of a message, and cannot be private', async () => {
    expect((await send({ content: 'x', flags: 64 })).errors).toEqual(['flags MESSAGE_FLAGS_INVALID'])
    expect(await send({ content: 'x'.repeat(2001) })).toMatchObject({ status: 400, code: 50035 })
    expect(await send({ ...layout(text()), content: 'x' })).toMatchObject({ status: 400, code: 50035 })
    expect(await send({})).toMatchObject({ status: 400, code: 50006 })
  })

  test.each([
    ['see the channel', 0n, 50001],
    ['write there', bits.ViewChannel, 50013],
  ])('needs the right to %s', async (_, may, code) => {
    loopback.allowBot('21', String(may))
    expect(await send({ content: 'x' })).toMatchObject({ status: 403, code })
    await eventually(() => {
      const channel = bot.client.channels.cache.get('21')
      expect(
        channel?.isTextBased() &&
          'permissionsFor' in channel &&
          channel.permissionsFor(bot.client.user?.id ?? '')?.has(bits.SendMessages),
      ).toBe(false)
    })
  })

  test('needs the right to attach its files', async () => {
    loopback.allowBot('21', String(bits.ViewChannel | bits.SendMessages))
    const form = new FormData()
    form.set('payload_json', JSON.stringify({ content: 'x' }))
    form.set('files[0]', new Blob(['x']), 'quote.txt')
    const headers = { authorization: `Bot ${loopback.token}` }
    const response = await fetch(`${loopback.api}/v10/channels/21/messages`, { method: 'POST', headers, body: form })
    expect(await response.json()).toMatchObject({ code: 50013 })
    expect(await send({ content: 'x' })).toMatchObject({ status: 200 })
  })
})

describe('what a moderator takes away', () => {
  const answered = async () => {
    await callApi(loopback, 'PUT', `/applications/${loopback.applicationId}/commands`, [
      { name: 'ask', description: 'Ask' },
    ])
    const codes: unknown[] = []
    let go = () => {}
    const removed = new Promise<void>((resolve) => {
      go = resolve
    })
    const done = new Promise<unknown[]>((resolve) => {
      bot.client.once(Events.InteractionCreate, async (interaction) => {
        if (!interaction.isChatInputCommand()) return
        await interaction.reply('x')
        await removed
        const note = (error: { readonly code: unknown }) => void codes.push(error.code)
        await interaction.editReply('y').catch(note)
        await interaction.followUp('z').catch(note)
        resolve(codes)
      })
    })
    const { id } = await loopback.invoke({ command: 'ask' }).answered()
    return { id, done, go: () => go() }
  }

  test('a message: it cannot be edited any more, but followed up', async () => {
    const { id, done, go } = await answered()
    loopback.deleteMessage(id)
    go()
    expect(await done).toEqual([10008])
    expect(() => loopback.deleteMessage(id)).toThrow('no message')
  })

  test('a channel: nothing goes there any more', async () => {
    const events: string[] = []
    loopback.onEvent(({ kind }) => void events.push(kind))
    const { done, go } = await answered()
    loopback.deleteChannel('21')
    go()
    expect(await done).toEqual([10003, 10003])
    expect(events.slice(-2)).toEqual(['message-deleted', 'channel-deleted'])
    expect(await send({ content: 'x' })).toMatchObject({ status: 404, code: 10003 })
    expect(() => loopback.invoke({ command: 'ask', channel: '21' })).toThrow('no channel 21')
    await eventually(() => expect(bot.client.channels.cache.has('21')).toBe(false))
  })
})
