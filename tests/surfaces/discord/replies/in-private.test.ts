import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { LoopbackMessage } from '../../../../packages/preview/src/loopback/message.ts'
import { customIds, shownText } from '../../../support/discord-bot.ts'
import { engineOver } from '../../../support/engine.ts'
import { memoryState } from '../../../support/memory-state.ts'
import { ada, ben, type Conversation, nextChange, startConversation } from '../../../support/pressing.ts'

const eve = {
  id: '100000000000000013',
  name: 'Eve',
  permissions: String(
    PermissionFlagsBits.ManageGuild | PermissionFlagsBits.UseApplicationCommands | PermissionFlagsBits.ViewChannel,
  ),
}
const documents = {
  'report.txt': `In 2013 the coast guard seized forty boats in the harbour.\n\nIn 2014 the coast guard seized sixty boats there.`,
  'market.txt': 'In 2014 the fish market sold nine hundred crates of herring.\n\nThe market was shut in the winter.',
}
const boats = 'How many boats did the coast guard seize in 2013?'

let talk: Conversation
beforeEach(async () => {
  talk = await startConversation({ quoth: (await engineOver(documents)).quoth }, { users: [ada, ben, eve] })
})
afterEach(() => talk.close())

const inTheOpen = (): readonly LoopbackMessage[] =>
  talk.loopback
    .messages()
    .filter(
      ({ channel, visibleTo }) =>
        visibleTo === null && talk.loopback.channels.find(({ id }) => id === channel)?.guild !== null,
    )
const answersAre = async (value: 'public' | 'private'): Promise<void> => {
  const panel = await talk.use('settings', {}, { user: eve.id })
  const changed = nextChange(talk.loopback, panel.id)
  talk.choose(panel, 'set-answers', [value], eve.id)
  await changed
}
const ask = (question: string, values: object = {}) => talk.use('ask', { question, quotes: 1, ...values })
const following = { private: true, 'follow-up': true }

test('a private answer that a private question led to is not shared, and the asker is told why', async () => {
  await ask(boats, { private: true })
  const answer = await ask('and in 2014?', following)
  expect(shownText(answer)).toContain('sixty boats')
  const [told] = await talk.press(answer, 'share').followedUp()
  expect(told?.visibleTo).toBe(ada.id)
  expect(shownText(told ?? answer)).toContain('a question you asked privately')
  expect(inTheOpen()).toEqual([])
  // What was not shared is not followed in the open either.
  expect(shownText(await ask('and in 2012?', { 'follow-up': true }))).toContain('You asked nothing here')
})

test('a private follow-up that answers alike by itself is shared without what it followed', async () => {
  await ask('Was the market shut in the winter?', { private: true })
  const answer = await ask(boats, following)
  expect(shownText(answer)).toContain('Was the market shut')
  const changed = nextChange(talk.loopback, answer.id)
  const [shared] = await talk.press(answer, 'share').followedUp()
  expect(shared?.visibleTo).toBeNull()
  expect(shownText(shared ?? answer)).toContain('forty boats')
  expect(shownText(shared ?? answer)).not.toMatch(/Read with|You asked nothing|winter/)
  expect(shownText(await changed)).toContain('Was the market shut')
  if (shared === undefined) throw new Error('nothing was shared')
  expect(shownText(await talk.press(shared, 'more').answered())).not.toContain('winter?')
  const open = shownText(await ask('and in 2014?', { 'follow-up': true }))
  expect(open).not.toContain('winter?')
  expect(open).toContain('You asked nothing here')
})

test('a private follow-up of an open question is shared with it', async () => {
  await ask(boats)
  const [shared] = await talk.press(await ask('and in 2014?', following), 'share').followedUp()
  expect(shared?.visibleTo).toBeNull()
  expect(shownText(shared ?? { components: [] })).toContain(`Read with your question “${boats}”`)
})

test('a press is no question: a follow-up follows what was asked last, whatever was pressed since', async () => {
  const first = await ask(boats)
  await ask('How much herring was sold in 2014?')
  await talk.press(first, 'more').answered()
  expect(shownText(await ask('and in winter?', { 'follow-up': true }))).toContain(
    'Read with your question “How much herring was sold in 2014?”',
  )
})

test('a follow-up that had nothing to follow is shared as it was, whatever was asked since', async () => {
  const answer = await ask(boats, following)
  await ask('Was the market shut in the winter?', { private: true })
  const [shared] = await talk.press(answer, 'share').followedUp()
  expect(shared?.visibleTo).toBeNull()
  expect(shownText(shared ?? answer)).not.toContain('winter')
})

