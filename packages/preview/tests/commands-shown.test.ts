import { type APIApplicationCommand, ApplicationCommandOptionType as Type } from 'discord-api-types/v10'
import { expect, test } from 'vitest'
import { commandsShown } from '../src/commands-shown.ts'

const command = (of: object): APIApplicationCommand =>
  ({
    id: '1',
    application_id: '2',
    type: 1,
    version: '3',
    default_member_permissions: null,
    ...of,
  }) as APIApplicationCommand

const english = { locale: 'en-GB', channels: [{ id: '21', name: 'general' }], roles: [{ id: '31', name: 'Board' }] }

test('each subcommand is a command of its own, also in a group', () => {
  const list = { type: Type.Subcommand, name: 'list', description: 'List' }
  const style = { type: Type.SubcommandGroup, name: 'style', description: 'Styles', options: [list] }
  const shown = commandsShown([command({ name: 'sources', description: 'All', options: [style, list] })], english)
  expect(shown.map(({ label, path }) => [label, path])).toEqual([
    ['sources list', ['sources', 'list']],
    ['sources style list', ['sources', 'style', 'list']],
  ])
})

test('names and descriptions are in the language of the person, the path is as registered', () => {
  const localised = {
    name: 'summarise',
    description: 'Sum up',
    name_localizations: { 'en-US': 'summarize' },
    description_localizations: { de: 'Fasse zusammen' },
  }
  const shown = (locale: string) => commandsShown([command(localised)], { ...english, locale })[0]
  expect(shown('en-US')).toMatchObject({ label: 'summarize', description: 'Sum up', path: ['summarise'] })
  expect(shown('de')).toMatchObject({ label: 'summarise', description: 'Fasse zusammen' })
})

test('an option keeps its bounds, choices and autocomplete', () => {
  const options = [
    { type: Type.String, name: 'question', description: 'Q', required: true, max_length: 1000 },
    { type: Type.String, name: 'source', description: 'S', autocomplete: true },
    { type: Type.Integer, name: 'quotes', description: 'N', min_value: 1, max_value: 8 },
    { type: Type.Boolean, name: 'private', description: 'P' },
    { type: Type.String, name: 'style', description: 'T', choices: [{ name: 'APA', value: 'apa' }] },
    { type: Type.Attachment, name: 'file', description: 'F' },
    { type: Type.Channel, name: 'channel', description: 'C' },
    { type: Type.Channel, name: 'voice', description: 'V', channel_types: [2] },
    { type: Type.Role, name: 'role', description: 'R' },
    { type: Type.User, name: 'person', description: 'U' },
  ]
  const common = { required: false, min: null, max: null, choices: [], autocomplete: false }
  const named = (name: string, description: string) => ({ ...common, name, label: name, description })
  expect(commandsShown([command({ name: 'ask', description: 'Ask', options })], english)[0]?.options).toEqual([
    { ...named('question', 'Q'), type: 'string', required: true, max: 1000 },
    { ...named('source', 'S'), type: 'string', autocomplete: true },
    { ...named('quotes', 'N'), type: 'integer', min: 1, max: 8 },
    { ...named('private', 'P'), type: 'boolean' },
    { ...named('style', 'T'), type: 'string', choices: [{ name: 'APA', value: 'apa' }] },
    { ...named('file', 'F'), type: 'file' },
    { ...named('channel', 'C'), type: 'channel', choices: [{ name: '#general', value: '21' }] },
    { ...named('voice', 'V'), type: 'channel' },
    { ...named('role', 'R'), type: 'role', choices: [{ name: '@Board', value: '31' }] },
    { ...named('person', 'U'), type: 'unsupported' },
  ])
})

test('options and choices are read in the language of the person', () => {
  const choices = [{ name: 'plain', name_localizations: { de: 'schlicht' }, value: 'plain' }]
  const style = {
    ...{ type: Type.String, name: 'style', name_localizations: { de: 'stil' }, description: 'Which style' },
    ...{ description_localizations: { de: 'Welcher Stil' }, choices },
  }
  const [shown] = commandsShown([command({ name: 'cite', description: 'Cite', options: [style] })], {
    ...english,
    locale: 'de',
  })
  expect(shown?.options[0]).toMatchObject({
    ...{ name: 'style', label: 'stil', description: 'Welcher Stil' },
    choices: [{ name: 'schlicht', value: 'plain' }],
  })
})
