import { Events, MessageFlags, type ModalSubmitInteraction } from 'discord.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callApi, secretsOf } from '../../../../tests/support/loopback-api.ts'
import { loggedIn } from '../../../../tests/support/loopback-bot.ts'
import { option, row, select, text, times, x } from '../../../../tests/support/loopback-message.ts'
import { twoPeople } from '../../../../tests/support/two-people.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

let loopback: Loopback
let bot: Awaited<ReturnType<typeof loggedIn>>
beforeEach(async () => {
  loopback = await startLoopback(twoPeople)
  bot = await loggedIn(loopback)
  const commands = `/applications/${loopback.applicationId}/commands`
  await callApi(loopback, 'PUT', commands, [{ name: 'ask', description: 'Ask' }])
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

/** Uses `/ask` and responds with what is given. */
const respond = async (body: object, act = () => loopback.invoke({ command: 'ask' })) => {
  let begun: ReturnType<typeof act> | undefined
  const { id, token } = await secretsOf(bot, () => {
    begun = act()
  })
  const answer = await callApi(loopback, 'POST', `/interactions/${id}/${token}/callback`, body)
  if (begun === undefined) throw new Error('Nothing began.')
  return { ...answer, followed: begun }
}
const input = (more: object = {}) => ({ type: 4, custom_id: 'what', style: 1, ...more })
const upload = (more: object = {}) => ({ type: 19, custom_id: 'files', ...more })
const label = (component: object, more: object = {}) => ({ type: 18, label: 'What', component, ...more })
const form = (components: readonly object[], more: object = {}) => ({
  custom_id: 'form',
  title: 'Ask',
  components,
  ...more,
})
const field = (more: object) => form([label(input(more))])
const part = 'components.0'

describe('a form', () => {
  const opened = async (data: object) => respond({ type: 9, data })

  test.each<readonly [string, number, (count: number) => object, string]>([
    ['characters of the title', 45, (n) => form([label(input())], { title: x(n) }), 'title'],
    ['characters of the custom id', 100, (n) => form([label(input())], { custom_id: x(n) }), 'custom_id'],
    ['parts', 5, (n) => form(times(n, (at) => label(input({ custom_id: `what-${at}` })))), 'components'],
    ['characters of a label', 45, (n) => form([label(input(), { label: x(n) })]), `${part}.label`],
    ['characters of a description', 100, (n) => form([label(input(), { description: x(n) })]), `${part}.description`],
    ['characters of a placeholder', 100, (n) => field({ placeholder: x(n) }), `${part}.component.placeholder`],
    ['max_length', 4000, (n) => field({ max_length: n }), `${part}.component.max_length`],
    ['min_length', 4000, (n) => field({ min_length: n }), `${part}.component.min_length`],
    ['characters of a value, of 20', 20, (n) => field({ max_length: 20, value: x(n) }), `${part}.component.value`],
    [
      'options of a menu',
      25,
      (n) => form([label(select({ options: times(n, (at) => option(at)) }))]),
      `${part}.component.options`,
    ],
    ['files', 10, (n) => form([label(upload({ max_values: n }))]), `${part}.component.max_values`],
    [
      'files at least',
      10,
      (n) => form([label(upload({ min_values: n, max_values: 10 }))]),
      `${part}.component.min_values`,
    ],
    ['styles of a field', 2, (n) => field({ style: n }), `${part}.component.style`],
  ])('has a limit of %s: %i', async (_, limit, make, blamed) => {
    expect(await opened(make(limit))).toMatchObject({ status: 204 })
    const { status, code, errors } = await opened(make(limit + 1))
    expect({ status, code }).toEqual({ status: 400, code: 50035 })
    expect(errors.map((error) => error.split(' ')[0])).toContain(`data.${blamed}`)
  })

  test.each<readonly [string, object, object, string]>([
    ['it has a part', form([text(), label(input())]), form([]), 'components'],
    ['its parts are labelled', field({}), form([input()]), `${part}.type`],
    [
      'a field in a row has a label of its own',
      form([row(input({ label: 'What' }))]),
      form([row(input())]),
      `${part}.components.0.label`,
    ],
    [
      'the least is below the most',
      field({ min_length: 2, max_length: 2 }),
      field({ min_length: 3, max_length: 2 }),
      `${part}.component`,
    ],
    [
      'its custom ids are unique',
      form([label(input()), label(select())]),
      form([label(input()), label(input())]),
      'components.1.component.custom_id',
    ],
    [
      'a required menu takes a value',
      form([label(select({ min_values: 0, required: false }))]),
      form([label(select({ min_values: 0 }))]),
      `${part}.component.min_values`,
    ],
    [
      'the fewest files are below the most',
      form([label(upload({ min_values: 2, max_values: 2 }))]),
      form([label(upload({ min_values: 2 }))]),
      `${part}.component.min_values`,
    ],
    ['its fields for files are labelled', form([label(upload())]), form([row(upload())]), `${part}.components.0.type`],
    [
      'its menus are open',
      form([label(select())]),
      form([label(select({ disabled: true }))]),
      `${part}.component.disabled`,
    ],
  ])('is refused unless %s', async (_, accepted, refused, blamed) => {
    expect(await opened(accepted)).toMatchObject({ status: 204 })
    const { status, code, errors } = await opened(refused)
    expect({ status, code }).toEqual({ status: 400, code: 50035 })
    expect(errors.map((error) => error.split(' ')[0])).toContain(`data.${blamed}`)
  })

  test('is a first response, and no answer to a form', async () => {
    const { followed } = await opened(field({}))
    const again = await respond({ type: 9, data: field({}) }, () => loopback.submitModal(followed.id, { what: 'x' }))
    expect(again).toMatchObject({ status: 400, code: 50035 })
  })

  test('is sent as its client would send it', async () => {
    const parts = [
      label(input({ min_length: 2, max_length: 4 })),
      label(input({ custom_id: 'why', required: false, value: 'as it was' })),
      label(select({ options: [option(0), option(1, { default: true })] })),
      label({ type: 8, custom_id: 'where', required: false, min_values: 0 }),
    ]
    const { followed } = await opened(form(parts))
    const submit = (fields: Parameters<Loopback['submitModal']>[1]) => loopback.submitModal(followed.id, fields)
    expect(() => submit({})).toThrow('“what” is required')
    expect(() => submit({ what: 'x' })).toThrow('2 to 4 characters')
    expect(() => submit({ what: 'xxxxx' })).toThrow('2 to 4 characters')
    expect(() => submit({ what: 'why', who: 'x' })).toThrow('no field “who”')
    expect(() => submit({ what: 'why', pick: ['7'] })).toThrow('no option “7”')
    expect(() => submit({ what: 'why', pick: [] })).toThrow('takes 1 to 1 values')
    const received = new Promise<ModalSubmitInteraction>((resolve) =>
      bot.client.once(Events.InteractionCreate, (interaction) => interaction.isModalSubmit() && resolve(interaction)),
    )
    submit({ what: 'why', where: ['22'] })
    const { fields } = await received
    expect([fields.getTextInputValue('what'), fields.getTextInputValue('why')]).toEqual(['why', 'as it was'])
    expect(fields.getStringSelectValues('pick')).toEqual(['1'])
    expect(fields.getSelectedChannels('where')?.map(({ id }) => id)).toEqual(['22'])
  })
})

describe('a menu of channels', () => {
  const where = { type: 8, custom_id: 'where', max_values: 2 }
  const asked = async (more: object = {}, data: object = {}) => {
    const { followed } = await respond({
      type: 4,
      data: { content: 'x', components: [row({ ...where, ...more })], ...data },
    })
    return (await followed.answered()).id
  }

  test('tells the bot which ones were chosen', async () => {
    const message = await asked()
    const received = new Promise<readonly (string | null | undefined)[]>((resolve) =>
      bot.client.once(Events.InteractionCreate, (interaction) => {
        if (interaction.isChannelSelectMenu())
          resolve([
            ...interaction.values,
            ...interaction.channels.map((channel) => ('name' in channel ? channel.name : null)),
          ])
      }),
    )
    loopback.select(message, 'where', ['21', '22'], { user: '12' })
    expect(await received).toEqual(['21', '22', 'general', 'research'])
  })

  test('offers the channels of its guild and of its types', async () => {
    const direct = loopback.channelsOf('11').find((channel) => channel.guild === null)?.id ?? ''
    const message = await asked()
    expect(() => loopback.select(message, 'where', [direct])).toThrow('no option')
    expect(() => loopback.select(message, 'where', ['21', '21'])).toThrow('1 to 2 values')
    expect(() => loopback.click(message, 'where')).toThrow('is a menu')
    const voice = await asked({ channel_types: [2] })
    expect(() => loopback.select(voice, 'where', ['21'])).toThrow('no option')
  })

  test('of a private message is its reader’s alone', async () => {
    const message = await asked({}, { flags: MessageFlags.Ephemeral })
    expect(() => loopback.select(message, 'where', ['21'], { user: '12' })).toThrow('sees no message')
  })
})
