import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Loopback } from '../../../packages/preview/src/loopback/loopback.ts'
import { createMetrics } from '../../../src/observability/metrics.ts'
import { botOn, shownText } from '../../support/discord-bot.ts'
import { memoryState } from '../../support/memory-state.ts'
import { startPatientLoopback } from '../../support/patient-loopback.ts'

/** Discord's own five seconds between two logins would only make the tests long. */
const quick = { spacing: 100, max: 900, window: 24 * 3_600_000 }

let loopback: Loopback
let started: Awaited<ReturnType<typeof botOn>>
const start = async (options: Parameters<typeof botOn>[1] = {}) => {
  started = await botOn(loopback, { graceMs: 1000, identifyLimits: quick, ...options })
  return started
}
beforeEach(async () => {
  loopback = await startPatientLoopback({ limits: { heartbeatInterval: 200 } })
})
afterEach(async () => {
  await started?.bot.close()
  await loopback.close()
})

const answered = async () => {
  const asked = loopback.invoke({ command: 'ask', options: { question: 'When does the tide rise?' } })
  return shownText(await asked.answered())
}
const callbacks = () => loopback.requests.filter(({ route }) => route === 'callback')

test.each([
  ['a socket that is cut', () => loopback.gateway.dropSockets()],
  ['a close with 4000', () => loopback.gateway.dropSockets(4000)],
  ['a session that timed out (4009)', () => loopback.gateway.dropSockets(4009)],
  ['being asked to reconnect', () => loopback.gateway.requestReconnects()],
])('after %s the bot resumes, and answers what was asked meanwhile, once', async (_, disturb) => {
  const metrics = createMetrics()
  await start({ metrics })
  disturb()
  expect(await answered()).toContain('The tide rises twice a day.')
  await expect.poll(() => loopback.gateway.counts()).toMatchObject({ identified: 1, resumed: 1 })
  await expect.poll(() => started.bot.checks.gateway()).toBeNull()
  expect(callbacks()).toHaveLength(1)
  const { body } = await metrics.text()
  expect(body).toContain('quoth_gateway_events_total{event="dropped"} 1')
  expect(body).toContain('quoth_gateway_events_total{event="resumed"} 1')
})

test('after its session became invalid the bot logs in anew, and answers', async () => {
  await start()
  loopback.gateway.invalidateSessions()
  await expect.poll(() => loopback.gateway.counts().identified).toBe(2)
  await expect.poll(() => started.bot.checks.gateway()).toBeNull()
  expect(await answered()).toContain('The tide rises twice a day.')
})

test('a session that is refused over and over costs one login in each while, and ends well', async () => {
  const times: number[] = []
  const state = await memoryState()
  const identifies = { ...state.identifies, add: async (at: number) => void times.push(at) }
  await start({ identifyLimits: { ...quick, spacing: 700 }, state: { ...state, identifies } })
  loopback.gateway.refuseSessions(7)
  loopback.gateway.invalidateSessions()
  await expect.poll(() => loopback.gateway.counts().identified).toBe(9)
  expect(times).toHaveLength(9)
  // The time is noted a moment after the one that counts.
  for (const [i, at] of times.slice(1).entries()) expect(at - (times[i] ?? 0)).toBeGreaterThan(600)
  await expect.poll(() => started.bot.checks.gateway()).toBeNull()
  expect(await answered()).toContain('The tide rises twice a day.')
})

test('when the logins of a day are used up, the bot ends with what to do, and logs in no more', async () => {
  const { bot } = await start({ identifyLimits: { ...quick, max: 3 } })
  loopback.gateway.refuseSessions(50)
  loopback.gateway.invalidateSessions()
  expect(await bot.closed).toMatchObject({
    code: 'bad-settings',
    message: expect.stringContaining('3 times in 24 hours'),
  })
  await sleep(1200)
  expect(loopback.gateway.counts().identified).toBe(3)
  await bot.close()
  expect(loopback.gateway.counts().identified).toBe(3)
})

test('logins of earlier runs count: a bot that is started over and over does not log in one time more', async () => {
  const state = await memoryState()
  const limits = { ...quick, max: 2 }
  for (let i = 0; i < 2; i++) await (await start({ state, identifyLimits: limits })).bot.close()
  await expect(start({ state, identifyLimits: limits })).rejects.toMatchObject({ code: 'bad-settings' })
  expect(loopback.gateway.counts().identified).toBe(2)
  await state.close()
})

test('a connection that is deaf shows, although it is up, and is well again when Discord hears', async () => {
  const { bot } = await start()
  await expect.poll(() => bot.checks.heartbeat()).toBeNull()
  loopback.gateway.acknowledgeHeartbeats(false)
  await expect.poll(() => bot.checks.heartbeat()).toContain('acknowledged no heartbeat')
  loopback.gateway.acknowledgeHeartbeats(true)
  await expect.poll(() => bot.checks.heartbeat()).toBeNull()
  await expect.poll(() => bot.checks.gateway()).toBeNull()
  expect(await answered()).toContain('The tide rises twice a day.')
})

test('a token that is taken back ends the bot at once, without another login', async () => {
  const { bot } = await start()
  loopback.gateway.revokeToken()
  expect(await bot.closed).toMatchObject({ code: 'bad-settings', message: expect.stringContaining('4004') })
  await bot.close()
  await sleep(700)
  expect(loopback.gateway.counts().identified).toBe(1)
})
