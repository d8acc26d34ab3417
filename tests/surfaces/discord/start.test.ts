import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Loopback } from '../../../packages/preview/src/loopback/loopback.ts'
import { QuothError } from '../../../src/domain/error.ts'
import { registerCommands, registrationLines } from '../../../src/surfaces/discord/gateway/registration.ts'
import { allCommands, botOn, shownText } from '../../support/discord-bot.ts'
import { eventually, patience } from '../../support/eventually.ts'
import { startPatientLoopback } from '../../support/patient-loopback.ts'

let loopback: Loopback
beforeEach(async () => {
  loopback = await startPatientLoopback({})
})
afterEach(() => loopback.close())

const puts = () => loopback.requests.filter(({ route }) => route === 'replace-commands').length
const settings = () => ({ token: loopback.token, api: loopback.api, commands: allCommands, dryRun: false })

test('a wrong token is a matter of settings, with what to do and without the token', async () => {
  for (const token of ['wrong.canary-token', 'with a blank', 'ünïcode', '', 'Bot ']) {
    const failure = await botOn(loopback, { token }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(QuothError)
    expect(failure).toMatchObject({ code: 'bad-settings', message: expect.stringContaining('Reset Token') })
    expect(String(failure)).not.toContain('canary')
  }
  const failure = await registerCommands({ ...settings(), token: 'wrong.canary-token' }).catch(
    (error: unknown) => error,
  )
  expect(failure).toMatchObject({ code: 'bad-settings' })
})

test('a token that is written as documentation shows it is taken', async () => {
  const { bot } = await botOn(loopback, { token: ` Bot ${loopback.token}\n` })
  expect(bot.guilds).toBe(loopback.guilds.length)
  await bot.close()
})

test('a token that Discord takes back while the bot runs ends it with what to do', async () => {
  const { bot } = await botOn(loopback)
  loopback.gateway.dropSockets(4004)
  const end = await bot.closed
  expect(end).toMatchObject({ code: 'bad-settings', message: expect.stringContaining('4004') })
  await bot.close()
})

test('other ends for good name their close code', async () => {
  const { bot } = await botOn(loopback)
  loopback.gateway.dropSockets(4014)
  expect(await bot.closed).toMatchObject({ code: 'bad-settings', message: expect.stringContaining('4014') })
  await bot.close()
})

test('an unavailable server makes nobody wait who asks while the bot starts, there or in another', async () => {
  const [first] = loopback.guilds
  if (first === undefined) throw new Error('the loopback has a server')
  const away = { id: '900000000000000009', name: 'Away', isUnavailable: true }
  const channels = [
    { id: '900000000000000001', name: 'general', guild: first.id },
    { id: '900000000000000002', name: 'far', guild: away.id },
  ]
  // discord.js would wait 15 s for the server before it hands on what anybody does.
  const limits = { respondWithin: 12_000 }
  const partly = await startPatientLoopback({ guilds: [first, away], channels, limits })
  const isReady = new Promise<void>((resolve) =>
    partly.onEvent(({ kind }) => {
      if (kind === 'bot-online') resolve()
    }),
  )
  await registerCommands({ ...settings(), token: partly.token, api: partly.api })
  const starting = botOn(partly)
  try {
    await isReady
    const asked = channels.map(({ id }) =>
      partly.invoke({ command: 'ask', options: { question: 'How high is the tide?' }, channel: id }),
    )
    for (const each of asked) expect(shownText(await each.answered(patience))).toContain('tide')
  } finally {
    await (await starting).bot.close()
    await partly.close()
  }
})

test('the commands of one server are registered once the bot is invited to it', async () => {
  const guild = { id: '900000000000000009', name: 'Later' }
  const { bot, logged } = await botOn(loopback, { guildId: guild.id })
  expect(bot.registration).toBeNull()
  expect(logged.join('')).toContain('invited to that server')
  expect(loopback.commands(guild.id)).toEqual([])
  loopback.invite({ id: '900000000000000010', name: 'Another' })
  loopback.invite(guild)
  await eventually(() => expect(bot.registration).toMatchObject({ sent: true, guildId: guild.id }))
  expect(loopback.commands(guild.id).map(({ name }) => name)).toContain('ask')
  expect(loopback.commands('900000000000000010')).toEqual([])
  await bot.close()
})

test('commands that are registered for one server and for all are told of, and can be removed', async () => {
  const guildId = loopback.guilds[0]?.id ?? ''
  const first = await botOn(loopback)
  await first.bot.close()
  expect(first.logged.join('')).not.toContain('twice')
  const one = await botOn(loopback, { guildId })
  await eventually(() => expect(one.logged.join('')).toContain('registered for every server too'))
  await one.bot.close()
  const all = await botOn(loopback)
  await eventually(() => expect(all.logged.join('')).toContain(`register --guild ${guildId} --remove`))
  await all.bot.close()
  const removed = await registerCommands({ ...settings(), commands: [], guildId })
  expect(registrationLines(removed).at(-1)).toBe(`Sent: Discord now holds no commands in server ${guildId}.`)
  expect(loopback.commands(guildId)).toEqual([])
  const again = await botOn(loopback)
  await again.bot.close()
  expect(again.logged.join('')).not.toContain('twice')
})

test('commands are sent at the first start only', async () => {
  for (const expected of [1, 1]) {
    const { bot } = await botOn(loopback)
    await bot.close()
    expect(puts()).toBe(expected)
  }
})

test('registering sends only what differs, in all servers or in one, and a dry run sends nothing', async () => {
  const dry = await registerCommands({ ...settings(), dryRun: true })
  expect(dry.sent).toBe(false)
  expect(dry.added).toEqual(expect.arrayContaining(allCommands.map(({ name }) => `/${name}`)))
  expect(registrationLines(dry).join('\n')).toContain('new      /ask')
  expect(puts()).toBe(0)

  for (const guildId of [undefined, loopback.guilds[0]?.id]) {
    const before = puts()
    const sent = await registerCommands({ ...settings(), guildId })
    expect(sent).toMatchObject({ sent: true })
    expect(registrationLines(sent).at(-1)).toMatch(/^Sent: /)
    const again = await registerCommands({ ...settings(), guildId })
    expect(again).toMatchObject({ sent: false, added: [], changed: [] })
    expect(registrationLines(again).at(-1)).toMatch(/nothing sent/)
    expect(puts()).toBe(before + 1)
  }
})

test('a command that changed or went is named', async () => {
  await registerCommands(settings())
  const ask = allCommands.find(({ name }) => name === 'ask')
  const others = allCommands.filter(({ name }) => name !== 'ask' && name !== 'cite')
  const report = await registerCommands({
    ...settings(),
    commands: others.concat({ ...(ask as { name: string }), name: 'ask-again' } as never),
    dryRun: true,
  })
  expect(report).toMatchObject({ added: ['/ask-again'], changed: [], removed: ['/ask', '/cite'] })
  const renamed = allCommands.map((command) =>
    command.name === 'summarise' ? { ...command, americanName: 'sum-up' } : command,
  )
  expect(await registerCommands({ ...settings(), commands: renamed })).toMatchObject({
    changed: ['/summarise'],
    sent: true,
  })
})

test('a server that the bot is not in is refused with what to check; the bot itself starts all the same', async () => {
  const failure = await registerCommands({ ...settings(), guildId: '1' }).catch((error: unknown) => error)
  expect(failure).toMatchObject({ code: 'bad-settings', message: expect.stringContaining('DISCORD_GUILD_ID') })
  const { bot, logged } = await botOn(loopback, { guildId: '1' })
  expect(bot.registration).toBeNull()
  expect(logged.join('')).toContain('Could not register the commands')
  await bot.close()
})

test('a client id that is not the token’s is warned about and not used', async () => {
  const { bot, logged } = await botOn(loopback, { clientId: '42' })
  expect(bot.inviteLink).toContain(`client_id=${loopback.applicationId}&scope=bot+applications.commands&permissions=0`)
  expect(logged.join('')).toContain('DISCORD_CLIENT_ID is 42')
  await bot.close()
})

test('Discord being out of reach is an outage, not a matter of settings', async () => {
  const failure = await botOn(loopback, { api: 'http://127.0.0.1:9/api' }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(QuothError)
  expect(failure).toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/^Discord cannot be reached \(.+\)\. Check the network.*$/),
  })
})
