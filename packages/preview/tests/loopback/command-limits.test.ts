import { afterAll, beforeAll, expect, test } from 'vitest'
import { callApi } from '../../../../tests/support/loopback-api.ts'
import { times, x } from '../../../../tests/support/loopback-message.ts'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

const command = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...more })
const option = (place = 0, more: object = {}) => ({ type: 3, name: `option-${place}`, description: 'Say', ...more })
const choice = (place = 0, more: object = {}) => ({ name: `Choice ${place}`, value: `${place}`, ...more })
const withOptions = (...options: object[]) => [command({ options })]
const withChoices = (...choices: object[]) => withOptions(option(0, { choices }))
const integer = (more: object) => withOptions(option(0, { type: 4, ...more }))
const subcommand = (place = 0, more: object = {}) => option(place, { type: 1, ...more })
const group = (...options: object[]) => option(0, { type: 2, options })
/**
 * A command of exactly `size` characters: 25 options of 303, four choices of 100, and the command's own name and
 * description.
 */
const sized = (size: number) => [
  command({
    description: x(size - 25 * 303 - 4 * 100 - 'ask'.length),
    options: times(25, (at) => ({
      ...option(at, { name: `o${String(at).padStart(2, '0')}`, description: x(100) }),
      choices: [
        { name: x(100), value: x(100) },
        ...times(at === 0 ? 4 : 0, (n) => ({ name: `${n}${x(49)}`, value: x(50) })),
      ],
    })),
  }),
]

/** As many are taken; one more is refused, and the field is blamed. */
const most: readonly (readonly [title: string, most: number, make: (count: number) => object, field: string])[] = [
  ['slash commands', 100, (n) => times(n, (at) => command({ name: `ask-${at}` })), ''],
  ['user commands', 15, (n) => times(n, (at) => ({ type: 2, name: `Ask ${at}` })), ''],
  ['message commands', 15, (n) => times(n, (at) => ({ type: 3, name: `Ask ${at}` })), ''],
  ['characters of a name', 32, (n) => [command({ name: x(n) })], '0.name'],
  ['characters of a description', 100, (n) => [command({ description: x(n) })], '0.description'],
  ['options', 25, (n) => withOptions(...times(n, (at) => option(at))), '0.options'],
  ['choices', 25, (n) => withChoices(...times(n, (at) => choice(at))), '0.options.0.choices'],
  ['characters of a choice', 100, (n) => withChoices(choice(0, { name: x(n) })), '0.options.0.choices.0.name'],
  ['characters of a value', 100, (n) => withChoices(choice(0, { value: x(n) })), '0.options.0.choices.0.value'],
  ['max_length', 6000, (n) => withOptions(option(0, { max_length: n })), '0.options.0.max_length'],
  ['min_length', 6000, (n) => withOptions(option(0, { min_length: n })), '0.options.0.min_length'],
  ['min_value, under a max_value of 8', 8, (n) => integer({ min_value: n, max_value: 8 }), '0.options.0'],
  ['characters of a command', 8000, sized, '0'],
]

/** What is taken, and what is refused for the field that is blamed. */
const shapes: readonly (readonly [title: string, accepted: object, refused: object, field: string])[] = [
  ['names are lower case', [command({ name: "l'été-名" })], [command({ name: 'Ask' })], '0.name'],
  ['names have no blanks', [command()], [command({ name: 'ask me' })], '0.name'],
  ['names are unique', [command(), { type: 3, name: 'ask' }], [command(), command()], '1'],
  ['descriptions are not empty', [command()], [command({ description: '' })], '0.description'],
  [
    'languages are ones that Discord has',
    [command({ name_localizations: { 'en-US': 'inquire', de: null } })],
    [command({ name_localizations: { en: 'inquire' } })],
    '0.name_localizations',
  ],
  [
    'translated names are names',
    [command({ name_localizations: { fr: 'demander' } })],
    [command({ name_localizations: { fr: 'Demander' } })],
    '0.name_localizations.fr',
  ],
  ['option names are unique', withOptions(option(0), option(1)), withOptions(option(0), option(0)), '0.options.1.name'],
  [
    'required options come first',
    withOptions(option(0, { required: true }), option(1)),
    withOptions(option(0), option(1, { required: true })),
    '0.options.1',
  ],
  [
    'an option has autocomplete or choices',
    withOptions(option(0, { autocomplete: true, choices: [] })),
    withOptions(option(0, { autocomplete: true, choices: [choice()] })),
    '0.options.0.choices',
  ],
  [
    'a boolean has no autocomplete',
    withOptions(option(0, { type: 5 })),
    withOptions(option(0, { type: 5, autocomplete: true })),
    '0.options.0.autocomplete',
  ],
  [
    'numbers are at most 2^53',
    integer({ max_value: 2 ** 53 }),
    integer({ max_value: 2 ** 54 }),
    '0.options.0.max_value',
  ],
  ['whole numbers have whole bounds', integer({ min_value: 1 }), integer({ min_value: 1.5 }), '0.options.0.min_value'],
  [
    'choices of a number are numbers',
    integer({ choices: [choice(0, { value: 1 })] }),
    integer({ choices: [choice(0, { value: '1' })] }),
    '0.options.0.choices.0.value',
  ],
  [
    'choices have names of their own',
    withChoices(choice(0), choice(1)),
    withChoices(choice(0), choice(0, { value: 'other' })),
    '0.options.0.choices.1',
  ],
  ['an option has a known type', withOptions(option()), withOptions(option(0, { type: 12 })), '0.options.0.type'],
  [
    'subcommands stand alone',
    withOptions(subcommand(0), subcommand(1)),
    withOptions(subcommand(0), option(1)),
    '0.options',
  ],
  [
    'groups hold only subcommands',
    withOptions(group(subcommand())),
    withOptions(group(option())),
    '0.options.0.options.0.type',
  ],
  [
    'permissions are digits',
    [command({ default_member_permissions: '0' })],
    [command({ default_member_permissions: 'all' })],
    '0.default_member_permissions',
  ],
]

