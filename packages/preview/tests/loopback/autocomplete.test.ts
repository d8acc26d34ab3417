import { type AutocompleteInteraction, DiscordAPIError, Events, SlashCommandBuilder } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { times, x } from '../../../../tests/support/loopback-message.ts'
import { startPatientLoopback } from '../../../../tests/support/patient-loopback.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

const command = new SlashCommandBuilder()
  .setName('sources')
  .setDescription('Sources')
  .addSubcommand((sub) =>
    sub
      .setName('show')
      .setDescription('Show')
      .addStringOption((option) =>
        option.setName('source').setDescription('Which').setRequired(true).setAutocomplete(true),
      )
      .addIntegerOption((option) => option.setName('quotes').setDescription('How many').setAutocomplete(true)),
  )

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
let codes: (string | number)[]
beforeEach(async () => {
  loopback = await startPatientLoopback()
  bot = await loggedIn(loopback)
  codes = []
  await bot.client.application?.commands.set([command])
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

const offering = (choicesFor: (interaction: AutocompleteInteraction) => { name: string; value: string | number }[]) =>
  bot.client.on(Events.InteractionCreate, async (interaction) => {
    if (!interaction.isAutocomplete()) return
    await interaction.respond(choicesFor(interaction)).catch((error: unknown) => {
      if (!(error instanceof DiscordAPIError)) throw error
      codes.push(error.code)
    })
  })
const typed = { command: 'sources', subcommand: 'show' }
/** Waits until what the bot offers is refused, and expects the asker to have got nothing. */
const expectRefused = async (ask: () => Promise<unknown>): Promise<void> => {
  const before = codes.length
  let got: unknown = 'nothing'
  ask().then(
    (choices) => {
      got = choices
    },
    () => {},
  )
  await expect.poll(() => codes.length).toBe(before + 1)
  expect(got).toBe('nothing')
}
const complete = (source: string) => loopback.autocomplete({ ...typed, options: { source }, focused: 'source' })

test('the bot is told what is typed, and its choices come back', async () => {
  offering((interaction) => [
    { name: `${interaction.options.getSubcommand()} ${interaction.options.getFocused()}`, value: 'id' },
  ])
  expect(await complete('Ch')).toEqual([{ name: 'show Ch', value: 'id' }])
  expect(await complete('')).toEqual([{ name: 'show ', value: 'id' }])
})

test.each([
  ['25 choices', (n: number) => times(n, (at) => ({ name: `${at}`, value: 'v' })), 25],
  ['100 characters of a name', (n: number) => [{ name: x(n), value: 'v' }], 100],
  ['100 characters of a value', (n: number) => [{ name: 'n', value: x(n) }], 100],
])('more than %s are refused, and the asker gets nothing', async (_, make, limit) => {
  let count = limit
  offering(() => make(count))
  expect(await complete('x')).toEqual(make(limit))
  count = limit + 1
  await expectRefused(() => complete('x'))
  expect(codes).toEqual([50035])
})

test('an asker whom the bot does not respond to in time is told so', async () => {
  const hasty = await startLoopback({ limits: { respondWithin: 200 } })
  const silent = await loggedIn(hasty)
  await silent.client.application?.commands.set([command])
  const asked = hasty.autocomplete({ ...typed, options: { source: 'x' }, focused: 'source' })
  await expect(asked).rejects.toThrow('did not respond')
  await silent.client.destroy()
  await hasty.close()
})

test('a choice has a name, and a value of the type of its option', async () => {
  offering((interaction) =>
    interaction.options.getFocused(true).name === 'source' ? [{ name: ' ', value: 'v' }] : [{ name: 'n', value: 1.5 }],
  )
  await expectRefused(() => complete('x'))
  const options = { quotes: 1 }
  await expectRefused(() => loopback.autocomplete({ ...typed, options, focused: 'quotes' }))
  expect(codes).toEqual([50035, 50035])
})

test('an option without autocomplete has no choices', async () => {
  await expect(loopback.autocomplete({ ...typed, focused: 'style' })).rejects.toThrow('no option')
  await expect(loopback.autocomplete({ command: 'sources', focused: 'source' })).rejects.toThrow('subcommands: show')
})
