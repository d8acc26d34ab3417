import { afterEach, beforeEach, expect, test } from 'vitest'
import type { State } from '../../../../src/state/port.ts'
import { shownText } from '../../../support/discord-bot.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { memoryState } from '../../../support/memory-state.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { ada, type Conversation, startConversation } from '../../../support/pressing.ts'

let talk: Conversation
let state: State
beforeEach(async () => {
  state = await memoryState()
  talk = await startConversation({ state, quoth: fakeQuoth({ sources: [plainSource({ text: 'The tide is high.' })] }) })
})
afterEach(() => talk.close())

test('what was asked in a direct message is waited for in private', async () => {
  const channel = talk.loopback.channelsOf(ada.id).find(({ guild }) => guild === null)?.id ?? ''
  const silent = await talk.use('ask', { question: 'quantum warranty?', private: false }, { channel })
  const told = await talk.press(silent, 'tell-me').answered()
  expect(shownText(told)).toContain('direct message')
  expect(await state.waiting.list()).toMatchObject([{ guild: null, channel, isPrivate: true }])
})

test('a direct message is answered whatever channels a server has set', async () => {
  await state.settings.change('1000000000000000001', { channels: ['100000000000000099'], answers: 'private' })
  const channel = talk.loopback.channelsOf(ada.id).find(({ guild }) => guild === null)?.id ?? ''
  const answer = await talk.use('ask', { question: 'When is the tide high?' }, { channel })
  expect(shownText(answer)).toContain('The tide is high.')
})