let loopback: Loopback
beforeAll(async () => {
  loopback = await startLoopback()
})
afterAll(() => loopback.close())

const path = () => `/applications/${loopback.applicationId}/commands`
const register = (commands: object) => callApi(loopback, 'PUT', path(), commands)
const expectRefusal = async (commands: object, field: string) => {
  const held = loopback.commands()
  const answer = await register(commands)
  expect(answer).toMatchObject({ status: 400, code: 50035 })
  expect(answer.errors.map((error) => error.split(' ')[0])).toContain(field)
  expect(loopback.commands()).toBe(held)
}

test.each(most)('the limit of %s is %i', async (_, limit, make, field) => {
  expect(await register(make(limit))).toMatchObject({ status: 200, errors: [] })
  await expectRefusal(make(limit + 1), field)
})

test.each(shapes)('%s', async (_, accepted, refused, field) => {
  expect(await register(accepted)).toMatchObject({ status: 200, errors: [] })
  await expectRefusal(refused, field)
})

test('contexts are for global commands alone', async () => {
  const commands = [command({ contexts: [0, 1], integration_types: [0] })]
  expect(await register(commands)).toMatchObject({ status: 200 })
  const guild = `/applications/${loopback.applicationId}/guilds/${loopback.guilds[0]?.id}/commands`
  expect(await callApi(loopback, 'PUT', guild, commands)).toMatchObject({ status: 400, code: 50035 })
})

test('commands are kept as Discord keeps them, with their ids', async () => {
  await register(withOptions(option(0, { required: false })))
  const [before] = loopback.commands()
  expect(before).toMatchObject({ type: 1, contexts: null, nsfw: false, default_member_permissions: null })
  expect(before?.options).toEqual([option()])
  await register([command({ description: 'Ask anew' }), command({ name: 'other' })])
  expect(loopback.commands().map(({ id }) => id === before?.id)).toEqual([true, false])
})

test('translations are listed only when asked for', async () => {
  await register([command({ name_localizations: { fr: 'demander' } })])
  const list = async (query: string) => {
    const headers = { authorization: `Bot ${loopback.token}` }
    return (await (await fetch(`${loopback.api}/v10${path()}${query}`, { headers })).json()) as unknown[]
  }
  expect((await list(''))[0]).not.toHaveProperty('name_localizations')
  expect((await list('?with_localizations=true'))[0]).toHaveProperty('name_localizations', { fr: 'demander' })
})

test('one command is created, replaced and deleted by itself', async () => {
  await register([command()])
  expect(await callApi(loopback, 'POST', path(), command({ name: 'other' }))).toMatchObject({ status: 201 })
  expect(await callApi(loopback, 'POST', path(), command({ description: 'Anew' }))).toMatchObject({ status: 200 })
  expect(loopback.commands().map(({ name, description }) => [name, description])).toEqual([
    ['other', 'Ask'],
    ['ask', 'Anew'],
  ])
  const [other] = loopback.commands()
  expect(await callApi(loopback, 'DELETE', `${path()}/${other?.id}`, {})).toMatchObject({ status: 204 })
  expect(await callApi(loopback, 'DELETE', `${path()}/${other?.id}`, {})).toMatchObject({ status: 404, code: 10063 })
})

test('another application has no commands, and no guild that the bot is not in', async () => {
  expect(await callApi(loopback, 'PUT', '/applications/1/commands', [])).toMatchObject({ status: 404, code: 10002 })
  const guild = `/applications/${loopback.applicationId}/guilds/1/commands`
  expect(await callApi(loopback, 'PUT', guild, [])).toMatchObject({ status: 403, code: 50001 })
})
