import { expect, test } from 'vitest'
import { commandsIn } from '../../../packages/preview/src/loopback/limits/commands.ts'
import { checkForm } from '../../../packages/preview/src/loopback/limits/form.ts'
import { loadCommands } from '../../../src/app/load-commands.ts'
import { action, actionOf, type Command, commandsInChat, helpOf, readArguments } from '../../../src/command.ts'
import { commandPayloads, differencesOf, forGuild } from '../../../src/surfaces/discord/gateway/payloads.ts'

const allCommands = await loadCommands()

const slashPayloads = (commands: readonly Command[] = allCommands) =>
  commandPayloads(commands).flatMap((payload) => ('options' in payload ? [payload] : []))
const payloadOf = (name: string) => slashPayloads().find((payload) => payload.name === name)

test('every command of ours is one that Discord takes', () => {
  expect(() => checkForm(commandsIn('global'), commandPayloads(allCommands))).not.toThrow()
  expect(() => checkForm(commandsIn('1'), commandPayloads(allCommands).map(forGuild))).not.toThrow()
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
    choices: expect.arrayContaining([expect.objectContaining({ name: 'apa', value: 'apa' })]),
  })
  expect(payloadOf('sources')?.options).toMatchObject([
    { type: 1, name: 'list', options: [{ name: 'page' }] },
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
  expect(slashPayloads([command])[0]?.options).toMatchObject([{ name: 'needed' }, { name: 'loose', max_length: 6000 }])
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

test('names and descriptions are sent in German as well, and American English has its own names', () => {
  expect(payloadOf('summarise')).toMatchObject({
    name: 'summarise',
    name_localizations: { 'en-US': 'summarize', 'en-GB': 'summarise', de: 'zusammenfassen' },
    description_localizations: { de: expect.stringMatching(/^Eine Quelle in ihren eigenen Sätzen/) },
    options: expect.arrayContaining([
      expect.objectContaining({ name: 'source', name_localizations: { de: 'quelle' } }),
      expect.objectContaining({ name: 'sentences', name_localizations: { de: 'sätze' } }),
    ]),
  })
  expect(payloadOf('sources')?.options?.[0]).toMatchObject({ name: 'list', name_localizations: { de: 'liste' } })
  expect(payloadOf('cite')?.options?.[1]).toMatchObject({
    choices: expect.arrayContaining([{ name: 'plain', name_localizations: { de: 'einfach' }, value: 'plain' }]),
  })
  const onMessages = commandPayloads(allCommands).filter((payload) => !('options' in payload))
  expect(onMessages).toMatchObject([
    { type: 3, name: 'Check quotes', name_localizations: { de: 'Zitate prüfen' } },
    { type: 3, name: 'Find sources', name_localizations: { de: 'Quellen finden' } },
    { type: 3, name: 'Add to library', name_localizations: { de: 'Zur Bibliothek hinzufügen' } },
  ])
})

type Named = { readonly name: string; readonly name_localizations?: object | null; readonly options?: readonly Named[] }

test('at every level a name stands for one thing, in whatever language it is typed', () => {
  const expectApart = (level: readonly Named[]): void => {
    const all = level.flatMap(({ name, name_localizations: others }) => [
      ...new Set([name, ...Object.values(others ?? {})]),
    ])
    expect(all).toEqual([...new Set(all)])
    for (const { options } of level) expectApart(options ?? [])
  }
  expectApart(slashPayloads() as readonly Named[])
})

const forManagers: Command = {
  name: 'tidy',
  private: true,
  managers: true,
  onMessage: { name: 'Tidy up', option: 'text' },
  action: action({
    description: 'Tidies',
    options: { text: { type: 'string', required: true, description: 'What to tidy' } },
    run: async () => ({ kind: 'help', commands: [] }),
  }),
}

test('a command for those who manage a server is theirs alone, and in servers alone', () => {
  expect(commandPayloads([forManagers])).toMatchObject([
    { type: 1, name: 'tidy', contexts: [0], default_member_permissions: `${1 << 5}` },
    { type: 3, name: 'Tidy up', contexts: [0], default_member_permissions: `${1 << 5}` },
  ])
  expect(payloadOf('ask')).toMatchObject({ contexts: [0, 1] })
  expect(payloadOf('ask')).not.toHaveProperty('default_member_permissions')
})

test('a command that is offered for messages is registered for them too, by a name and nothing else', () => {
  const [, onMessage] = commandPayloads([forManagers])
  expect(onMessage).not.toHaveProperty('description')
  expect(onMessage).not.toHaveProperty('options')
  expect(() => checkForm(commandsIn('global'), commandPayloads([forManagers]))).not.toThrow()
})

/** As Discord gives the commands back. */
const held = (commands: readonly Command[]) =>
  commandPayloads(commands).map((payload) => ({ ...payload, id: '1', version: '1' })) as never

test('a difference in a translation is a difference, and message commands are named apart', () => {
  const same = differencesOf(held([forManagers]), commandPayloads([forManagers]), { global: true })
  expect(same).toMatchObject({ added: [], changed: [], unchanged: ['/tidy', 'Apps > Tidy up'] })
  const translated = commandPayloads([forManagers]).map((payload) => ({
    ...payload,
    name_localizations: { ...payload.name_localizations, fr: 'ranger' },
  }))
  expect(differencesOf(held([forManagers]), translated, { global: true }).changed).toEqual(['/tidy', 'Apps > Tidy up'])
  const [cite] = commandPayloads(allCommands.filter(({ name }) => name === 'cite'))
  const otherChoice = JSON.parse(JSON.stringify(cite).replace('einfach', 'schlicht')) as typeof cite
  expect(
    differencesOf([cite] as never, otherChoice === undefined ? [] : [otherChoice], { global: true }),
  ).toMatchObject({
    changed: ['/cite'],
  })
})
