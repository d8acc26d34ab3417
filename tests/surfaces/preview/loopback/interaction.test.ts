import {
  type ChatInputCommandInteraction,
  Events,
  MessageFlags,
  SlashCommandBuilder,
  TextDisplayBuilder,
} from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Loopback, startLoopback } from '../../../../src/surfaces/preview/loopback/loopback.ts'
import { loggedIn } from '../../../support/loopback-bot.ts'

const command = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Ask')
  .addStringOption((option) => option.setName('question').setDescription('What').setRequired(true))

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
beforeEach(async () => {
  loopback = await startLoopback({ limits: { respondWithin: 500 } })
  bot = await loggedIn(loopback)
  await bot.client.application?.commands.set([command])
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

const onCommand = (handle: (interaction: ChatInputCommandInteraction) => Promise<unknown>) =>
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isChatInputCommand()) await handle(interaction)
  })

test('a command that is deferred in private and then edited is answered, for its asker alone', async () => {
  onCommand(async (interaction) => {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral })
    const question = interaction.options.getString('question', true)
    await interaction.editReply({
      flags: MessageFlags.IsComponentsV2,
      components: [new TextDisplayBuilder().setContent(`You asked ${question}`)],
    })
  })
  const asked = loopback.invoke({ command: 'ask', options: { question: 'why?' } })
  expect(await asked.acknowledged()).toMatchObject({ type: 5, ephemeral: true })
  const message = await asked.answered()
  expect(message).toMatchObject({
    components: [{ type: 10, content: 'You asked why?' }],
    visibleTo: loopback.users[0]?.id,
    flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
    pings: [],
  })
})