test.each([
  ['in a server', ''],
  ['in direct messages', 'direct'],
])('what somebody uses in private %s changes nothing of what others are offered', async (_, kind) => {
  const direct = (user: string) => talk.loopback.channelsOf(user).find(({ guild }) => guild === null)?.id ?? ''
  const at = (user: string) => ({ user, ...(kind === 'direct' && { channel: direct(user) }) })
  const offered = async () => {
    const typed = { command: 'summarise', options: { source: '' }, focused: 'source', ...at(ben.id) }
    return (await talk.loopback.autocomplete(typed)).map(({ value }) => value)
  }
  const before = await offered()
  const last = String(before.at(-1))
  for (let n = 0; n < 3; n++) {
    const summary = await talk.use('summarise', { source: last, ...(kind === '' && { private: true }) }, at(ada.id))
    if (customIds(summary).has('longer')) await talk.change(summary, 'longer')
  }
  await talk.use('ask', { question: boats, private: true }, at(ada.id))
  expect(await offered()).toEqual(before)
  if (kind !== '') return
  await talk.use('summarise', { source: last })
  expect((await offered())[0]).toBe(last)
})

test('what is asked again, or shown otherwise, after the server has set answers to private is shown to the asker alone', async () => {
  const silent = await ask('Who tuned the xylophones?')
  const summary = await talk.use('summarise', { source: 'report', sentences: 1 })
  await answersAre('private')
  const before = inTheOpen()
  const longer = await talk.press(summary, 'longer').answered()
  expect(longer.visibleTo).toBe(ada.id)
  expect(shownText(longer)).toContain('2 of 2 sentences')
  const rephrase = talk.press(silent, 'rephrase')
  await rephrase.opened()
  const rephrased = await talk.loopback.submitModal(rephrase.id, { question: boats }).answered()
  expect(rephrased.visibleTo).toBe(ada.id)
  expect(shownText(await talk.press(silent, 'tell-me').answered())).toContain('direct message')
  expect(inTheOpen()).toEqual(before)
  await answersAre('public')
  expect(shownText(await ask('and in 2014?', { 'follow-up': true }))).not.toContain(boats)
})

test('what is shown otherwise in a channel where Quoth answers no more is shown to the asker alone', async () => {
  const state = await memoryState()
  await talk.restart({ state })
  const silent = await ask('Who tuned the xylophones?')
  const summary = await talk.use('summarise', { source: 'report', sentences: 1 })
  await state.settings.change('1000000000000000001', { channels: ['100000000000000099'] })
  await talk.restart({ state })
  const before = inTheOpen()
  const longer = await talk.press(summary, 'longer').answered()
  expect(longer.visibleTo).toBe(ada.id)
  expect(shownText(longer)).toContain('2 of 2 sentences')
  expect(shownText(await talk.press(silent, 'tell-me').answered())).toContain('direct message')
  expect(inTheOpen()).toEqual(before)
})

test('a question in other words follows what the one before followed, whatever was asked since', async () => {
  const silent = await ask('Who tuned the xylophones?', { 'follow-up': true })
  await ask(boats)
  const rephrase = talk.press(silent, 'rephrase')
  await rephrase.opened()
  const rephrased = await talk.loopback.submitModal(rephrase.id, { question: 'Was the market shut?' }).answered()
  expect(shownText(rephrased)).not.toContain('Read with')
})

const lighthouse = 'Rose keeps the lighthouse.'

test.each([
  ['asked in private', { private: true }, 'public'],
  ['asked before answers were set to private', {}, 'private'],
] as const)('an answer to what was %s is told to the asker alone', async (_, values, answers) => {
  const state = await memoryState()
  const engine = await engineOver(documents)
  await talk.restart({ state, libraryOf: () => engine.quoth })
  const silent = await ask('Who keeps the lighthouse?', values)
  await talk.press(silent, 'tell-me').answered()
  await answersAre(answers)
  const before = inTheOpen()
  await engine.put('light.txt', lighthouse)
  talk.bot().libraryChanged()
  await expect.poll(() => state.waiting.list()).toEqual([])
  expect(inTheOpen()).toEqual(before)
  const told = talk.loopback.messages().filter(({ content }) => content.includes(lighthouse))
  expect(told).toHaveLength(1)
  const place = talk.loopback.channels.find(({ id }) => id === told[0]?.channel)
  expect(place).toMatchObject({ guild: null, recipient: ada.id })
})

test('what people ask is in no log unless the host wants it there, whatever goes wrong', async () => {
  const state = await memoryState()
  const fail = () => Promise.reject(new TypeError('broken'))
  const { quoth } = await engineOver(documents)
  const ask: typeof quoth.ask = (question, options) =>
    question.includes('Zulu') ? fail() : quoth.ask(question, options)
  await talk.restart({
    libraryOf: () => ({ ...quoth, ask }),
    state: { ...state, replies: { ...state.replies, put: fail }, uses: { ...state.uses, add: fail } },
  })
  for (const question of ['Was Zanzibar mentioned?', 'source:zanzibar market', 'zanzibar before:then', 'Zulu Zanzibar'])
    for (const values of [{}, following]) await talk.use('ask', { question, ...values })
  expect(talk.logged().join('')).toContain('broken')
  expect(talk.logged().join('')).not.toMatch(/zanzibar/i)
})
