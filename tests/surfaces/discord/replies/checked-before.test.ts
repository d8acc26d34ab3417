import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LoopbackMessage } from '../../../../packages/preview/src/loopback/message.ts'
import type { Quoth } from '../../../../src/quoth.ts'
import { customIds, shownText } from '../../../support/discord-bot.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { memoryState } from '../../../support/memory-state.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { ada, ben, type Conversation, idOf, startConversation, tamper } from '../../../support/pressing.ts'

const guild = '1000000000000000001'
const elsewhere = '100000000000000099'
const days = (...names: readonly string[]): Quoth =>
  fakeQuoth({
    sources: names.map((name) =>
      plainSource({ id: name, text: `The tide of ${name} is high.\n\nThe tide of ${name} is low.` }),
    ),
  })
const question = 'When is the tide high?'

let talk: Conversation
let library: Quoth
beforeEach(async () => {
  library = days('one', 'two')
  talk = await startConversation({ libraryOf: () => library })
})
afterEach(() => talk.close())

const ask = (values: object = {}) => talk.use('ask', { question, ...values })
const open = (): readonly LoopbackMessage[] => talk.loopback.messages().filter(({ visibleTo }) => visibleTo === null)

describe('a private answer is shared only as it was given', () => {
  const given = { quotes: 2, private: true }
  test.each([
    ['a quote has gone', () => fakeQuoth({ sources: [plainSource({ id: 'one', text: 'The tide of one is high.' })] })],
    [
      'another quote took the place of the last',
      () => {
        const changed = plainSource({ id: 'one', text: 'The tide of one is high.\n\nThe tides of one are low.' })
        return fakeQuoth({ sources: [changed] })
      },
    ],
    [
      'the quotes come in another order',
      () => {
        const quoth = days('one')
        const ask: Quoth['ask'] = async (...asked) => {
          const answer = await quoth.ask(...asked)
          return answer.kind === 'silent' ? answer : { ...answer, quotes: [...answer.quotes].reverse() }
        }
        return { ...quoth, ask }
      },
    ],
    [
      'another quote came behind',
      () => {
        const quoth = days('one', 'two')
        return { ...quoth, ask: (asked, options) => quoth.ask(asked, { ...options, quotes: 3 }) } satisfies Quoth
      },
    ],
    ['there is none any more', () => fakeQuoth({ sources: [plainSource({ text: 'Nothing.' })] })],
  ])('and not where %s', async (_, since) => {
    library = days('one')
    const answer = await ask(given)
    library = since()
    const [told] = await talk.press(answer, 'share').followedUp()
    expect(told?.visibleTo).toBe(ada.id)
    expect(shownText(told ?? answer)).toContain('the library has changed')
    expect(open()).toEqual([])
    // Nothing was noted: once the library says it again, it can be shared.
    library = days('one')
    const [shared] = await talk.press(answer, 'share').followedUp()
    expect(shared?.visibleTo).toBeNull()
  })

  test('and not where Quoth does not answer any more', async () => {
    const state = await memoryState()
    await talk.restart({ state })
    const answer = await ask(given)
    await state.settings.change(guild, { channels: [elsewhere] })
    await talk.restart({ state })
    const [told] = await talk.press(answer, 'share').followedUp()
    expect(told?.visibleTo).toBe(ada.id)
    expect(shownText(told ?? answer)).toContain('no longer answers in this channel')
    expect(open()).toEqual([])
  })

  test('and not by somebody else, whatever they press of it', async () => {
    const answer = await ask(given)
    const own = await talk.use('ask', { question, private: true }, { user: ben.id })
    const [first = ''] = [...customIds(own).values()].flat()
    let at = first
    for (const id of [...customIds(answer).values()].flat()) {
      tamper(own.components, at, id)
      at = id
      const told = await talk.loopback.click(own.id, id, { user: ben.id }).answered()
      expect(told.visibleTo).toBe(ben.id)
      expect(shownText(told)).toContain('Only the person who asked')
    }
    expect(open()).toEqual([])
  })

  test('and an open one not again, though somebody makes up the button', async () => {
    const answer = await ask()
    const id = idOf(answer, 'copy')
    const madeUp = id.replace('copy', 'share')
    tamper(answer.components, id, madeUp)
    const told = await talk.loopback.click(answer.id, madeUp, { user: ada.id }).answered()
    expect(told.visibleTo).toBe(ada.id)
    expect(shownText(told)).toContain('expired')
    expect(open()).toHaveLength(1)
  })
})

