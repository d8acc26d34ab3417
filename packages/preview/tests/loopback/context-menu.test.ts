import { ContextMenuCommandBuilder, Events, type Interaction, ApplicationCommandType as Type } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { twoPeople } from '../../../../tests/support/two-people.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
beforeEach(async () => {
  loopback = await startLoopback(twoPeople)
  bot = await loggedIn(loopback)
  await bot.client.application?.commands.set([
    new ContextMenuCommandBuilder().setName('Find sources').setType(Type.Message),
    new ContextMenuCommandBuilder().setName('Who is this').setType(Type.User),
  ])
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

const answering = (answer: (interaction: Interaction) => string) =>
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply(answer(interaction))
  })

test('a command of a message gets the message, whoever wrote it', async () => {
  answering((interaction) => {
    if (!interaction.isMessageContextMenuCommand()) throw new Error('Not of a message.')
    const { commandName, user, channelId, targetMessage } = interaction
    return [commandName, user.id, channelId, targetMessage.author.id, targetMessage.content].join(' | ')
  })
  const { id } = loopback.say({ user: '12', channel: '22', content: 'The moon is far away.' })
  const answer = await loopback.applyTo({ command: 'Find sources', message: id, user: '11' }).answered()
  expect(answer).toMatchObject({ channel: '22', content: 'Find sources | 11 | 22 | 12 | The moon is far away.' })
  const again = await loopback.applyTo({ command: 'Find sources', message: answer.id, user: '12' }).answered()
  expect(again.content).toContain(`12 | 22 | ${loopback.applicationId} | Find sources`)
})

test('a command of a person gets the person', async () => {
  answering((interaction) =>
    interaction.isUserContextMenuCommand()
      ? `${interaction.targetUser.username} ${interaction.targetMember === null}`
      : 'Not of a person.',
  )
  const chosen = { command: 'Who is this', person: '12', user: '11' }
  expect(await loopback.applyTo(chosen).answered()).toMatchObject({ content: 'Ben false' })
  const direct = loopback.channelsOf('11').find((channel) => channel.guild === null)
  expect(await loopback.applyTo({ ...chosen, channel: direct?.id }).answered()).toMatchObject({ content: 'Ben true' })
})

test('what the client does not offer is not sent', async () => {
  const { id } = loopback.say({ content: 'x' })
  expect(() => loopback.applyTo({ command: 'Who is this', message: id })).toThrow('no command “Who is this” here')
  expect(() => loopback.applyTo({ command: 'Find sources', message: '1' })).toThrow('sees no message')
  expect(() => loopback.applyTo({ command: 'Who is this', person: '1' })).toThrow('no user 1')
  expect(() => loopback.invoke({ command: 'Find sources' })).toThrow('no command')
})

test('a private message has no commands', async () => {
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply({ content: 'x', flags: 64 })
  })
  const { id } = await loopback.applyTo({ command: 'Who is this', person: '12' }).answered()
  expect(() => loopback.applyTo({ command: 'Find sources', message: id })).toThrow('has no commands')
})

test.each([
  ['blanks and capitals in the name', 200, {}],
  ['a name of 33 characters', 400, { name: 'x'.repeat(33) }],
  ['a description', 400, { description: 'Find' }],
  ['options', 400, { options: [{ type: 3, name: 'what', description: 'What' }] }],
])('a message command with %s is answered with %i', async (_, status, more) => {
  const path = `/applications/${loopback.applicationId}/commands`
  const command = { type: 3, name: 'Find sources', ...more }
  expect(await callApi(loopback, 'PUT', path, [command])).toMatchObject({ status })
})
