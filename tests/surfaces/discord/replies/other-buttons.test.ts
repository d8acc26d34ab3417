import { afterEach, beforeEach, expect, test } from 'vitest'
import { customIds, shownText } from '../../../support/discord-bot.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { memoryState } from '../../../support/memory-state.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { ada, ben, type Conversation, idOf, startConversation, tamper } from '../../../support/pressing.ts'

const sources = Array.from({ length: 23 }, (_, n) =>
  plainSource({
    id: `notes/day-${String(n + 1).padStart(2, '0')}`,
    text: Array.from({ length: 30 }, (_, s) => `Sentence ${s + 1} of day ${n + 1} is about the harbour.`).join(' '),
  }),
)
let talk: Conversation
beforeEach(async () => {
  talk = await startConversation({ quoth: fakeQuoth({ sources }) })
})
afterEach(() => talk.close())

test('a summary becomes longer and shorter in its place, and its sentences can be copied', async () => {
  const summary = await talk.use('summarise', { source: 'notes/day-01' })
  expect(shownText(summary)).toContain('4 of 30 sentences')
  const longer = await talk.change(summary, 'longer')
  expect(longer.id).toBe(summary.id)
  expect(shownText(longer)).toContain('6 of 30 sentences')
  const shorter = await talk.change(await talk.change(longer, 'shorter'), 'shorter')
  expect(shownText(shorter)).toContain('3 of 30 sentences')
  const copy = await talk.press(shorter, 'copy').answered()
  expect(new TextDecoder().decode(copy.attachments[0]?.bytes)).toContain('Sentence 3 of day 1 is about the harbour.')
})

test('the list of sources has pages of ten, and a menu opens one', async () => {
  const first = await talk.use('sources', {}, { subcommand: 'list' })
  expect(shownText(first)).toContain('notes/day-10')
  expect(shownText(first)).not.toContain('notes/day-11')
  const second = await talk.change(first, 'go')
  expect(shownText(second)).toContain('notes/day-11')
  const third = await talk.change(second, 'go', 1)
  expect(shownText(third)).toContain('notes/day-23')
  const opened = await talk.choose(third, 'open', ['notes/day-23']).answered()
  expect(opened.visibleTo).toBe(ada.id)
  expect(shownText(opened)).toContain('notes/day-23')
})

test('a question without an answer can be asked in other words, with the privacy that it had', async () => {
  const silent = await talk.use('ask', { question: 'quantum warranty', private: true })
  const rephrase = talk.press(silent, 'rephrase')
  const form = await rephrase.opened()
  expect(JSON.stringify(form)).toContain('quantum warranty')
  const asked = await talk.loopback.submitModal(rephrase.id, { question: 'What is the harbour?' }).answered()
  expect(asked.visibleTo).toBe(ada.id)
  expect(shownText(asked)).toContain('Sentence 1 of day 1 is about the harbour.')
  const open = await talk.use('ask', { question: 'quantum warranty' })
  const pressed = talk.press(open, 'rephrase')
  await pressed.opened()
  expect((await talk.loopback.submitModal(pressed.id, { question: 'harbour?' }).answered()).visibleTo).toBeNull()
})

test('the nearest source of a silence can be opened', async () => {
  const silent = await talk.use('ask', { question: 'quantum warranty' })
  const opened = await talk.choose(silent, 'open', ['notes/day-01']).answered()
  expect(opened.visibleTo).toBe(ada.id)
  expect(shownText(opened)).toContain('notes/day-01')
})

test('what is nearest in a silence is seen in its context, by its asker alone', async () => {
  for (const isPrivate of [false, true]) {
    const silent = await talk.use('ask', { question: 'quantum warranty', private: isPrivate })
    expect(shownText(silent)).toContain('> Sentence 1 of day 2 is about the harbour.')
    const context = await talk.press(silent, 'context', 1).answered()
    expect(context.visibleTo).toBe(ada.id)
    expect(shownText(context)).toContain('Sentence 30 of day 2 is about the harbour.')
  }
  const open = await talk.use('ask', { question: 'quantum warranty' })
  const other = await talk.press(open, 'context', 0, ben.id).answered()
  expect(other.visibleTo).toBe(ben.id)
  expect(shownText(other)).not.toContain('Sentence 30')
})

test('what is nearest in a silence is neither copied nor rated, whatever custom id is made up', async () => {
  const state = await memoryState()
  await talk.restart({ state })
  const silent = await talk.use('ask', { question: 'quantum warranty' })
  expect([...customIds(silent).keys()]).toEqual(['context', 'open', 'rephrase', 'tell-me'])
  const press = async (action: string) => {
    const id = idOf(silent, 'rephrase')
    const madeUp = id.replace(':rephrase:', `:${action}:`)
    tamper(silent.components, id, madeUp)
    const answered = await talk.loopback.click(silent.id, madeUp, { user: ada.id }).answered()
    tamper(silent.components, madeUp, id)
    return answered
  }
  const copy = await press('copy')
  expect(new TextDecoder().decode(copy.attachments[0]?.bytes)).not.toContain('harbour')
  await press('helpful')
  expect(await state.feedback.list()).toMatchObject([{ quotes: [] }])
})

