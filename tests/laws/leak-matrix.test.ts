import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ComponentType, InteractionResponseType } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoopbackMessage } from '../../packages/preview/src/loopback/message.ts'
import type { FollowedInteraction } from '../../packages/preview/src/loopback/moderating.ts'
import type { RecordedRequest } from '../../packages/preview/src/loopback/rest.ts'
import { type OpenedData, type OpenLibraries, openBotData, openLibraries } from '../../src/app/compose.ts'
import { createHousekeeping } from '../../src/app/housekeeping.ts'
import { createLog } from '../../src/observability/log.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import { allCommands, shownText } from '../support/discord-bot.ts'
import { eventually } from '../support/eventually.ts'
import { type Conversation, startConversation } from '../support/pressing.ts'

// Three servers with sources for everyone, for those of a channel, and for those with a role, and people's own
// libraries: whatever anybody uses, not a byte reaches them of what they may not see.

const [keepers, crew] = ['100000000000000091', '100000000000000092']
/** Administers the servers and has every role. */
const ada = { id: '100000000000000011', name: 'Ada', permissions: '8', roles: [keepers, crew] }
/** Has no role. */
const ben = { id: '100000000000000012', name: 'Ben' }
/** Keeps the lighthouse. */
const cleo = { id: '100000000000000013', name: 'Cleo', roles: [keepers] }
const guildsAndRoles = ['21', '22', '23'].map((end) => ({
  id: `1000000000000000${end}`,
  name: `server ${end}`,
  ...(end === '21'
    ? {
        roles: [
          { id: keepers, name: 'keepers' },
          { id: crew, name: 'crew' },
        ],
      }
    : {}),
}))
const [first, second, third] = guildsAndRoles as unknown as readonly [{ id: string }, { id: string }, { id: string }]
const square = { id: '100000000000000031', name: 'square', guild: first.id }
const vault = { id: '100000000000000032', name: 'vault', guild: first.id, onlyFor: { roles: [keepers] } }
const elsewhere = { id: '100000000000000033', name: 'elsewhere', guild: second.id }
const empty = { id: '100000000000000034', name: 'empty', guild: third.id }

/** A word of each source, which stands in its text, title and file name. */
const canaries = {
  open: 'zqopenzq',
  channel: 'zqchannelzq',
  role: 'zqrolezq',
  other: 'zqotherzq',
  own: 'zqownzq',
} as const
type Canary = keyof typeof canaries

const textOf = (canary: string): string =>
  `The ${canary} report\n\nThe lighthouse is kept by Rose, who lights the ${canary} every night.\n\n` +
  `The council voted to sell the lido to the ${canary}. Nobody spoke against it.\n`

let folder: string
let data: OpenedData
let libraries: OpenLibraries
let talk: Conversation
const metrics = createMetrics()
const seen = new Set<RecordedRequest>()

/** What the bot sent to Discord since it was last asked for, attached files included. */
const sent = (): string => {
  const fresh = talk.loopback.requests.filter((request) => !seen.has(request))
  for (const request of fresh) seen.add(request)
  return fresh
    .map(({ path, body, files }) =>
      [path, JSON.stringify(body), ...files.map(({ bytes }) => new TextDecoder().decode(bytes))].join('\n'),
    )
    .join('\n')
    .toLowerCase()
}
const leaked = (text: string): readonly string[] =>
  (Object.keys(canaries) as Canary[]).filter((name) => text.includes(canaries[name]))

type Where = { readonly user: string; readonly channel: string }

const add = async (canary: Canary, where: Where, options: object = {}): Promise<void> => {
  const file = { name: `${canaries[canary]}.txt`, bytes: new TextEncoder().encode(textOf(canaries[canary])) }
  const message = await talk.loopback
    .invoke({ command: 'library', subcommand: 'add', options: { file, ...options }, ...where })
    .answered()
  // Until then, the reply says how far it has come.
  const now = () => talk.loopback.messages().find(({ id }) => id === message.id) ?? message
  await eventually(() => expect(shownText(now())).toMatch(/1 of 1 file added/))
}

