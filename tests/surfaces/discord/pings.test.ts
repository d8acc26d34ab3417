import { type InternalRequest, type REST, Routes } from 'discord.js'
import { afterEach, describe, expect, test } from 'vitest'
import { messageStyles } from '../../../src/domain/guild-settings.ts'
import { createLog } from '../../../src/observability/log.ts'
import { createMetrics } from '../../../src/observability/metrics.ts'
import { createResponder } from '../../../src/surfaces/discord/gateway/responder.ts'
import { fileMessage, noticeMessage } from '../../../src/surfaces/discord/message/notice.ts'
import { createTeller } from '../../../src/surfaces/discord/replies/announcer.ts'
import type { Services } from '../../../src/surfaces/discord/services.ts'
import { createSettingsReader } from '../../../src/surfaces/discord/settings-reader.ts'
import { shownText } from '../../support/discord-bot.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { waitingFor } from '../../support/kept-state.ts'
import { memoryState } from '../../support/memory-state.ts'
import { plainSource } from '../../support/plain-source.ts'
import { ada, ben, type Conversation, nextChange, startConversation } from '../../support/pressing.ts'
import { answerWith } from '../../support/shown-answer.ts'

const signal = new AbortController().signal
const asked = { id: '1', token: 't', applicationId: '2', receivedAt: performance.now() }

describe('what is sent names those whom it may ping, so that Discord does not decide', () => {
  const notice = noticeMessage('Hello <@1>, @everyone')
  const cards = { ...notice, style: 'cards', content: '' } as const
  const ways = ['edit', 'tellAsker', 'tellAll'] as const

  test.each(ways)('nobody, where a reply is sent by “%s”', async (way) => {
    const bodies: unknown[] = []
    const queueRequest = async ({ body }: InternalRequest) => {
      bodies.push(body)
      return new Response('{}')
    }
    const responder = createResponder({ queueRequest } as unknown as REST, signal, createMetrics())
    const messages = [notice, cards, fileMessage('A file', 'its text')]
    for (const message of messages) await responder[way](asked, message)
    expect(bodies).toHaveLength(messages.length)
    for (const body of bodies) expect(body).toMatchObject({ allowed_mentions: { parse: [] } })
    for (const body of bodies)
      expect(Object.keys((body as { allowed_mentions: object }).allowed_mentions)).toEqual(['parse'])
  })

  test.each([
    ['in the channel', false, Routes.channelMessages('channel')],
    ['in a direct message', true, Routes.channelMessages('dm')],
  ])('the one who waited, where an answer is told %s', async (_, isPrivate, route) => {
    const sent = new Map<string, unknown>()
    const post = async (to: string, { body }: { readonly body: unknown }) => {
      sent.set(to, body)
      return { id: 'dm' }
    }
    const settings = createSettingsReader((await memoryState()).settings, createLog({ level: 'silent' }))
    const rest = { post, get: async () => ({}) } as unknown as REST
    const tell = createTeller({ settings } as Services, rest, signal)
    expect(await tell(waitingFor('w1', { isPrivate }), answerWith(['One.']))).toBe(true)
    expect(sent.get(route)).toMatchObject({ allowed_mentions: { parse: [], users: ['user'] } })
    // Sent again after a crash, it is the same message to Discord.
    expect(sent.get(route)).toMatchObject({ nonce: 'w1', enforce_nonce: true })
  })
})

describe('mentions in what people and documents say ping nobody', () => {
  let talk: Conversation | undefined
  afterEach(async () => {
    await talk?.close()
    talk = undefined
  })
  const mentions = `<@${ben.id}> <@&1000000000000000003> @everyone @here`
  const tides = plainSource({
    id: 'tides',
    text: Array.from({ length: 5 }, (_, n) => `${mentions}: the tide of day ${n + 1} is high.`).join('\n\n'),
  })

  test.each(messageStyles)('in a reply, beside it and when it is shared (%s)', async (style) => {
    const state = await memoryState()
    await state.settings.change('1000000000000000001', { style })
    talk = await startConversation({ state, quoth: fakeQuoth({ sources: [tides] }) })
    const answer = await talk.use('ask', { question: `${mentions} When is the tide high?`, private: true })
    const summary = await talk.use('summarise', { source: 'tides', sentences: 1 })
    const silent = await talk.use('ask', { question: `${mentions} quantum warranty` })
    const more = await talk.press(answer, 'more').answered()
    const context = await talk.press(answer, 'context').answered()
    const longer = await talk.change(summary, 'longer')
    const changed = nextChange(talk.loopback, answer.id)
    const [shared] = await talk.press(answer, 'share').followedUp()
    const messages = [answer, summary, silent, more, context, longer, shared, await changed]
    for (const message of messages) {
      expect(shownText(message ?? { components: [] })).toContain(ben.id)
      expect(message?.pings).toEqual([])
    }
  })

  test.each([
    ['where it was asked', false],
    ['directly', true],
  ])('in what is told later %s, but for the one who waited', async (_, isPrivate) => {
    let library = fakeQuoth({ sources: [plainSource({ text: 'Nothing.' })] })
    talk = await startConversation({ libraryOf: () => library })
    const question = `${mentions} Who keeps the lighthouse?`
    const silent = await talk.use('ask', { question, private: isPrivate })
    await talk.press(silent, 'tell-me').answered()
    const text = `${mentions}: Rose keeps the lighthouse.`
    library = fakeQuoth({ sources: [plainSource({ id: 'light', text })] })
    talk.bot().libraryChanged()
    const told = () => talk?.loopback.messages().find(({ content }) => content.includes('Rose keeps'))
    await expect.poll(told).toBeDefined()
    expect(told()?.content).toContain(ben.id)
    expect(told()?.pings).toEqual([`<@${ada.id}>`])
  })
})