test('whoever waits for an answer is told once, in plain text, where it was asked, when the library has it', async () => {
  const state = await memoryState()
  let library = fakeQuoth({ sources })
  await talk.restart({ state, libraryOf: () => library })
  const silent = await talk.use('ask', { question: 'Who keeps the lighthouse?' })
  expect(shownText(await talk.press(silent, 'tell-me').answered())).toContain('You’ll get one message here')
  expect(shownText(await talk.press(silent, 'tell-me').answered())).toContain('already waiting for this')
  const before = talk.loopback.messages().length
  library = fakeQuoth({ sources: [...sources, plainSource({ id: 'light', text: 'Rose keeps the lighthouse.' })] })
  talk.bot().libraryChanged()
  await expect.poll(() => talk.loopback.messages().length).toBe(before + 1)
  const told = talk.loopback.messages().at(-1)
  expect(told?.components).toEqual([])
  expect(told?.content).toContain(`<@${ada.id}>`)
  expect(told?.content).toContain('> Rose keeps the lighthouse.')
  expect(told?.pings).toEqual([`<@${ada.id}>`])
  await talk.restart({ state, libraryOf: () => library })
  talk.bot().libraryChanged()
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(talk.loopback.messages()).toHaveLength(before + 1)
})

test('what was asked in private is told in a direct message', async () => {
  let library = fakeQuoth({ sources })
  await talk.restart({ libraryOf: () => library })
  const silent = await talk.use('ask', { question: 'Who keeps the lighthouse?', private: true })
  expect(shownText(await talk.press(silent, 'tell-me').answered())).toContain('direct message')
  library = fakeQuoth({ sources: [plainSource({ id: 'light', text: 'Rose keeps the lighthouse.' })] })
  talk.bot().libraryChanged()
  await expect.poll(() => talk.loopback.messages().find(({ content }) => content.includes('lighthouse.'))).toBeDefined()
  const told = talk.loopback.messages().find(({ content }) => content.includes('lighthouse.'))
  const channel = talk.loopback.channels.find(({ id }) => id === told?.channel)
  expect(channel?.guild ?? null).toBeNull()
})

test('replies in the plain style have no components of cards, and their buttons respond', async () => {
  const state = await memoryState()
  await state.settings.change('1000000000000000001', { style: 'plain', quotes: 2 })
  await talk.restart({ state })
  const answer = await talk.use('ask', { question: 'What is the harbour?' })
  expect(answer.content).toContain('> Sentence 1 of day 1 is about the harbour.')
  expect(answer.content.length).toBeLessThanOrEqual(2000)
  expect(customIds(answer).get('context')).toHaveLength(2)
  const context = await talk.press(answer, 'context').answered()
  expect(context.content).toContain('harbour')
})

test('answers are private, few and elsewhere refused where a server wants it so', async () => {
  const state = await memoryState()
  await state.settings.change('1000000000000000001', { answers: 'private', quotes: 1 })
  await talk.restart({ state })
  const answer = await talk.use('ask', { question: 'What is the harbour?' })
  expect(answer.visibleTo).toBe(ada.id)
  expect(customIds(answer).get('context')).toHaveLength(1)
  const open = await talk.use('ask', { question: 'What is the harbour?', private: false, quotes: 3 })
  expect(open.visibleTo).toBeNull()
  await state.settings.change('1000000000000000001', { channels: ['100000000000000099'] })
  await talk.restart({ state })
  const refused = await talk.use('ask', { question: 'What is the harbour?' })
  expect(refused.visibleTo).toBe(ada.id)
  expect(shownText(refused)).toContain('<#100000000000000099>')
  expect(shownText(await talk.use('help'))).toContain('/ask')
})

const lighthouse = fakeQuoth({ sources: [plainSource({ id: 'light', text: 'Rose keeps the lighthouse.' })] })
const guild = '1000000000000000001'

test('whoever has left the server is told nothing of its library', async () => {
  let library = fakeQuoth({ sources })
  const state = await memoryState()
  await talk.restart({ state, libraryOf: () => library })
  const silent = await talk.use('ask', { question: 'Who keeps the lighthouse?', private: true })
  await talk.press(silent, 'tell-me').answered()
  talk.loopback.leave(ada.id, guild)
  library = lighthouse
  talk.bot().libraryChanged()
  await expect.poll(() => state.waiting.list()).toEqual([])
  expect(talk.loopback.messages().filter(({ content }) => content.includes('Rose'))).toEqual([])
})

test('where Quoth is not to answer any more, nobody is told in the open and no form is answered', async () => {
  let library = fakeQuoth({ sources })
  const state = await memoryState()
  await talk.restart({ state, libraryOf: () => library })
  const silent = await talk.use('ask', { question: 'Who keeps the lighthouse?' })
  await talk.press(silent, 'tell-me').answered()
  const rephrase = talk.press(silent, 'rephrase')
  await rephrase.opened()
  await state.settings.change(guild, { channels: ['100000000000000099'] })
  await talk.restart({ state, libraryOf: () => library })
  const refused = await talk.loopback.submitModal(rephrase.id, { question: 'harbour?' }).answered()
  expect(refused.visibleTo).toBe(ada.id)
  expect(shownText(refused)).toContain('<#100000000000000099>')
  library = lighthouse
  talk.bot().libraryChanged()
  const told = () => talk.loopback.messages().find(({ content }) => content.includes('> Rose'))
  await expect.poll(told).toBeDefined()
  expect(talk.loopback.channels.find(({ id }) => id === told()?.channel)?.guild).toBeNull()
})

test('a follow-up is waited for with what it followed', async () => {
  const state = await memoryState()
  const quoth = fakeQuoth({ sources })
  const ask: typeof quoth.ask = async (question, options) => {
    const answer = await quoth.ask(question, options)
    return options?.followsUp ? { ...answer, earlier: [{ text: 'What is the harbour?', isPrivate: false }] } : answer
  }
  await talk.restart({ state, libraryOf: () => ({ ...quoth, ask }) })
  const silent = await talk.use('ask', { question: 'quantum warranty?', 'follow-up': true })
  await talk.press(silent, 'tell-me').answered()
  expect(await state.waiting.list()).toMatchObject([
    { question: 'quantum warranty?', earlier: ['What is the harbour?'] },
  ])
})