const direct = (user: string): string =>
  talk.loopback.channels.find((channel) => 'recipient' in channel && channel.recipient === user)?.id ?? ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quoth-leaks-'))
  data = await openBotData(folder, { isPreview: false, onNotice: expect.unreachable })
  const quota = { documents: 50, bytes: 10_000_000 }
  libraries = openLibraries(null, data.store, { data: folder, quota, onNotice: expect.unreachable })
  const { state, store } = data
  const housekeeping = createHousekeeping(state, store, { log: createLog({ level: 'silent' }) })
  talk = await startConversation(
    {
      state,
      metrics,
      commands: allCommands,
      libraryOf: libraries.quothFor,
      curatorFor: libraries.curatorFor,
      dataOf: housekeeping.dataOf,
    },
    { users: [ada, ben, cleo], guilds: guildsAndRoles, channels: [square, vault, elsewhere, empty] },
  )
  const asAda = { user: ada.id, channel: square.id }
  await add('open', asAda)
  await add('channel', asAda, { channel: vault.id })
  await add('role', asAda, { role: crew })
  await add('other', { user: ada.id, channel: elsewhere.id })
  await add('own', { user: ada.id, channel: direct(ada.id) })
}, 60_000)
afterAll(async () => {
  await talk.close()
  await libraries.close()
  await data.close()
  await rm(folder, { recursive: true, force: true })
})

const question = 'Who keeps the lighthouse?'
const named = (canary: string) => [`${canary}.txt`, `The ${canary} report`]

/** Every command and subcommand, with what somebody could guess. */
const uses = [
  { command: 'ask', options: { question } },
  { command: 'ask', options: { question, private: true } },
  { command: 'ask', options: { question: 'And the lido?', 'follow-up': true } },
  { command: 'ask', options: { question: 'Who keeps the lighthouse? source:report' } },
  { command: 'sources', subcommand: 'list' },
  { command: 'find-sources', options: { text: 'The council voted to sell the lido. Rose keeps the lighthouse.' } },
  { command: 'check-quotes', options: { text: '“The council voted to sell the lido” and “kept by Rose”' } },
  { command: 'help' },
  { command: 'forget-me' },
  { command: 'library', subcommand: 'list' },
  { command: 'library', subcommand: 'list', options: { removed: true } },
  { command: 'library', subcommand: 'audit' },
  { command: 'library', subcommand: 'export' },
  { command: 'library', subcommand: 'settings' },
]
/** What is done to a source that is named, whoever may see it. */
const usesOf = (name: string) => [
  { command: 'summarise', options: { source: name } },
  { command: 'sources', subcommand: 'show', options: { source: name } },
  { command: 'ask', options: { question, source: name } },
  { command: 'library', subcommand: 'show', options: { document: name } },
  { command: 'library', subcommand: 'edit', options: { document: name, title: 'Mine' } },
  { command: 'library', subcommand: 'visibility', options: { document: name } },
  { command: 'library', subcommand: 'remove', options: { document: name } },
  { command: 'library', subcommand: 'restore', options: { document: name } },
]

const outcomeOf = async (interaction: FollowedInteraction): Promise<readonly LoopbackMessage[]> => {
  const { type } = await interaction.acknowledged()
  if (type === InteractionResponseType.Modal) return []
  const answered = await interaction.answered()
  return [answered, ...interaction.followUps()]
}

type Part = {
  readonly type: number
  readonly custom_id?: string
  readonly options?: readonly { readonly value: string }[]
}
const partsOf = (components: readonly unknown[]): readonly Part[] =>
  components.flatMap((component) => {
    const { components: inner = [], accessory } = component as { components?: unknown[]; accessory?: unknown }
    return [component as Part, ...partsOf(inner), ...(accessory === undefined ? [] : [accessory as Part])]
  })

/** Presses each button and chooses in each menu of a message, once. */
const pressAll = async (message: LoopbackMessage, where: Where): Promise<void> => {
  for (const { custom_id: id, type, options } of partsOf(message.components)) {
    if (id === undefined) continue
    try {
      const pressed =
        type === ComponentType.StringSelect
          ? talk.loopback.select(message.id, id, [options?.at(-1)?.value ?? ''], where)
          : talk.loopback.click(message.id, id, where)
      await outcomeOf(pressed)
    } catch {
      // A button that a press before has taken away.
    }
  }
}

