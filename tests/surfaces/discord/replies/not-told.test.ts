import { setTimeout as sleep } from 'node:timers/promises'
import type { REST } from 'discord.js'
import { afterEach, expect, test } from 'vitest'
import { QuothError } from '../../../../src/domain/error.ts'
import { createLog } from '../../../../src/observability/log.ts'
import type { Quoth } from '../../../../src/quoth.ts'
import { createAnnouncer } from '../../../../src/surfaces/discord/replies/announcer.ts'
import type { Services } from '../../../../src/surfaces/discord/services.ts'
import { createSettingsReader } from '../../../../src/surfaces/discord/settings-reader.ts'
import { shownText } from '../../../support/discord-bot.ts'
import { fakeQuoth } from '../../../support/fake-quoth.ts'
import { waitingFor } from '../../../support/kept-state.ts'
import { memoryState } from '../../../support/memory-state.ts'
import { plainSource } from '../../../support/plain-source.ts'
import { ada, type Conversation, startConversation } from '../../../support/pressing.ts'

let talk: Conversation | undefined
afterEach(async () => {
  await talk?.close()
  talk = undefined
})

const silent = fakeQuoth({ sources: [plainSource({ text: 'Nothing.' })] })
const refusing: Quoth = { ...silent, ask: () => Promise.reject(new QuothError('unknown-source', 'It is gone.')) }

test.each([
  ['is as silent as before', silent],
  ['has the one source no more that was asked', refusing],
])('nobody is told, and everybody waits on, while the library %s', async (_, library) => {
  const state = await memoryState()
  await state.waiting.add(waitingFor('w1'), 9)
  const lines: string[] = []
  const log = createLog({ write: (line) => void lines.push(line) })
  const asked: string[] = []
  const ask: Quoth['ask'] = async (question, options) => {
    asked.push(question)
    return library.ask(question, options)
  }
  const posted: unknown[] = []
  const rest = { post: async (...sent: unknown[]) => void posted.push(sent), get: async () => ({}) } as unknown as REST
  const settings = createSettingsReader(state.settings, log)
  const services = { libraryOf: () => ({ ...library, ask }), state, settings, log } as unknown as Services
  const announcer = createAnnouncer(services, rest, new AbortController().signal)
  announcer.libraryChanged()
  await expect.poll(() => asked.length).toBe(1)
  await sleep(50)
  await announcer.close()
  expect(posted).toEqual([])
  expect(await state.waiting.list()).toHaveLength(1)
  expect(lines).toEqual([])
})

test('what could not be shared counts as not shared: the presser is told, and can try again', async () => {
  talk = await startConversation({ quoth: fakeQuoth({ sources: [plainSource({ text: 'The tide is high.' })] }) })
  const answer = await talk.use('ask', { question: 'When is the tide high?', private: true })
  talk.loopback.failNext({ route: 'follow-up', status: 500 })
  const [told] = await talk.press(answer, 'share').followedUp()
  expect(told?.visibleTo).toBe(ada.id)
  expect(shownText(told ?? answer)).toContain('may not have been shared')
  const [shared] = await talk.press(answer, 'share').followedUp()
  expect(shared?.visibleTo).toBeNull()
})
