import { InteractionResponseType } from 'discord-api-types/v10'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoopbackMessage } from '../../../../packages/preview/src/loopback/message.ts'
import type { FollowedInteraction } from '../../../../packages/preview/src/loopback/moderating.ts'
import { buttonActions } from '../../../../src/surfaces/discord/replies/buttons.ts'
import { customIds, shownText } from '../../../support/discord-bot.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { memoryState } from '../../../support/memory-state.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { ada, ben, type Conversation, startConversation, tamper } from '../../../support/pressing.ts'

const sources = Array.from({ length: 12 }, (_, at) =>
  plainSource({
    id: `day-${at + 1}`,
    text: Array.from({ length: 6 }, (_, hour) => `The tide of hour ${hour + 1} is high.`).join('\n\n'),
  }),
)
const elsewhere = { id: '100000000000000041', name: 'elsewhere', guild: '1000000000000000001' }
const usual = { id: '1000000000000000002', name: 'general', guild: '1000000000000000001' }

let talk: Conversation
let state: Awaited<ReturnType<typeof memoryState>>
beforeAll(async () => {
  state = await memoryState()
  const options = { quoth: fakeQuoth({ sources }), state, askLimit: { count: 100_000, seconds: 1 } }
  talk = await startConversation(options, { channels: [usual, elsewhere] })
})
afterAll(() => talk.close())

const replies: readonly (readonly [string, () => Promise<LoopbackMessage>])[] = [
  ['an answer', () => talk.use('ask', { question: 'When is the tide high?' })],
  ['a private answer', () => talk.use('ask', { question: 'When is the tide high?', private: true })],
  ['a silence', () => talk.use('ask', { question: 'quantum warranty' })],
  ['a summary', () => talk.use('summarise', { source: 'day-1' })],
  ['a list', () => talk.use('sources', {}, { subcommand: 'list' })],
]

/** How many presses are over, of those whose end was logged from a line on. */
const handledSince = (line: number): number =>
  talk
    .logged()
    .slice(line)
    .filter((entry) => /"kind":"(?:button|menu|form)".*"Handled"/.test(entry)).length

/** Presses the first button of a message as if it had this custom id, and waits until all that comes of it is over. */
const pressAs = async (message: LoopbackMessage, id: string, user: string = ada.id): Promise<FollowedInteraction> => {
  const current = talk.loopback.messages().find((each) => each.id === message.id) ?? message
  const [first = ''] = [...customIds(current).values()].flat()
  tamper(current.components, first, id)
  const before = talk.logged().length
  const pressed = talk.loopback.click(message.id, id, { user })
  await expect.poll(() => handledSince(before)).toBe(1)
  tamper(current.components, id, first)
  return pressed
}

/** A message whose first component is a button, for ids of all kinds to be put into. */
const carrier = () => talk.use('ask', { question: 'When is the tide high?' })

const replyIn = (message: LoopbackMessage): string => [...customIds(message).values()].flat()[0]?.split(':')[2] ?? ''

describe.each(replies)('a custom id of %s', (_, make) => {
  it.each(buttonActions)(
    'for %s, whether it fits or not, is no defect and never answers beyond the asker',
    async (action) => {
      const message = await make()
      for (const n of [0, 77, 999_999_999]) {
        // A new one each time: what is done may take its place.
        const own = await carrier()
        const errors = talk.logged().filter((line) => /"level":(?:50|60)/.test(line)).length
        const pressed = await pressAs(own, `q1:${action}:${replyIn(message)}:${n}`)
        expect(talk.logged().filter((line) => /"level":(?:50|60)/.test(line))).toHaveLength(errors)
        const { type } = await pressed.acknowledged()
        if (type !== InteractionResponseType.DeferredChannelMessageWithSource) continue
        expect(pressed.original()?.visibleTo).toBe(ada.id)
      }
    },
  )
})

describe('one private line is all that is said', () => {
  const told = async (pressed: FollowedInteraction, user: string): Promise<string> => {
    const message = await pressed.answered()
    expect(message.visibleTo).toBe(user)
    expect(message.components).toEqual([])
    expect(shownText(message).split('\n')).toHaveLength(1)
    return shownText(message)
  }

  it('of an id from another channel of the same guild', async () => {
    const there = await talk.use('ask', { question: 'When is the tide high?' }, { channel: elsewhere.id })
    for (const id of [...customIds(there).values()].flat())
      expect(await told(await pressAs(await carrier(), id), ada.id)).toContain('expired')
  })

  it('of an id from a direct message', async () => {
    const direct = talk.loopback.channels.find(({ guild }) => guild === null)?.id ?? ''
    const there = await talk.use('ask', { question: 'When is the tide high?' }, { channel: direct })
    for (const id of [...customIds(there).values()].flat())
      expect(await told(await pressAs(await carrier(), id), ada.id)).toContain('expired')
  })

  it.each(replies.filter(([name]) => !/private|list/.test(name)))('to others who press on %s', async (_, make) => {
    const message = await make()
    const own = await carrier()
    for (const action of buttonActions)
      expect(await told(await pressAs(own, `q1:${action}:${replyIn(message)}:0`, ben.id), ben.id)).toContain(
        'Only the person who asked',
      )
  })

  it.each([
    '',
    'q1',
    'q1:::',
    'q1:context::0',
    'q1:context:AAAAAAAAAAAAAAAA:-1',
    'q1:context:AAAAAAAAAAAAAAAA:1e3',
    'q1:context:AAAAAAAAAAAAAAAA:0:0',
    'q1:constructor:AAAAAAAAAAAAAAAA:0',
    'q1:__proto__:AAAAAAAAAAAAAAAA:0',
    "q1:context:' OR 1=1 --AAAAA:0",
    'q1:context:\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0000:0',
    'q2:context:AAAAAAAAAAAAAAAA:0',
    '@everyone <@1> [x](https://example.org)',
    '🙂'.repeat(50),
  ])('of the made-up id “%s”', async (id) => {
    expect(await told(await pressAs(await carrier(), id), ada.id)).toContain('expired')
  })

  it('of replies that were forgotten, or kept otherwise by another Quoth', async () => {
    const place = { user: ada.id, guild: usual.guild, channel: usual.id, at: Date.now() }
    const kinds = [
      '',
      'null',
      '{}',
      '[]',
      '{"request":{}}',
      '{"request":1,"given":[]',
      `{"given":["${'x'.repeat(10_000)}"]}`,
    ]
    const old = await carrier()
    for (const [at, content] of kinds.entries()) {
      await state.replies.put({ ...place, id: `forged-reply-${at}`, content })
      for (const action of buttonActions)
        expect(await told(await pressAs(old, `q1:${action}:forged-reply-${at}:0`), ada.id)).toContain('expired')
    }
    const [id = ''] = [...customIds(old).values()].flat()
    const kept = await state.replies.get(replyIn(old))
    if (kept === undefined) throw new Error('the reply was not kept')
    await state.replies.put({ ...kept, at: Date.now() - 24 * 60 * 60_000 })
    expect(await told(await pressAs(old, id), ada.id)).toContain('expired')
  })
})
