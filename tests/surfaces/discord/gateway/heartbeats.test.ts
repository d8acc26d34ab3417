import { Events } from 'discord.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Loopback } from '../../../../packages/preview/src/loopback/loopback.ts'
import { followHeartbeats, gatewayProblem, heartbeatProblem } from '../../../../src/surfaces/discord/gateway/connect.ts'
import { botFor } from '../../../support/loopback-bot.ts'
import { startPatientLoopback } from '../../../support/patient-loopback.ts'

const interval = 150
let loopback: Loopback
let bot: ReturnType<typeof botFor>
beforeEach(async () => {
  loopback = await startPatientLoopback({ limits: { heartbeatInterval: interval } })
  bot = botFor(loopback)
})
afterEach(async () => {
  await bot.client.destroy()
  await loopback.close()
})

const ready = async () => {
  const heartbeats = followHeartbeats(bot.client)
  const online = new Promise((resolve) => bot.client.once(Events.ClientReady, resolve))
  await bot.client.login(loopback.token)
  await online
  return heartbeats
}

test('the interval is the one that Discord asks for, and each acknowledgement is seen', async () => {
  const heartbeats = await ready()
  await expect.poll(heartbeats.interval).toBe(interval)
  const acknowledged = () => performance.now() - heartbeats.silence()
  const first = acknowledged()
  await expect.poll(acknowledged).toBeGreaterThan(first + 1)
  await expect.poll(heartbeats.silence).toBeLessThan(2 * interval + 500)
  await expect.poll(() => heartbeatProblem(heartbeats)).toBeNull()
})

test.each([
  ['forward', 3_600_000],
  ['back', -3_600_000],
])('a clock that is set %s neither ends a connection nor hides that one is dead', async (_, by) => {
  const heartbeats = await ready()
  await expect.poll(heartbeats.interval).toBe(interval)
  const real = Date.now
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => real() + by)
  try {
    await expect.poll(() => heartbeatProblem(heartbeats)).toBeNull()
    loopback.gateway.acknowledgeHeartbeats(false)
    await expect.poll(() => heartbeatProblem(heartbeats)).toMatch(/acknowledged no heartbeat for \d+ s/)
  } finally {
    clock.mockRestore()
  }
})

test('a connection that acknowledges nothing is dead after two heartbeats, although it calls itself ready', async () => {
  const heartbeats = await ready()
  await expect.poll(heartbeats.interval).toBe(interval)
  loopback.gateway.acknowledgeHeartbeats(false)
  await expect.poll(() => heartbeatProblem(heartbeats)).toMatch(/^Discord acknowledged no heartbeat/)
  expect(bot.client.isReady()).toBe(true)
  loopback.gateway.acknowledgeHeartbeats(true)
  await expect.poll(() => heartbeatProblem(heartbeats)).toBeNull()
})

test('two heartbeats and the time of a new connection are waited for, and no longer', () => {
  const after = (silence: number) => heartbeatProblem({ silence: () => silence, interval: () => 41_250 })
  expect(after(2 * 41_250 + 1000)).toBeNull()
  expect(after(2 * 41_250 + 1001)).toBe('Discord acknowledged no heartbeat for 84 s; one is sent every 41 s.')
})

test('the gateway is a problem before login, while the connection is lost, and after Discord ended it', async () => {
  expect(gatewayProblem(bot.client)).toContain('Not connected')
  await ready()
  expect(gatewayProblem(bot.client)).toBeNull()
  loopback.gateway.dropSockets()
  await expect.poll(() => gatewayProblem(bot.client)).toContain('Not connected')
  await expect.poll(() => gatewayProblem(bot.client)).toBeNull()
  loopback.gateway.dropSockets(4004)
  await expect.poll(() => gatewayProblem(bot.client)).toBe('Not connected to Discord (Disconnected).')
  expect(bot.client.isReady()).toBe(true)
})
