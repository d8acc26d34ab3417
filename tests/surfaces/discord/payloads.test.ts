import { expect, test } from 'vitest'
import { action, actionOf, type Command, commandsInChat, helpOf, readArguments } from '../../../src/command.ts'
import { commandPayloads } from '../../../src/surfaces/discord/registering/payloads.ts'
import { commandsIn } from '../../../src/surfaces/preview/loopback/limits/commands.ts'
import { checkForm } from '../../../src/surfaces/preview/loopback/limits/form.ts'
import { allCommands } from '../../support/discord-bot.ts'

const payloadOf = (name: string) => commandPayloads(allCommands).find((payload) => payload.name === name)

test('every command of ours is one that Discord takes', () => {
  expect(() => checkForm(commandsIn('global'), commandPayloads(allCommands))).not.toThrow()
})

test('options are sent with what Discord can check and complete', () => {
  expect(payloadOf('ask')?.options).toMatchObject([
    { type: 3, name: 'question', required: true, max_length: 1000, autocomplete: false },
    { type: 3, name: 'source', required: false, max_length: 300, autocomplete: true },
    { type: 4, name: 'quotes', min_value: 1, max_value: 8 },
    { type: 5, name: 'follow-up' },
    { type: 5, name: 'private' },
  ])
  expect(payloadOf('cite')?.options?.[1]).toMatchObject({
    choices: expect.arrayContaining([{ name: 'apa', value: 'apa' }]),
  })
  expect(payloadOf('sources')?.options).toMatchObject([
    { type: 1, name: 'list', options: [] },
    { type: 1, name: 'show', options: [{ name: 'source', required: true }] },
  ])
})

test('required options come first, and a text without a limit has Discord’s', () => {
  const command: Command = {
    name: 'odd',
    private: true,
    action: action({
      description: 'Odd',
      options: {
        loose: { type: 'string', description: 'Loose' },
        needed: { type: 'boolean', required: true, description: 'Needed' },
      },
      run: async () => ({ kind: 'help', commands: [] }),
    }),
  }
  expect(commandPayloads([command])[0]?.options).toMatchObject([
    { name: 'needed' },
    { name: 'loose', max_length: 6000 },
  ])
})

test('options that are for a terminal alone are neither registered, nor in help, nor taken', async () => {
  const names = payloadOf('ask')?.options?.map(({ name }) => name)
  expect(names).toEqual(['question', 'source', 'quotes', 'follow-up', 'private'])
  const [ask] = commandsInChat(allCommands).filter(({ name }) => name === 'ask')
  if (ask === undefined) throw new Error('There is no /ask.')
  expect(helpOf(ask)[0]?.usage).not.toContain('explain')
  expect(() => readArguments(actionOf(ask).options, { question: 'any', explain: true })).toThrow(
    'There is no option “explain”.',
  )
})