/** Uses everything, and gives what the bot sent meanwhile. */
const useAll = async (where: Where, guesses: readonly Canary[]): Promise<string> => {
  sent()
  const typed = [...uses, ...guesses.flatMap((name) => named(canaries[name]).flatMap(usesOf))]
  for (const each of typed)
    for (const message of await outcomeOf(talk.loopback.invoke({ ...each, ...where }))) await pressAll(message, where)
  for (const [command, subcommand, option] of [
    ['ask', undefined, 'source'],
    ['summarise', undefined, 'source'],
    ['sources', 'show', 'source'],
    ['library', 'show', 'document'],
    ['library', 'restore', 'document'],
  ] as const)
    for (const begun of ['', 'zq', 'the', 'report'])
      await talk.loopback.autocomplete({ command, subcommand, options: { [option]: begun }, focused: option, ...where })
  // What somebody typed stands in an error: a guess of their own is no leak.
  return guesses.reduce(
    (text, name) => text.replaceAll(new RegExp(`(?:the )?${canaries[name]}(?: report|\\.txt)`, 'g'), ''),
    sent(),
  )
}

describe.each<[string, Where, readonly Canary[], readonly Canary[]]>([
  [
    'whoever has no role, in an open channel',
    { user: ben.id, channel: square.id },
    ['open'],
    ['channel', 'role', 'other', 'own'],
  ],
  [
    'whoever sees the channel, in it',
    { user: cleo.id, channel: vault.id },
    ['open', 'channel'],
    ['role', 'other', 'own'],
  ],
  [
    'the owner, in another server',
    { user: ada.id, channel: elsewhere.id },
    ['other'],
    ['open', 'channel', 'role', 'own'],
  ],
  [
    'anybody, in a server without sources',
    { user: ben.id, channel: empty.id },
    [],
    ['open', 'channel', 'role', 'other', 'own'],
  ],
])('%s', (_, where, may, mayNot) => {
  it('sees what they may see, and not a byte of anything else', { timeout: 120_000 }, async () => {
    const text = await useAll(where, mayNot)
    expect(leaked(text).filter((name) => !(may as readonly string[]).includes(name))).toEqual([])
    for (const name of may) expect(leaked(text)).toContain(name)
  })
})

describe('a direct message', () => {
  it('has the person’s own library, and not a byte of a server’s', { timeout: 120_000 }, async () => {
    expect(
      leaked(await useAll({ user: ada.id, channel: direct(ada.id) }, ['open', 'channel', 'role', 'other'])),
    ).toEqual(['own'])
    expect(leaked(await useAll({ user: ben.id, channel: direct(ben.id) }, ['open', 'own']))).toEqual([])
  })
})

describe('a public answer', () => {
  const asked = async (where: Where, isPrivate: boolean) => {
    sent()
    const message = await talk.loopback
      .invoke({ command: 'ask', options: { question, private: isPrivate, quotes: 8 }, ...where })
      .answered()
    return { message, found: leaked(sent()) }
  }

  it('quotes what everyone there may see; a private one, what its asker may', async () => {
    expect((await asked({ user: cleo.id, channel: square.id }, false)).found).toEqual(['open'])
    // Of sentences that are almost the same, one is quoted.
    expect((await asked({ user: cleo.id, channel: square.id }, true)).found).toEqual(['channel'])
    expect((await asked({ user: cleo.id, channel: vault.id }, false)).found).toEqual(['channel'])
  })

  it('is not made of a private one whose sources not everyone may see', async () => {
    const { message } = await asked({ user: cleo.id, channel: square.id }, true)
    const [share] = partsOf(message.components).filter(({ custom_id: id }) => id?.includes(':share:'))
    sent()
    await outcomeOf(talk.loopback.click(message.id, share?.custom_id ?? '', { user: cleo.id, channel: square.id }))
    let text = ''
    await expect.poll(() => (text += sent())).toContain('not everyone in this channel may see')
    expect(leaked(text)).toEqual([])
  })
})

it('neither the log nor the metrics have a byte of any source', async () => {
  expect(leaked(talk.logged().join('\n'))).toEqual([])
  expect(leaked((await metrics.text()).body)).toEqual([])
})

describe('what is taken away', () => {
  it('is gone at once, on old buttons too', async () => {
    const where = { user: ben.id, channel: square.id }
    const before = await talk.loopback.invoke({ command: 'ask', options: { question }, ...where }).answered()
    expect(leaked(shownText(before))).toEqual(['open'])
    const asAda = { user: ada.id, channel: square.id }
    const remove = { document: `${canaries.open}.txt` }
    await talk.loopback.invoke({ command: 'library', subcommand: 'remove', options: remove, ...asAda }).answered()
    sent()
    await pressAll(before, where)
    await talk.loopback.invoke({ command: 'ask', options: { question }, ...where }).answered()
    expect(leaked(sent())).toEqual([])
  })
})
