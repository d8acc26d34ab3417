import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Loopback } from '../../../packages/preview/src/loopback/loopback.ts'
import { sourceId } from '../../../src/domain/source.ts'
import { createMetrics, type Metrics } from '../../../src/observability/metrics.ts'
import { botOn, shownText } from '../../support/discord-bot.ts'
import { patience } from '../../support/eventually.ts'
import { fakeQuoth } from '../../support/fake-quoth.ts'
import { startPatientLoopback } from '../../support/patient-loopback.ts'

let loopback: Loopback
let started: Awaited<ReturnType<typeof botOn>>
const start = async (options: Parameters<typeof botOn>[1] = {}) => {
  started = await botOn(loopback, { graceMs: 1000, ...options })
  return started
}
beforeEach(async () => {
  loopback = await startPatientLoopback({})
})
afterEach(async () => {
  await started.bot.close()
  await loopback.close()
})

const ask = (question = 'When does the tide rise?') => loopback.invoke({ command: 'ask', options: { question } })
const answerTo = async (asked: ReturnType<typeof ask>) => shownText(await asked.answered())
const counted = async (metrics: Metrics) => (await metrics.text()).body
const sent = (route: string) => loopback.requests.filter((request) => request.route === route)

test('an expired interaction is logged, not followed up, and the next one is answered', async () => {
  const metrics = createMetrics()
  const { logged } = await start({ metrics })
  loopback.expireNext()
  ask()
  await expect.poll(() => logged.join('')).toContain('"outcome":"expired"')
  expect(sent('edit-message')).toHaveLength(0)
  expect(await counted(metrics)).toContain('quoth_discord_refusals_total{code="10062"} 1')
  expect(await answerTo(ask())).toContain('The tide rises twice a day.')
})

test('a reply that is already acknowledged is edited all the same', async () => {
  const metrics = createMetrics()
  await start({ metrics })
  loopback.failNext({ route: 'callback', status: 502, applied: true })
  expect(await answerTo(ask())).toContain('The tide rises twice a day.')
  expect(sent('callback').map((request) => request.status())).toEqual([502, 400])
  expect(await counted(metrics)).toContain('quoth_discord_refusals_total{code="40060"} 1')
  expect(await counted(metrics)).toContain('quoth_discord_retries_total{request="callback"} 1')
})

test('a callback that fails is tried again, and so is one that hangs or is cut off', async () => {
  await start({ callbackLimits: { deadline: patience, attempt: 800 } })
  for (const status of [503, 'hang', 'reset'] as const) {
    loopback.failNext({ route: 'callback', status })
    const asked = ask()
    expect(await answerTo(asked)).toContain('The tide rises twice a day.')
  }
})

test('an edit that hangs is tried again, and shown once', async () => {
  await start()
  loopback.failNext({ route: 'edit-message', status: 'hang' })
  expect(await answerTo(ask())).toContain('The tide rises twice a day.')
  expect(sent('edit-message')).toHaveLength(2)
  expect(sent('follow-up')).toHaveLength(0)
})

test('an edit is tried again after server errors and cut connections', async () => {
  await start()
  loopback.failNext({ route: 'edit-message', status: 500, times: 2 })
  loopback.failNext({ route: 'edit-message', status: 'reset' })
  expect(await answerTo(ask())).toContain('The tide rises twice a day.')
  expect(sent('edit-message')).toHaveLength(4)
})

test('a rate limit is waited out', async () => {
  await start()
  loopback.failNext({ route: 'edit-message', status: 429, retryAfter: 0.3 })
  const asked = ask()
  expect(await answerTo(asked)).toContain('The tide rises twice a day.')
  const [first, second] = sent('edit-message').map(({ at }) => at)
  expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(300)
})

test('a question that is asked while the socket is down is answered after the resume, once', async () => {
  const { logged } = await start()
  loopback.gateway.dropSockets()
  const asked = ask()
  expect(await answerTo(asked)).toContain('The tide rises twice a day.')
  expect(loopback.gateway.counts()).toMatchObject({ identified: 1, resumed: 1 })
  expect(sent('callback')).toHaveLength(1)
  expect(logged.join('')).toContain('Connected to Discord again')
})

