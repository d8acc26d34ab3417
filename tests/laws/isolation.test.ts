import { ComponentType, InteractionResponseType } from 'discord-api-types/v10'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { LoopbackMessage } from '../../packages/preview/src/loopback/message.ts'
import type { FollowedInteraction } from '../../packages/preview/src/loopback/moderating.ts'
import type { RecordedRequest } from '../../packages/preview/src/loopback/rest.ts'
import type { Reader } from '../../src/domain/stored-document.ts'
import type { Quoth } from '../../src/quoth.ts'
import { allCommands, customIds } from '../support/discord-bot.ts'
import { type Engine, engineOver } from '../support/engine.ts'
import { ada, ben, type Conversation, idOf, startConversation, tamper } from '../support/pressing.ts'

/** A word of every source of the other guild, and of no other; nobody of this guild ever types it. */
const canary = 'zqcanary'

const open = {
  'minutes/march.md': '# Minutes of March\n\nThe council voted to close the lido.\n\nNobody spoke against it.',
  'notes.md': '# Notes on the harbour\n\nThe harbour froze in March. Forty ships waited outside.',
}
const secret = {
  'minutes/march.md': `# Minutes of the ${canary}\n\nThe council voted to sell the lido to ${canary}.\n\nNobody else knew.`,
  'plan.md': `---\ntitle: Plan ${canary}\npublisher: ${canary} Press\n---\n\nThe lighthouse is kept by Rose, who is a ${canary}.`,
  [`${canary}/list.md`]: `# Harbour\n\nThe ${canary} of the harbour was paid in March.`,
}

const here = { id: '100000000000000021', name: 'here' }
const there = { id: '100000000000000022', name: 'there' }
const square = { id: '100000000000000031', name: 'square', guild: here.id }
const vault = { id: '100000000000000032', name: 'vault', guild: there.id }

let engines: Readonly<Record<string, Engine>>
let talk: Conversation
const seen = new Set<RecordedRequest>()
/** What the bot sent to Discord since it was last asked for. */
const sent = (): string => {
  const fresh = talk.loopback.requests.filter((request) => !seen.has(request))
  for (const request of fresh) seen.add(request)
  return fresh
    .map(({ path, body, files }) => {
      const texts = files.map(({ bytes }) => new TextDecoder().decode(bytes))
      return [path, JSON.stringify(body), ...texts].join('\n')
    })
    .join('\n')
    .toLowerCase()
}

beforeAll(async () => {
  engines = { here: await engineOver(open), there: await engineOver(secret) }
  const libraryOf = ({ library }: Reader): Quoth =>
    (library === `server:${there.id}` ? (engines['there'] as Engine) : (engines['here'] as Engine)).quoth
  talk = await startConversation(
    { libraryOf, commands: allCommands },
    { guilds: [here, there], channels: [square, vault] },
  )
})
afterAll(() => talk.close())

type Where = { readonly user: string; readonly channel: string }
const inSquare: Where = { user: ada.id, channel: square.id }
const inVault: Where = { user: ben.id, channel: vault.id }

const pressesHandled = (): number =>
  talk.logged().filter((line) => /"kind":"(?:button|menu|form)".*"Handled"/.test(line)).length

/** A press, once all that comes of it is over. */
const over = async (press: () => FollowedInteraction): Promise<FollowedInteraction> => {
  const before = pressesHandled()
  const interaction = press()
  await expect.poll(pressesHandled).toBe(before + 1)
  return interaction
}

