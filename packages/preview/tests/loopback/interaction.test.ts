import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { startPatientLoopback } from '../../../../tests/support/patient-loopback.ts'
import type { Loopback, LoopbackOptions } from '../../src/loopback/loopback.ts'

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Ask')
  .addStringOption((option) => option.setName('question').setDescription('What').setRequired(true).setMaxLength(20))
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
const start = async (limits: NonNullable<LoopbackOptions['limits']> = {}) => {
  loopback = await startPatientLoopback({
    limits,
    users: [
      { id: '11', name: 'asker' },
      { id: '12', name: 'other', locale: 'de' },
    ],
    channels: [
      { id: '21', name: 'general', guild: '1000000000000000001' },
      { id: '22', name: 'direct', guild: null },
    ],
  })
  bot = await loggedIn(loopback)
  await bot.client.application?.commands.set([ask])
}
const stop = async () => {
  await bot.client.destroy()
  await loopback.close()
}
beforeEach(() => start())
afterEach(stop)
/** Begins anew with other limits, in milliseconds. */
const restart = async (limits: NonNullable<LoopbackOptions['limits']>) => {
  await stop()
  await start(limits)
}

/** Lets the bot handle what comes with `handle`; resolves with the code of the error that Discord gave it, or null. */
const handled = <T extends Interaction>(handle: (interaction: T) => Promise<unknown>) =>
  new Promise<string | number | null>((resolve, reject) => {
    bot.client.once(Events.InteractionCreate, (interaction) =>
      handle(interaction as T).then(
        () => resolve(null),
        (error: unknown) => (error instanceof DiscordAPIError ? resolve(error.code) : reject(error)),
      ),
    )
  })
const onCommand = handled<ChatInputCommandInteraction>
const asked = (question = 'why?') => loopback.invoke({ command: 'ask', options: { question } })

describe('a command', () => {
  test('that is deferred in private and then edited is answered, for its asker alone', async () => {
    onCommand(async (interaction) => {
      await interaction.deferReply({ flags: MessageFlags.Ephemeral })
      const question = interaction.options.getString('question', true)
      const components = [new TextDisplayBuilder().setContent(`You asked ${question}`)]
      await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components })
    })
    const followed = asked()
    expect(await followed.acknowledged()).toMatchObject({ type: 5, ephemeral: true })
    expect(await followed.answered()).toMatchObject({
      components: [{ type: 10, content: 'You asked why?' }],
      visibleTo: '11',
      flags: MessageFlags.Ephemeral | MessageFlags.IsComponentsV2,
      pings: [],
    })
  })

  test('says who asks, where and in which language', async () => {
    const seen: unknown[] = []
    for (const typed of [
      { user: '12', channel: '21' },
      { user: '11', channel: '22', locale: 'fr' },
    ]) {
      const done = onCommand(async (interaction) => {
        const { user, guildId, channelId, locale, context, memberPermissions } = interaction
        seen.push([user.id, guildId, channelId, locale, context, memberPermissions === null])
        await interaction.reply('x')
      })
      loopback.invoke({ command: 'ask', options: { question: 'why?' }, ...typed })
      await done
    }
    expect(seen).toEqual([
      ['12', '1000000000000000001', '21', 'de', 0, false],
      ['11', null, '22', 'fr', 1, true],
    ])
  })

  test('that is answered too late is gone, and has failed for its asker', async () => {
    await restart({ respondWithin: 300 })
    const events: string[] = []
    loopback.onEvent(({ kind }) => void events.push(kind))
    const code = onCommand(async (interaction) => {
      await pause(350)
      await interaction.deferReply()
    })
    const followed = asked()
    await expect(followed.acknowledged()).rejects.toThrow('did not respond')
    expect(await code).toBe(10062)
    expect(followed.state()).toBe('failed')
    expect(events).toEqual(['interaction-failed'])
  })

  test('can be made to expire', async () => {
    loopback.expireNext()
    const first = onCommand((interaction) => interaction.deferReply())
    asked()
    expect(await first).toBe(10062)
    const second = onCommand((interaction) => interaction.deferReply())
    asked()
    expect(await second).toBeNull()
  })

  test('is acknowledged only once', async () => {
    const code = onCommand(async (interaction) => {
      await interaction.deferReply()
      interaction.deferred = false
      await interaction.deferReply()
    })
    asked()
    expect(await code).toBe(40060)
  })

  test('takes edits and follow-ups until its token ends', async () => {
    await restart({ tokenLifetime: 3000 })
    const codes = onCommand(async (interaction) => {
      await interaction.reply('x')
      await pause(3000)
      await interaction.editReply('y')
    })
    asked()
    expect(await codes).toBe(50027)
  })

  test('that was not acknowledged has no message to edit', async () => {
    const code = onCommand((interaction) => interaction.webhook.editMessage('@original', 'x'))
    asked()
    expect(await code).toBe(10015)
  })

  test('is followed up in public or in private, and edited and deleted by id', async () => {
    const done = onCommand(async (interaction) => {
      await interaction.reply({ content: 'first', withResponse: true })
      const shared = await interaction.followUp('shared')
      const own = await interaction.followUp({ content: 'own', flags: MessageFlags.Ephemeral })
      await interaction.editReply({ message: own, content: 'own, edited' })
      await interaction.deleteReply(shared)
      await interaction.deleteReply()
      await interaction.fetchReply()
    })
    const followed = asked()
    expect(await done).toBe(10008)
    expect(loopback.messages()).toMatchObject([{ content: 'own, edited', visibleTo: '11' }])
    expect(followed.original()).toBeUndefined()
    expect(followed.followUps()).toHaveLength(1)
  })

  test('that is deferred takes the first follow-up as its answer, as private as it was', async () => {
    onCommand(async (interaction) => {
      await interaction.deferReply()
      await interaction.followUp({ content: 'x', flags: MessageFlags.Ephemeral })
    })
    expect(await asked().answered()).toMatchObject({ content: 'x', visibleTo: null })
    expect(loopback.messages()).toHaveLength(1)
  })

  test.each([
    ['unknown', { command: 'tell' }, 'no command “tell”'],
    ['with an unknown option', { command: 'ask', options: { question: 'x', more: 1 } }, 'no option “more”'],
    ['without a required option', { command: 'ask' }, 'needs question'],
    ['with too long a text', { command: 'ask', options: { question: 'x'.repeat(21) } }, 'at most 20'],
    ['with an empty text', { command: 'ask', options: { question: '' } }, 'at least 1'],
    ['with a number for a text', { command: 'ask', options: { question: 1 } }, 'takes text'],
    ['with an unknown subcommand', { command: 'ask', subcommand: 'x' }, 'no subcommand “x”'],
    ['of an unknown person', { command: 'ask', user: '13' }, 'no user 13'],
  ])('%s is not sent', (_, typed, message) => {
    expect(() => loopback.invoke(typed)).toThrow(message)
  })
})

