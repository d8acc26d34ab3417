import { DiscordAPIError, type Interaction } from 'discord.js'
import { expect, test } from 'vitest'
import { createLog } from '../../../src/observing/log.ts'
import { createHandler } from '../../../src/surfaces/discord/asking/handler.ts'
import { createLimiter } from '../../../src/surfaces/discord/asking/limiter.ts'
import { layOut } from '../../../src/surfaces/discord/messages/lay-out.ts'
import type { Message } from '../../../src/surfaces/discord/messages/message.ts'
import { deliver } from '../../../src/surfaces/discord/sending/deliver.ts'
import type { Responder } from '../../../src/surfaces/discord/sending/responder.ts'
import { isPassing, withRetries } from '../../../src/surfaces/discord/sending/retry.ts'
import { allCommands, shownText } from '../../support/discord-bot.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'

const asked = { id: '1', token: 't', applicationId: '2', receivedAt: 0 }
const view = {
  accent: 0,
  heading: 'Whole',
  intro: [],
  items: [],
  noun: ['line', 'lines'],
  layout: 'rows',
  closing: [],
} as const
const refusal = (code: number, status: number) =>
  new DiscordAPIError({ code, message: 'no' }, code, status, 'PATCH', 'https://x', { files: undefined, body: {} })

/** A responder whose edits fail with these errors, one after the other. */
const failing = (...errors: readonly Error[]) => {
  const waiting = [...errors]
  const said: string[] = []
  const say = (how: string) => async (_: unknown, message: Message) => {
    said.push(`${how} ${shownText(message).split('\n')[0]}`)
    const error = waiting.shift()
    if (error !== undefined) throw error
  }
  const responder: Responder = {
    defer: async () => {
      said.push('defer')
      return 'acknowledged'
    },
    edit: say('edit'),
    tellAsker: say('ephemeral'),
    suggest: async () => {},
  }
  return { responder, said }
}
const quiet = createLog({ level: 'silent' })

test('where the channel or the permission is gone, the asker alone is told, once', async () => {
  for (const code of [10003, 10008, 50001, 50013]) {
    const { responder, said } = failing(refusal(code, 403), refusal(code, 403))
    await deliver(responder, asked, layOut(view), quiet)
    expect(said).toEqual(['edit ### Whole', 'ephemeral ### Whole'])
  }
})

test('a message that Discord refuses gives way to a line with an incident id', async () => {
  const { responder, said } = failing(refusal(50035, 400))
  await deliver(responder, asked, layOut(view), quiet)
  expect(said).toEqual(['edit ### Whole', expect.stringMatching(/^edit Something went wrong/)])
})

test('an expired token ends the matter', async () => {
  const { responder, said } = failing(refusal(10015, 404))
  await deliver(responder, asked, layOut(view), quiet)
  expect(said).toEqual(['edit ### Whole'])
})

test('an interaction that arrives twice is answered once', async () => {
  const { responder, said } = failing()
  const context = { quoth: fakeQuoth(), commands: allCommands }
  const handler = createHandler({ context, limiter: createLimiter({ count: 9, seconds: 9 }), responder, log: quiet })
  const interaction = {
    id: '1',
    commandName: 'help',
    user: { id: '3' },
    options: { data: [] },
    isChatInputCommand: () => true,
  } as unknown as Interaction
  handler.take(interaction)
  handler.take(interaction)
  await handler.drain(1000)
  expect(said).toEqual(['defer', 'edit ### Quoth answers in the words of the library'])
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
  expect(isPassing(refusal(50035, 400))).toBe(false)
  expect(isPassing(new TypeError('undefined is not a function'))).toBe(false)
  expect(isPassing(new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ECONNRESET' }) }))).toBe(
    true,
  )
})
