import { PermissionFlagsBits } from 'discord.js'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customIds, shownText } from '../../../support/discord-bot.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { memoryState } from '../../../support/memory-state.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { ada, ben, type Conversation, idOf, startConversation, tamper } from '../../../support/pressing.ts'

const tides = plainSource({
  id: 'tides',
  text: Array.from(
    { length: 12 },
    (_, n) => `The tide of day ${n + 1} is high.\n\nNothing happened on day ${n + 1}.`,
  ).join('\n\n'),
})
const quoth = fakeQuoth({ sources: [tides] })

let talk: Conversation
beforeEach(async () => {
  talk = await startConversation({ quoth })
})
afterEach(() => talk.close())

const question = 'When is the tide high?'
const ask = (values: object = {}) => talk.use('ask', { question, ...values })

test('each quote has its context, for the asker alone, and arrows lead through the source and stop at its ends', async () => {
  const answer = await ask()
  const context = await talk.press(answer, 'context', 1).answered()
  expect(context.visibleTo).toBe(ada.id)
  const text = shownText(context)
  expect(text).toContain('Nothing happened on day 1.')
  expect(text).toContain('The tide of day 2 is high.')
  expect(text).toContain('Nothing happened on day 2.')
  expect(customIds(context).get('go')).toHaveLength(2)
  const later = await talk.change(context, 'go', 1)
  expect(later.id).toBe(context.id)
  expect(shownText(later)).toContain('Paragraphs 3 to 5 of 24')
  expect(shownText(later)).not.toContain('Nothing happened on day 1.')
  let at = later
  for (let n = 0; (customIds(at).get('go') ?? []).length === 2; n++) {
    if (n > 40) throw new Error('the arrows lead nowhere')
    at = await talk.change(at, 'go', 1)
  }
  expect(shownText(at)).toContain('Nothing happened on day 12.')
})

test('more quotes are those that are not shown yet, for the asker alone; behind the last one there are none', async () => {
  const answer = await ask({ quotes: 2 })
  const more = await talk.press(answer, 'more').answered()
  expect(more.visibleTo).toBe(ada.id)
  expect(shownText(more)).toContain('The tide of day 3 is high.')
  expect(shownText(more)).not.toContain('The tide of day 2 is high.')
  const context = await talk.press(more, 'context', 0).answered()
  expect(shownText(context)).toContain('The tide of day 3 is high.')
})

test('more quotes are offered only where there are some, and if they have gone since, that is said', async () => {
  let current = fakeQuoth()
  await talk.restart({ libraryOf: () => current })
  expect(customIds(await talk.use('ask', { question: 'When does the tide rise?' })).has('more')).toBe(false)
  current = quoth
  const answer = await ask()
  current = fakeQuoth()
  expect(shownText(await talk.press(answer, 'more').answered())).toContain('no more quotes')
})

test('the copy is a text file of the bare quotes with their citations', async () => {
  await talk.close()
  const text = 'He said: *never* <@1> `code` _again_ about the tide.'
  talk = await startConversation({ quoth: fakeQuoth({ sources: [plainSource({ id: 'marks', text })] }) })
  const copy = await talk.press(await talk.use('ask', { question: 'tide' }), 'copy').answered()
  expect(copy.visibleTo).toBe(ada.id)
  const [file] = copy.attachments
  expect(file?.filename).toBe('quoth.txt')
  expect(new TextDecoder().decode(file?.bytes)).toMatch(
    /^He said: \*never\* <@1> `code` _again_ about the tide\.\n\n.+ \(q[\w-]+\)\n$/,
  )
  expect(copy.pings).toEqual([])
})

test('a private answer is shared once, in public, and says what it said', async () => {
  const answer = await ask({ private: true })
  const pressed = talk.press(answer, 'share')
  const [shared] = await pressed.followedUp()
  expect(shared?.visibleTo).toBeNull()
  expect(shownText(shared ?? answer)).toContain('The tide of day 1 is high.')
  expect(customIds(shared ?? answer).has('share')).toBe(false)
  // The button is gone; a press that was on its way is told so.
  await expect
    .poll(() => customIds(talk.loopback.messages().find(({ id }) => id === answer.id) ?? answer).has('share'))
    .toBe(false)
})

test('nothing is shared for somebody who may not write in the channel', async () => {
  await talk.close()
  const permissions = String(PermissionFlagsBits.ViewChannel | PermissionFlagsBits.UseApplicationCommands)
  talk = await startConversation({}, { users: [{ ...ada, permissions }] })
  const answer = await ask({ private: true })
  const [told, ...others] = await talk.press(answer, 'share').followedUp()
  expect(told?.visibleTo).toBe(ada.id)
  expect(shownText(told ?? answer)).toContain('you may not write in this channel')
  expect(others).toEqual([])
})