describe('a component', () => {
  const button = new ButtonBuilder().setCustomId('more').setLabel('More').setStyle(ButtonStyle.Primary)
  const menu = new StringSelectMenuBuilder().setCustomId('pick').addOptions({ label: 'A', value: 'a' })
  const withParts = async (flags?: MessageFlags.Ephemeral) => {
    const components = [
      new ActionRowBuilder<ButtonBuilder>().addComponents(button),
      new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
    ]
    onCommand((interaction) => interaction.reply({ content: 'x', components, ...(flags && { flags }) }))
    return (await asked().answered()).id
  }

  test('that is used updates its message', async () => {
    const message = await withParts()
    handled(async (interaction) => interaction.isButton() && interaction.update('clicked'))
    expect(await loopback.click(message, 'more').answered()).toMatchObject({ id: message, content: 'clicked' })
    handled(async (interaction) => {
      if (!interaction.isStringSelectMenu()) return
      await interaction.deferUpdate()
      await interaction.editReply(`chose ${interaction.values}`)
      await interaction.followUp('more')
    })
    const chosen = loopback.select(message, 'pick', ['a'])
    expect(await chosen.followedUp()).toMatchObject([{ content: 'more' }])
    expect(chosen.original()).toMatchObject({ id: message, content: 'chose a' })
  })

  test('of a private message is used by its reader alone', async () => {
    const message = await withParts(MessageFlags.Ephemeral)
    expect(() => loopback.click(message, 'more', { user: '12' })).toThrow('sees no message')
    expect(() => loopback.click(message, 'less')).toThrow('no component')
    expect(() => loopback.select(message, 'pick', ['b'])).toThrow('no option')
  })

  test('can open a form, and the form is answered', async () => {
    const message = await withParts()
    const field = new LabelBuilder()
      .setLabel('What')
      .setTextInputComponent(new TextInputBuilder().setCustomId('what').setStyle(TextInputStyle.Short))
    const modal = new ModalBuilder().setCustomId('form').setTitle('Rephrase').addLabelComponents(field)
    handled(async (interaction) => interaction.isButton() && interaction.showModal(modal))
    const opener = loopback.click(message, 'more')
    expect(await opener.opened()).toMatchObject({ custom_id: 'form' })
    handled(
      async (interaction) =>
        interaction.isModalSubmit() && interaction.reply(interaction.fields.getTextInputValue('what')),
    )
    expect(await loopback.submitModal(opener.id, { what: 'why?' }).answered()).toMatchObject({ content: 'why?' })
    expect(() => loopback.submitModal(opener.id, { who: 'x' })).toThrow('no field')
  })

  test('takes no response of another kind', async () => {
    const code = handled<ChatInputCommandInteraction>((interaction) =>
      bot.client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
        body: { type: 8, data: { choices: [] } },
        auth: false,
      }),
    )
    asked()
    expect(await code).toBe(50035)
  })
})
