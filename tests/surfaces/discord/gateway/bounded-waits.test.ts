import { DefaultRestOptions, type RESTOptions, Routes } from 'discord.js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createLog } from '../../../../src/observability/log.ts'
import { createMetrics } from '../../../../src/observability/metrics.ts'
import { createReplyRest, createRequestGuard } from '../../../../src/surfaces/discord/gateway/invalid-requests.ts'
import { registerCommands } from '../../../../src/surfaces/discord/gateway/registration.ts'
import { logRequests } from '../../../../src/surfaces/discord/gateway/troubles.ts'

const usual = DefaultRestOptions.makeRequest
const second = 1000
const day = 24 * 60 * 60 * second

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  Object.assign(DefaultRestOptions, { makeRequest: usual })
  vi.useRealTimers()
})

/** Lets Discord answer every request with these headers, the first with `status`; counts the requests. */
const answeredWith = (status: number, headers: Readonly<Record<string, string>>) => {
  const sent: string[] = []
  const answer: RESTOptions['makeRequest'] = async (url) => {
    sent.push(url)
    return new Response('{}', { status, headers: { 'content-type': 'application/json', ...headers } })
  }
  Object.assign(DefaultRestOptions, { makeRequest: answer })
  return sent
}

/** A client as the bot's, and what it logs. */
const client = () => {
  const lines: string[] = []
  const [log, metrics] = [createLog({ write: (line) => void lines.push(line) }), createMetrics()]
  const rest = createReplyRest(undefined, createRequestGuard({ log, metrics })).setToken('token')
  logRequests(rest, log, metrics)
  return { rest, lines }
}

const waits: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['more than a timer holds', { 'retry-after': '2147484' }],
  ['for ages', { 'retry-after': '1e15' }],
  ['for ever', { 'retry-after': 'Infinity' }],
  ['more than a timer holds, in all places', { 'retry-after': '3000000', 'x-ratelimit-global': 'true' }],
  [
    'more than a timer holds, by its bucket',
    { 'retry-after': '3000000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '3000000' },
  ],
]

test.each(waits)('a refused request that is to wait %s is tried again after a day', async (_, headers) => {
  const sent = answeredWith(429, headers)
  const { rest, lines } = client()
  rest.get(Routes.gateway()).catch(() => {})
  await vi.advanceTimersByTimeAsync(second)
  expect(sent).toHaveLength(1)
  expect(lines.length).toBeLessThan(3)
  await vi.advanceTimersByTimeAsync(day)
  expect(sent).toHaveLength(2)
})

test.each([
  ['nothing', {}],
  ['a date', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }],
  ['a blank', { 'retry-after': ' ' }],
  ['a time before now', { 'retry-after': '-1' }],
])('a refused request is not tried again at once where Discord says %s of when', async (_, headers) => {
  const sent = answeredWith(429, headers)
  client()
    .rest.get(Routes.gateway())
    .catch(() => {})
  await vi.advanceTimersByTimeAsync(second)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(5 * second)
  expect(sent).toHaveLength(2)
})

test('a bucket that is used up for longer than a timer holds is waited for, and not asked again and again', async () => {
  const sent = answeredWith(200, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '3000000' })
  const { rest, lines } = client()
  for (let i = 0; i < 2; i++) rest.get(Routes.gateway()).catch(() => {})
  await vi.advanceTimersByTimeAsync(second)
  expect(sent).toHaveLength(1)
  expect(lines.length).toBeLessThan(3)
})

test('a wait of seconds stays what Discord says', async () => {
  const sent = answeredWith(429, { 'retry-after': '30' })
  client()
    .rest.get(Routes.gateway())
    .catch(() => {})
  await vi.advanceTimersByTimeAsync(29 * second)
  expect(sent).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2 * second)
  expect(sent).toHaveLength(2)
})

test('registering in a terminal waits likewise', async () => {
  const sent = answeredWith(429, { 'retry-after': '3000000' })
  registerCommands({ token: 'token', clientId: '1', commands: [], dryRun: true }).catch(() => {})
  await vi.advanceTimersByTimeAsync(second)
  expect(sent).toHaveLength(1)
})
