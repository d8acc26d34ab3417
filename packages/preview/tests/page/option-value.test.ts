import { expect, test } from 'vitest'
import type { Choice, CommandOption } from '../../src/protocol.ts'

type Read = (option: CommandOption, content: { typed: string; picked: Choice | null }) => object
const url = new URL('../../src/page/composer/option-value.js', import.meta.url)
const { readOption } = (await import(url.href)) as { readOption: Read }

const option = (of: Partial<CommandOption>): CommandOption => ({
  name: 'value',
  label: 'value',
  description: 'A value',
  type: 'string',
  required: false,
  min: null,
  max: null,
  choices: [],
  autocomplete: false,
  ...of,
})
const apa = { name: 'APA style', value: 'apa' }
const value = (of: unknown) => ({ kind: 'value', value: of })
const problem = (of: string) => ({ kind: 'problem', problem: of })

test.each<[string, Partial<CommandOption>, string, object]>([
  ['text is trimmed', {}, ' tides ', value('tides')],
  ['an empty optional value is absent', {}, '  ', { kind: 'absent' }],
  ['an empty required value is a problem', { required: true }, ' ', problem('This option is required.')],
  ['text may be as long as the bot says', { max: 4 }, 'tide', value('tide')],
  ['longer text is a problem', { max: 4 }, 'tides', problem('The maximum is 4 characters; this has 5.')],
  ['a whole number', { type: 'integer', min: 1, max: 8 }, '8', value(8)],
  ['a number above the bounds', { type: 'integer', min: 1, max: 8 }, '9', problem('The maximum is 8.')],
  ['a number below the bounds', { type: 'integer', min: 1, max: 8 }, '0', problem('The minimum is 1.')],
  ['a fraction where a whole number is wanted', { type: 'integer' }, '1.5', problem('Enter a whole number.')],
  ['a fraction', { type: 'number' }, '1.5', value(1.5)],
  ['words where a number is wanted', { type: 'number' }, 'many', problem('Enter a number.')],
  ['True in any case', { type: 'boolean' }, 'true', value(true)],
  ['False', { type: 'boolean' }, 'False', value(false)],
  ['anything else for a truth value', { type: 'boolean' }, 'maybe', problem('Enter True or False.')],
  ['the name of a choice stands for its value', { choices: [apa] }, 'apa STYLE', value('apa')],
  ['anything but a choice', { choices: [apa] }, 'mla', problem('Choose one from the list.')],
  ['free text where the bot only suggests', { autocomplete: true }, 'tides', value('tides')],
])('%s', (_, of, typed, expected) => {
  expect(readOption(option(of), { typed, picked: null })).toEqual(expected)
})

test('a suggestion that was picked stands for its value, not for its name', () => {
  const picked = { name: 'On tides', value: 'reports/tide' }
  expect(readOption(option({ autocomplete: true }), { typed: 'On tides', picked })).toEqual(value('reports/tide'))
})