test('a long outage is two lines in the log, and the bot is back by itself afterwards', async () => {
  const port = Number(new URL(loopback.api).port)
  // Discord's own five seconds between two logins would only make the test long.
  const { logged } = await start({ identifyLimits: { spacing: 100, max: 900, window: 24 * 3_600_000 } })
  await loopback.close()
  await sleep(1200)
  loopback = await startPatientLoopback({ port, token: loopback.token })
  await expect.poll(() => logged.join('')).toContain('Connected to Discord again')
  expect(logged.filter((line) => line.includes('Lost the connection to Discord'))).toHaveLength(1)
})

test('a bug is told with an incident id that the log explains; no stack is shown and no token is logged', async () => {
  const { logged } = await start({
    quoth: fakeQuoth({
      ask: async () => {
        throw new Error(`the index burned, near token ${loopback.token}`)
      },
    }),
  })
  const text = await answerTo(ask())
  const [, incident] = /this number: `(\w{8})`/.exec(text) ?? []
  expect(text).not.toMatch(/index burned|at .*\.ts/)
  const line = logged.find((entry) => entry.includes(`"incident":"${incident}"`))
  expect(line).toContain('the index burned, near token [redacted]')
})

test('whoever asks too fast is told alone how long to wait; others are answered', async () => {
  await start({ askLimit: { count: 2, seconds: 60 } })
  await Promise.all([ask().answered(), ask().answered()])
  const message = await ask().answered()
  expect(shownText(message)).toMatch(/Please wait \d+ seconds and ask again\./)
  expect(message.visibleTo).toBe(loopback.users[0]?.id)
  const help = loopback.invoke({ command: 'help' })
  expect(shownText(await help.answered())).toContain('/ask question')
})

test('suggestions that fail or take too long come as an empty list, in time', async () => {
  const broken = { ...fakeQuoth(), suggestSources: () => Promise.reject(new Error('no')) }
  await start({ quoth: broken })
  const typing = { command: 'ask', options: { question: 'x', source: 't' }, focused: 'source' }
  expect(await loopback.autocomplete(typing)).toEqual([])
  await started.bot.close()
  await start({ quoth: { ...fakeQuoth(), suggestSources: () => new Promise(() => {}) } })
  expect(await loopback.autocomplete(typing)).toEqual([])
})

test('who types faster than anybody can is offered nothing for a while; others are', async () => {
  await loopback.close()
  loopback = await startPatientLoopback({
    users: [
      { id: '11', name: 'Ada' },
      { id: '12', name: 'Ben' },
    ],
  })
  let searched = 0
  const counting = {
    ...fakeQuoth(),
    suggestSources: async () => {
      searched += 1
      return [{ id: sourceId('tide'), title: 'On tides', publisher: null, issued: null }]
    },
  }
  await start({ quoth: counting })
  const typing = (user: string) =>
    loopback.autocomplete({ command: 'ask', options: { question: 'x', source: 't' }, focused: 'source', user })
  const offered = await Promise.all(Array.from({ length: 35 }, () => typing('11')))
  expect(offered.filter((choices) => choices.length > 0)).toHaveLength(30)
  expect(await typing('12')).toHaveLength(1)
  expect(searched).toBe(31)
})

test('closing lets a running question finish, tells one that does not, and answers nothing afterwards', async () => {
  const slow = fakeQuoth()
  let finish = (): void => {}
  const mayFinish = new Promise<void>((resolve) => {
    finish = resolve
  })
  await start({
    graceMs: 4000,
    quoth: fakeQuoth({
      ask: async (question, options) => {
        if (question.includes('never')) return new Promise(() => {})
        await mayFinish
        return slow.ask(question, options)
      },
    }),
  })
  const finishing = ask()
  const never = ask('Will the tide never rise?')
  await Promise.all([finishing.acknowledged(), never.acknowledged()])
  const closing = started.bot.close()
  finish()
  const late = ask()
  await closing
  expect(await answerTo(finishing)).toContain('The tide rises twice a day.')
  expect(await answerTo(never)).toContain('Quoth is restarting')
  expect(await answerTo(late)).toContain('Quoth is restarting')
  expect(await started.bot.closed).toBeNull()
})

test('closing waits for no one longer than its grace, even when Discord hangs', async () => {
  const { logged } = await start({ graceMs: 500 })
  loopback.failNext({ route: 'edit-message', status: 'hang', times: 100 })
  await ask().acknowledged()
  await started.bot.close()
  expect(logged.join('')).not.toContain('connecting again')
})