describe('what searches is counted before it is worked on', () => {
  const limit = (count: number) => talk.restart({ askLimit: { count, seconds: 3600 } })
  const searches = () => {
    const quoth = library
    let count = 0
    library = {
      ...quoth,
      ask: (...asked) => {
        count += 1
        return quoth.ask(...asked)
      },
      summarise: (...asked) => {
        count += 1
        return quoth.summarise(...asked)
      },
    }
    return () => count
  }

  test('also where it then fails', async () => {
    await limit(1)
    await ask({ source: 'no such source' })
    const count = searches()
    expect(shownText(await ask())).toContain('Please wait')
    expect(count()).toBe(0)
  })

  test('but not where its arguments are refused, nor where Quoth does not answer', async () => {
    const state = await memoryState()
    await state.settings.change(guild, { channels: [elsewhere] })
    await talk.restart({ state, askLimit: { count: 1, seconds: 3600 } })
    expect(shownText(await ask())).toContain(`<#${elsewhere}>`)
    await state.settings.change(guild, { channels: [] })
    await limit(1)
    expect(shownText(await talk.use('ask', { question: ' ' }))).toContain('is empty')
    expect(shownText(await ask())).toContain('The tide of one is high.')
  })

  test.each([
    ['more quotes', 'more'],
    ['sharing', 'share'],
  ])('%s of a private answer, of which nothing is shown to anybody where there were too many', async (_, action) => {
    await limit(1)
    const answer = await ask({ private: true, quotes: 1 })
    const count = searches()
    const pressed = talk.press(answer, action)
    const told = action === 'share' ? (await pressed.followedUp())[0] : await pressed.answered()
    expect(told?.visibleTo).toBe(ada.id)
    expect(shownText(told ?? answer)).toContain('Please wait')
    expect([count(), open().length]).toEqual([0, 0])
  })

  test('a summary that is to be longer, which stays as it is where there were too many', async () => {
    await limit(1)
    const summary = await talk.use('summarise', { source: 'one', sentences: 1 })
    const count = searches()
    const [told] = await talk.press(summary, 'longer').followedUp()
    expect(told?.visibleTo).toBe(ada.id)
    expect(shownText(told ?? summary)).toContain('Please wait')
    expect(count()).toBe(0)
    expect(talk.loopback.messages().find(({ id }) => id === summary.id)).toEqual(summary)
  })

  test('a question in other words, whose refusal only the asker sees', async () => {
    await limit(1)
    const silent = await talk.use('ask', { question: 'quantum warranty' })
    const rephrase = talk.press(silent, 'rephrase')
    await rephrase.opened()
    const count = searches()
    const told = await talk.loopback.submitModal(rephrase.id, { question }).answered()
    expect(told.visibleTo).toBe(ada.id)
    expect(shownText(told)).toContain('Please wait')
    expect(count()).toBe(0)
  })

  test('of each person by themselves', async () => {
    await limit(1)
    await ask()
    expect(shownText(await talk.use('ask', { question }, { user: ben.id }))).toContain('The tide of one is high.')
    const refused = await talk.use('ask', { question }, { user: ben.id })
    expect(refused.visibleTo).toBe(ben.id)
  })
})

test.each([
  ['another server', { guild: '1000000000000000099' }],
  ['no server', { guild: null }],
  ['another channel', { channel: elsewhere }],
  ['more than a day ago', { at: Date.now() - 24 * 60 * 60_000 - 1000 }],
])('nothing is done about a reply that was kept as one of %s', async (_, other) => {
  const state = await memoryState()
  await talk.restart({ state })
  const answer = await ask({ private: true })
  const id = idOf(answer, 'share').split(':')[2] ?? ''
  const kept = await state.replies.get(id)
  if (kept === undefined) throw new Error('the reply was not kept')
  await state.replies.put({ ...kept, ...other })
  const told = await talk.press(answer, 'share').answered()
  expect(told.visibleTo).toBe(ada.id)
  expect(shownText(told)).toContain('expired')
  expect(open()).toEqual([])
})

test('what only the presser sees is kept as private', async () => {
  const state = await memoryState()
  await talk.restart({ state })
  const more = await talk.press(await ask({ quotes: 1 }), 'more').answered()
  expect(more.visibleTo).toBe(ada.id)
  const kept = await state.replies.get(idOf(more, 'context').split(':')[2] ?? '')
  expect(JSON.parse(kept?.content ?? '{}')).toMatchObject({ isPrivate: true })
})

test('the log tells a silence from an answer', async () => {
  await ask()
  await talk.use('ask', { question: 'quantum warranty' })
  const outcomes = (outcome: string) => talk.logged().filter((line) => line.includes(`"outcome":"${outcome}"`))
  await expect.poll(() => [outcomes('answered').length, outcomes('silent').length]).toEqual([1, 1])
})