test('two presses on share at once share once', async () => {
  const answer = await ask({ private: true })
  const presses = [talk.press(answer, 'share'), talk.press(answer, 'share')]
  const followed = (await Promise.all(presses.map((pressed) => pressed.followedUp()))).flat()
  expect(followed.filter(({ visibleTo }) => visibleTo === null)).toHaveLength(1)
  expect(
    followed
      .filter(({ visibleTo }) => visibleTo === ada.id)
      .map(shownText)
      .join(),
  ).toContain('already been shared')
})

test('what a restart kept from being shared can be shared after it', async () => {
  const state = await memoryState()
  let isSlow = false
  const waiting: (() => void)[] = []
  const put: typeof state.replies.put = async (reply) => {
    if (isSlow) await new Promise<void>((resolve) => waiting.push(resolve))
    await state.replies.put(reply)
  }
  await talk.restart({ state: { ...state, replies: { ...state.replies, put } }, graceMs: 2000 })
  const answer = await ask({ private: true })
  isSlow = true
  const interrupted = talk.press(answer, 'share').followedUp()
  await expect.poll(() => waiting.length).toBe(1)
  const restarted = talk.restart({ state })
  expect((await interrupted).map(shownText).join()).toContain('Quoth is restarting')
  isSlow = false
  for (const resolve of waiting) resolve()
  await restarted
  const [shared] = await talk.press(answer, 'share').followedUp()
  expect(shared?.visibleTo).toBeNull()
})

test('nothing is shared when the library says something else by now', async () => {
  let current = quoth
  await talk.restart({ libraryOf: () => current })
  const answer = await ask({ private: true })
  current = fakeQuoth({ sources: [plainSource({ id: 'tides', text: 'The tide is another one now.' })] })
  const [told] = await talk.press(answer, 'share').followedUp()
  expect(told?.visibleTo).toBe(ada.id)
  expect(shownText(told ?? answer)).toContain('the library has changed')
  expect(talk.loopback.messages().filter(({ visibleTo }) => visibleTo === null)).toEqual([])
})

test('an answer is judged, and the verdict is kept with the question and its quotes', async () => {
  const state = await memoryState()
  await talk.restart({ state })
  const answer = await ask()
  const thanks = await talk.press(answer, 'helpful').answered()
  expect(thanks.visibleTo).toBe(ada.id)
  expect(await state.feedback.list()).toMatchObject([
    { question, isHelpful: true, quotes: [{ exact: 'The tide of day 1 is high.' }, {}, {}] },
  ])
  await talk.press(answer, 'unhelpful').answered()
  expect(await state.feedback.list()).toMatchObject([{ isHelpful: false }])
})

test.each([
  ['of somebody else', 'Only the person who asked', (id: string) => id, ben.id],
  ['that was made up', 'expired', (id: string) => id.replace(/[\w-]{16}:/, 'AAAAAAAAAAAAAAAA:'), ada.id],
  ['of another layout', 'expired', () => 'q0:context:1', ada.id],
  ['with an unknown deed', 'expired', (id: string) => id.replace('context', 'delete'), ada.id],
  ['with a quote that there is not', 'expired', (id: string) => id.replace(/\d+$/, '77'), ada.id],
])('a button %s gets one private line that says what to do', async (_, says, change, user) => {
  const answer = await ask()
  const id = idOf(answer, 'context')
  tamper(answer.components, id, change(id))
  const told = await talk.loopback.click(answer.id, change(id), { user }).answered()
  expect(told.visibleTo).toBe(user)
  expect(shownText(told).split('\n')).toHaveLength(1)
  expect(shownText(told)).toContain(says)
})

test('buttons respond for a day, also after a restart, and then say that they have expired', async () => {
  const state = await memoryState()
  await talk.restart({ state })
  const answer = await ask()
  await talk.restart({ state })
  expect(shownText(await talk.press(answer, 'context').answered())).toContain('The tide of day 1 is high.')
  await state.replies.forgetBefore(Date.now() + 1000)
  expect(shownText(await talk.press(answer, 'context').answered())).toContain('expired')
})

test.each([
  ['cannot be kept', () => Promise.reject(new Error('disk'))],
  ['takes too long to be kept', () => new Promise<void>(() => {})],
])('a reply that %s is shown all the same, without buttons', async (_, put) => {
  const state = await memoryState()
  await talk.restart({ state: { ...state, replies: { ...state.replies, put } } })
  const answer = await ask()
  expect(shownText(answer)).toContain('The tide of day 1 is high.')
  expect(customIds(answer).size).toBe(0)
})
