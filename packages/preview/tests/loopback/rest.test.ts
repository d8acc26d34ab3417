import { AttachmentBuilder, type ChatInputCommandInteraction, Events, HTTPError, SlashCommandBuilder } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
beforeEach(async () => {
  loopback = await startLoopback({ attachmentSizeLimit: 1000 })
  bot = await loggedIn(loopback)
  await bot.client.application?.commands.set([new SlashCommandBuilder().setName('ask').setDescription('Ask')])
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

/** What the bot's handler of one `/ask` came to: its error, or null. */
const asking = async (handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>) => {
  const outcome = new Promise<unknown>((resolve) => {
    bot.client.once(Events.InteractionCreate, (interaction) =>
      handle(interaction as ChatInputCommandInteraction).then(() => resolve(null), resolve),
    )
  })
  const followed = loopback.invoke({ command: 'ask' })
  return { error: await outcome, followed }
}
const requestsTo = (route: string) => loopback.requests.filter((request) => request.route === route)

describe('the API', () => {
  test('knows its routes, methods and version', async () => {
    expect(await callApi(loopback, 'POST', '/nowhere', {})).toMatchObject({ status: 404, code: 0 })
    expect(await callApi(loopback, 'PUT', '/users/@me', {})).toMatchObject({ status: 405, code: 0 })
    const old = await fetch(`${loopback.api}/v9/users/@me`)
    expect(await old.json()).toMatchObject({ code: 50041 })
  })

  test('wants the token', async () => {
    const answer = await fetch(`${loopback.api}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toEqual({ message: '401: Unauthorized', code: 0 })
  })

  test('refuses what is no JSON', async () => {
    const path = `/applications/${loopback.applicationId}/commands`
    expect(await callApi(loopback, 'PUT', path, '{')).toMatchObject({ status: 400, code: 50109 })
  })

  test('refuses a broken form, a broken path and a form without its parts', async () => {
    const send = async (path: string, contentType: string, body: string) => {
      const headers = { 'content-type': contentType }
      return (await fetch(`${loopback.api}/v10${path}`, { method: 'POST', headers, body })).json()
    }
    const multipart = 'multipart/form-data; boundary=x'
    expect(await send('/interactions/1/2/callback', multipart, 'nothing')).toMatchObject({ code: 50035 })
    expect(await send('/interactions/%/2/callback', 'application/json', '{}')).toMatchObject({ code: 0 })
    expect(await send('/interactions/1/2/callback', multipart, '--x--\r\n')).toMatchObject({ code: 10062 })
  })

  test('records requests without their secrets', async () => {
    await asking((interaction) => interaction.reply('hello'))
    const [request] = requestsTo('callback')
    expect(request).toMatchObject({ method: 'POST', body: { type: 4, data: { content: 'hello' } } })
    expect(request?.path).toMatch(/^\/interactions\/\d+\/:token\/callback$/)
    expect(request?.status()).toBe(204)
    expect(JSON.stringify(loopback.requests)).not.toContain(loopback.token)
  })
})

describe('a fault', () => {
  test('of 429 is waited out by the bot', async () => {
    loopback.failNext({ route: 'edit-message', status: 429, retryAfter: 0.2 })
    const { error } = await asking(async (interaction) => {
      await interaction.deferReply()
      await interaction.editReply('late')
    })
    expect(error).toBeNull()
    const [first, second] = requestsTo('edit-message')
    expect([first?.status(), second?.status()]).toEqual([429, 200])
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(200)
  })

  test('of 5xx is given as often as ordered', async () => {
    loopback.failNext({ route: 'edit-message', status: 503, times: 2 })
    const { error, followed } = await asking(async (interaction) => {
      await interaction.deferReply()
      await interaction.editReply('at last')
    })
    expect(error).toBeNull()
    expect(requestsTo('edit-message').map(({ status }) => status())).toEqual([503, 503, 200])
    expect(followed.original()).toMatchObject({ content: 'at last' })
  })

  test('that loses the answer leaves the request done', async () => {
    loopback.failNext({ route: 'callback', status: 500, applied: true })
    const { error, followed } = await asking((interaction) => interaction.deferReply())
    expect(error).toMatchObject({ code: 40060 })
    expect(followed.state()).toBe('given')
  })

  test('of silence or a cut connection ends in an error of the client', async () => {
    bot.client.rest.options.timeout = 300
    loopback.failNext({ route: 'callback', status: 'hang', times: 4 })
    expect((await asking((interaction) => interaction.deferReply())).error).toMatchObject({ name: 'AbortError' })
    loopback.failNext({ route: 'callback', status: 'reset', times: 4 })
    const { error } = await asking((interaction) => interaction.deferReply())
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(HTTPError)
  })
})

describe('a file', () => {
  const file = (size: number, name = 'quote.txt') =>
    new AttachmentBuilder(Buffer.alloc(size, 'x'), { name, description: 'A quote' })

  test('comes with a reply, an edit and a follow-up, and is handed out', async () => {
    const { error, followed } = await asking(async (interaction) => {
      await interaction.reply({ content: 'x', files: [file(1, 'first.txt')] })
      await interaction.editReply({ files: [file(2)] })
      await interaction.followUp({ files: [file(1000)] })
    })
    expect(error).toBeNull()
    expect(followed.original()?.attachments).toMatchObject([{ filename: 'quote.txt', description: 'A quote' }])
    const [followUp] = followed.followUps()
    const url = followUp?.attachments[0]?.url ?? ''
    expect(await (await fetch(url)).text()).toBe('x'.repeat(1000))
    expect((await fetch(`${url.replace(/\d+\/quote/, '1/quote')}`)).status).toBe(404)
  })

  test('stays through an edit that does not list attachments', async () => {
    const { followed } = await asking(async (interaction) => {
      await interaction.reply({ files: [file(1)] })
      await interaction.editReply('x')
    })
    expect(followed.original()).toMatchObject({ content: 'x', attachments: [{ filename: 'quote.txt' }] })
  })

  test('may come with others, up to 25 MiB in all', async () => {
    const send = async (size: number) => {
      const form = new FormData()
      form.set('payload_json', '{}')
      form.set('other', new Blob([new Uint8Array(size)]), 'other.bin')
      const path = `${loopback.api}/v10/interactions/1/x/callback`
      return (await (await fetch(path, { method: 'POST', body: form })).json()) as { readonly code: number }
    }
    expect(await send(24 * 2 ** 20)).toMatchObject({ code: 10062 })
    expect(await send(25 * 2 ** 20)).toMatchObject({ code: 40005 })
  })

  test('may not be too large, nor one of more than ten', async () => {
    expect((await asking((interaction) => interaction.reply({ files: [file(1001)] }))).error).toMatchObject({
      status: 413,
      code: 40005,
    })
    const files = Array.from({ length: 11 }, () => file(1))
    expect((await asking((interaction) => interaction.reply({ files }))).error).toMatchObject({ code: 50035 })
  })
})