/** The messages that come of a press; a form that it opens is sent. */
const outcomeOf = async (press: () => FollowedInteraction): Promise<readonly LoopbackMessage[]> => {
  const interaction = await over(press)
  const { type } = await interaction.acknowledged()
  if (type === InteractionResponseType.Modal) {
    const form = { question: 'Who keeps the lighthouse?' }
    return outcomeOf(() => talk.loopback.submitModal(interaction.id, form))
  }
  const [original, followUps] = [interaction.original(), interaction.followUps()]
  return original === undefined ? followUps : [original, ...followUps]
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

const isThere = ({ id }: LoopbackMessage, customId: string): boolean => {
  const now = talk.loopback.messages().find((message) => message.id === id)
  return JSON.stringify(now?.components ?? []).includes(`"${customId}"`)
}

/** Does everything that a message offers, and what that leads to, as often as `depth` says. */
const explore = async (message: LoopbackMessage, where: Where, depth: number): Promise<void> => {
  if (depth === 0) return
  for (const { custom_id: id, type, options } of partsOf(message.components)) {
    // A button that was pressed before may have changed the message.
    if (id === undefined || !isThere(message, id)) continue
    const replies = await outcomeOf(() =>
      type === ComponentType.StringSelect
        ? talk.loopback.select(message.id, id, [options?.at(-1)?.value ?? ''], where)
        : talk.loopback.click(message.id, id, where),
    )
    for (const reply of replies) await explore(reply, where, depth - 1)
  }
}

const commands = [
  { command: 'ask', options: { question: 'What did the council vote about the lido?' } },
  { command: 'ask', options: { question: 'What did the council vote about the lido?', private: true } },
  { command: 'ask', options: { question: 'Who keeps the lighthouse?' } },
  { command: 'ask', options: { question: 'And the harbour?', 'follow-up': true } },
  { command: 'ask', options: { question: 'Who keeps the lighthouse?', source: 'plan' } },
  { command: 'summarise', options: { source: 'minutes/march' } },
  { command: 'summarise', options: { source: 'plan' } },
  { command: 'sources', subcommand: 'list' },
  { command: 'sources', subcommand: 'show', options: { source: 'minutes/march' } },
  { command: 'sources', subcommand: 'show', options: { source: 'list' } },
  { command: 'find-sources', options: { text: 'The council voted to sell the lido. Rose keeps the lighthouse.' } },
  {
    command: 'check-quotes',
    options: { text: '“The council voted to sell the lido” and “The lighthouse is kept by Rose”' },
  },
  { command: 'help' },
]

const useAll = async (where: Where): Promise<void> => {
  for (const typed of commands) {
    await explore(await talk.loopback.invoke({ ...typed, ...where }).answered(), where, 2)
  }
}

it('shows the people of a guild what their own library has', async () => {
  await useAll(inVault)
  const shown = sent()
  for (const part of [`plan ${canary}`, `${canary} press`, `lido to ${canary}`, `${canary}/list`])
    expect(shown).toContain(part)
})

it('shows nothing of it to the people of another guild, or in a direct message, whatever they use and press', async () => {
  const direct = talk.loopback.channels.find((channel) => 'recipient' in channel && channel.recipient === ada.id)
  for (const where of [inSquare, { user: ada.id, channel: direct?.id ?? '' }]) {
    await useAll(where)
    const shown = sent()
    expect(shown).toContain('the council voted to close the lido')
    expect(shown).not.toContain(canary)
  }
})

it('suggests the sources of the guild alone, and by its own use of them', async () => {
  const typing = (typed: string, where: Where) =>
    talk.loopback.autocomplete({ command: 'summarise', options: { source: typed }, focused: 'source', ...where })
  for (const typed of ['', 'p', 'plan', 'list', 'minutes', 'zqca', canary, 'press', 'plna', 'Minutes of the'])
    expect(JSON.stringify(await typing(typed, inSquare))).not.toMatch(/zqcanary|plan|list/)
  expect(JSON.stringify(await typing('plan', inVault))).toContain(canary)
  sent()
  for (let times = 0; times < 30; times += 1)
    await talk.loopback.invoke({ command: 'summarise', options: { source: 'plan' }, ...inVault }).answered()
  const before = await typing('', inSquare)
  for (let times = 0; times < 30; times += 1)
    await talk.loopback.invoke({ command: 'summarise', options: { source: 'minutes/march' }, ...inVault }).answered()
  expect(await typing('', inSquare)).toEqual(before)
})

it('does not know the quote ids of another guild', async () => {
  const answer = await talk.use('ask', { question: 'Who keeps the lighthouse?' }, { ...inVault })
  const [id = ''] = /\bq[0-9a-z]{11,19}\b/.exec(JSON.stringify(answer.components)) ?? []
  const cited = await talk.use('cite', { 'quote-id': id }, { ...inVault })
  expect(JSON.stringify(cited.components)).toContain(canary)
  sent()
  await talk.use('cite', { 'quote-id': id }, { ...inSquare })
  await talk.use('context', { 'quote-id': id }, { ...inSquare })
  const shown = sent()
  expect(shown).toContain('no source has this quote any longer')
  expect(shown).not.toContain(canary)
})

it('does nothing for the buttons, menus and forms of another guild, not even for the same person', async () => {
  const theirs = [
    await talk.use('ask', { question: 'Who keeps the lighthouse?', private: true }, { ...inVault, user: ada.id }),
    await talk.use('ask', { question: 'Who feeds the geese?' }, { ...inVault, user: ada.id }),
    await talk.use('sources', {}, { ...inVault, user: ada.id, subcommand: 'list' }),
    await talk.use('summarise', { source: 'plan' }, { ...inVault, user: ada.id }),
    await talk.use('ask', { question: 'Who keeps the lighthouse?' }, { ...inVault }),
  ]
  sent()
  const own = await talk.use('ask', { question: 'What did the council vote about the lido?' }, { ...inSquare })
  const usable = idOf(own, 'context')
  const ids = theirs.flatMap((message) => [...customIds(message).values()].flat())
  expect(ids.length).toBeGreaterThan(12)
  let current = usable
  for (const id of ids) {
    tamper(own.components, current, id)
    current = id
    const [told, ...others] = await outcomeOf(() => talk.loopback.click(own.id, id, inSquare))
    expect(others).toEqual([])
    expect(told?.visibleTo).toBe(ada.id)
    expect(told?.content).toMatch(/^This has expired: [^\n]*$/)
  }
  const silent = await talk.use('ask', { question: 'Who feeds the geese?' }, { ...inSquare })
  const pressed = await over(() => talk.loopback.click(silent.id, idOf(silent, 'rephrase'), inSquare))
  const form = await pressed.opened()
  tamper(form, form.custom_id, idOf(theirs[1] as LoopbackMessage, 'rephrase').replace('rephrase', 'asked'))
  const sentForm = { question: 'Who keeps the lighthouse?' }
  const [told] = await outcomeOf(() => talk.loopback.submitModal(pressed.id, sentForm))
  expect(told?.content).toMatch(/^This has expired: [^\n]*$/)
  expect(sent()).not.toContain(canary)
})

it('reads a follow-up with what the person asked in the same guild alone', async () => {
  await talk.use('ask', { question: `Who is the ${canary}?` }, { ...inVault, user: ada.id })
  sent()
  await talk.use('ask', { question: 'And in March?', 'follow-up': true }, { ...inSquare })
  expect(sent()).not.toContain(canary)
})

it('keeps the guilds apart when all ask at once', async () => {
  const question = 'What did the council vote about the lido?'
  const asked = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? inSquare : inVault)).map((where) =>
    talk.use('ask', { question }, { ...where }),
  )
  for (const [at, message] of (await Promise.all(asked)).entries())
    expect(JSON.stringify(message.components).includes(canary)).toBe(at % 2 === 1)
})

it('tells those who wait what their own library has by now', async () => {
  const question = 'Who feeds the geese?'
  for (const where of [inSquare, inVault]) {
    const silent = await talk.use('ask', { question }, { ...where })
    await outcomeOf(() => talk.loopback.click(silent.id, idOf(silent, 'tell-me'), where))
  }
  const before = new Set(talk.loopback.messages())
  await engines['there']?.put('geese.md', `# Geese\n\nMaud feeds the geese of the ${canary} every morning.`)
  talk.bot().libraryChanged()
  const told = () => talk.loopback.messages().filter((message) => !before.has(message))
  const texts = () => told().map(({ content }) => content)
  await expect.poll(() => texts().join('\n')).toContain('Maud feeds the geese')
  await new Promise((resolve) => setTimeout(resolve, 300))
  for (const { channel, content } of told())
    if (channel !== vault.id) expect(content.toLowerCase()).not.toMatch(/zqcanary|maud/)
})
