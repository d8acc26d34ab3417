import { DiscordAPIError, type Interaction } from 'discord.js'
import { expect, test } from 'vitest'
import { translatorFor } from '../../../src/i18n/say.ts'
import type { HandledInteraction } from '../../../src/observability/interactions.ts'
import { createLog } from '../../../src/observability/log.ts'
import { deliver } from '../../../src/surfaces/discord/gateway/deliver.ts'
import type { Responder } from '../../../src/surfaces/discord/gateway/responder.ts'
import { isTransient, withRetries } from '../../../src/surfaces/discord/gateway/retry.ts'
import { createHandler } from '../../../src/surfaces/discord/handler.ts'
import { createLimiter } from '../../../src/surfaces/discord/limiter.ts'
import { noticeMessage } from '../../../src/surfaces/discord/message/notice.ts'
import type { OutgoingMessage } from '../../../src/surfaces/discord/message/view.ts'
import type { Services } from '../../../src/surfaces/discord/services.ts'
import { createSettingsReader, createUsesReader } from '../../../src/surfaces/discord/settings-reader.ts'
import { allCommands, shownText } from '../../support/discord-bot.ts'
import { fakeCurator, noData } from '../../support/fake-curator.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { memoryState } from '../../support/memory-state.ts'

const asked = { id: '1', token: 't', applicationId: '2', receivedAt: 0 }
const message = noticeMessage('Whole')
const refusal = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'PATCH', 'https://x', { files: undefined, body: {} })

/** A responder whose edits fail with these errors, one after the other. */
const failing = (...errors: readonly Error[]) => {
  const waiting = [...errors]
  const msg: string[] = []
  const t = (how: string) => async (_: unknown, message: OutgoingMessage) => {
    msg.push(`${how} ${shownText(message).split('\n')[0]}`)
    const error = waiting.shift()
    if (error !== undefined) throw error
  }
  const responder: Responder = {
    acknowledge: async (_, how) => {
      msg.push(`acknowledge ${how}`)
      return 'acknowledged'
    },
    openForm: async () => 'acknowledged',
    edit: t('edit'),
    tellAsker: t('ephemeral'),
    tellAll: t('public'),
    suggest: async () => {},
  }
  return { responder, msg }
}
const quiet = createLog({ level: 'silent' })
const asNew = { t: translatorFor('en'), log: quiet, isChange: false }

test('where the channel or the permission is gone, the asker alone is told, once', async () => {
  for (const code of [10003, 10008, 50001, 50013]) {
    const { responder, msg } = failing(refusal(code, 403), refusal(code, 403))
    await deliver(responder, asked, message, asNew)
    expect(msg).toEqual(['edit Whole', 'ephemeral Whole'])
  }
})

test('a message that Discord refuses gives way to a line with an incident id', async () => {
  const { responder, msg } = failing(refusal(50035, 400))
  await deliver(responder, asked, message, asNew)
  expect(msg).toEqual(['edit Whole', expect.stringMatching(/^edit Something went wrong/)])
})

test('where a reply is there already, a refused change leaves it, and the asker is told beside it', async () => {
  const { responder, msg } = failing(refusal(50035, 400))
  expect(await deliver(responder, asked, message, { ...asNew, isChange: true })).toBe(false)
  expect(msg).toEqual(['edit Whole', expect.stringMatching(/^ephemeral Something went wrong/)])
})

test('a message that is too large for Discord gives way to a line as well', async () => {
  const { responder, msg } = failing(refusal(40005, 413))
  expect(await deliver(responder, asked, message, asNew)).toBe(false)
  expect(msg).toEqual(['edit Whole', expect.stringMatching(/^edit Something went wrong/)])
})

test('an expired token ends the matter', async () => {
  const { responder, msg } = failing(refusal(10015, 404))
  await deliver(responder, asked, message, asNew)
  expect(msg).toEqual(['edit Whole'])
})

test('an interaction that arrives twice is answered once', async () => {
  const { responder, msg } = failing()
  const state = await memoryState()
  const services: Services = {
    commands: allCommands,
    libraryOf: () => fakeQuoth(),
    curatorFor: () => fakeCurator,
    dataOf: () => ({ kept: noData, forget: async () => {} }),
    state,
    settings: createSettingsReader(state.settings, quiet),
    uses: createUsesReader(state.uses, quiet),
    limiter: createLimiter({ count: 9, seconds: 9 }),
    log: quiet,
    now: Date.now,
  }
  const told: HandledInteraction[] = []
  const handler = createHandler(services, { responder, tell: (handled) => void told.push(handled) })
  const interaction = {
    id: '1',
    commandName: 'help',
    user: { id: '3' },
    guildId: null,
    channelId: '4',
    channel: null,
    locale: 'en-GB',
    guildLocale: null,
    memberPermissions: null,
    options: { data: [] },
    isAutocomplete: () => false,
    isChatInputCommand: () => true,
    isMessageComponent: () => false,
    isMessageContextMenuCommand: () => false,
    isModalSubmit: () => false,
  } as unknown as Interaction
  handler.take(interaction)
  handler.take(interaction)
  await handler.drain(1000)
  expect(msg).toEqual(['acknowledge private', 'edit ### Quoth answers in the words of the library'])
  expect(told).toMatchObject([{ kind: 'command', action: 'help', guild: null, outcome: 'answered' }])
})

test('a request is tried again while it may yet succeed, and no longer than its deadline', async () => {
  const signal = new AbortController().signal
  const limits = { deadline: performance.now() + 700, each: 100, signal }
  const waits: number[] = []
  const attempt = async () => {
    waits.push(performance.now())
    throw Object.assign(new Error('cut'), { code: 'UND_ERR_SOCKET' })
  }
  await expect(withRetries(attempt, limits)).rejects.toThrow('cut')
  expect(waits).toHaveLength(2)
  expect((waits[1] ?? 0) - (waits[0] ?? 0)).toBeGreaterThanOrEqual(249)
})

test('what Discord refuses, and what is our own mistake, is not tried again', () => {
  expect(isTransient(refusal(50035, 400))).toBe(false)
  expect(isTransient(new TypeError('undefined is not a function'))).toBe(false)
  expect(
    isTransient(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) })),
  ).toBe(true)
})
