import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createLog } from '../../../../src/observability/log.ts'
import { createIdentifyBudget } from '../../../../src/surfaces/discord/gateway/identify-budget.ts'

const day = 24 * 3_600_000
const never = new AbortController().signal

/** Logins as a state keeps them. */
const keptLogins = (kept: number[] = []) => ({
  kept,
  add: async (at: number) => void kept.push(at),
  countSince: async (at: number) => kept.filter((each) => each > at).length,
})

const budgetWith = (options: Partial<Parameters<typeof createIdentifyBudget>[0]> = {}) => {
  const [lines, ends]: [string[], Error[]] = [[], []]
  const log = createLog({ write: (line) => void lines.push(line) })
  return { lines, ends, ...createIdentifyBudget({ log, onExhausted: (error) => void ends.push(error), ...options }) }
}

test('logins are five seconds apart, however many are wanted at once', async () => {
  const times: number[] = []
  let time = 0
  const { waitForIdentify } = budgetWith({
    // The time that the budget takes a login to be at, whatever keeps the process from telling so at once.
    elapsed: () => {
      time = performance.now()
      return time
    },
    onIdentify: () => void times.push(time),
    limits: { spacing: 60, max: 100, window: day },
  })
  await Promise.all([0, 0, 0, 1].map((shard) => waitForIdentify(shard, never)))
  expect(times).toHaveLength(4)
  for (const [i, at] of times.slice(1).entries()) expect(at - (times[i] ?? 0)).toBeGreaterThan(55)
})

test('after 900 in 24 hours nobody logs in, the reason is told, and the wait ends with its signal alone', async () => {
  let time = day
  const identifies = keptLogins()
  const { waitForIdentify, ends } = budgetWith({
    identifies,
    limits: { spacing: 0, max: 900, window: day },
    now: () => time,
    elapsed: () => time,
  })
  for (let i = 0; i < 900; i++) {
    await waitForIdentify(0, never)
    time += 60_000
  }
  expect(ends).toEqual([])
  const stop = new AbortController()
  const wait = waitForIdentify(0, stop.signal)
  expect(await Promise.race([wait, sleep(50, 'still waiting')])).toBe('still waiting')
  expect(ends).toMatchObject([{ code: 'bad-settings', message: expect.stringContaining('900 times in 24 hours') }])
  stop.abort()
  await expect(wait).rejects.toThrow()
  expect(identifies.kept).toHaveLength(900)
  // The first of them are a day old by now.
  time = 2 * day + 60_000
  await waitForIdentify(0, never)
  expect(identifies.kept).toHaveLength(901)
})

test('those of earlier runs count', async () => {
  const { waitForIdentify, ends } = budgetWith({ identifies: keptLogins(Array(900).fill(Date.now() - 1000)) })
  const stop = new AbortController()
  const wait = waitForIdentify(0, stop.signal)
  await expect.poll(() => ends).toHaveLength(1)
  stop.abort()
  await expect(wait).rejects.toThrow()
})

test('a state that cannot be read or written is logged, and this run is counted all the same', async () => {
  const broken = {
    add: () => Promise.reject(new Error('disk full')),
    countSince: () => Promise.reject(new Error('no')),
  }
  const { waitForIdentify, ends, lines } = budgetWith({
    identifies: broken,
    limits: { spacing: 0, max: 3, window: day },
  })
  for (let i = 0; i < 3; i++) await waitForIdentify(0, never)
  const stop = new AbortController()
  const wait = waitForIdentify(0, stop.signal)
  await expect.poll(() => ends).toHaveLength(1)
  stop.abort()
  await expect(wait).rejects.toThrow()
  expect(lines.join('')).toContain('disk full')
})

test('who gives up waiting logs nobody in, and keeps nobody else waiting', async () => {
  const identifies = keptLogins()
  const { waitForIdentify } = budgetWith({ identifies, limits: { spacing: 300, max: 10, window: day } })
  await waitForIdentify(0, never)
  const [first, second] = [new AbortController(), new AbortController()]
  const waits = [waitForIdentify(0, first.signal), waitForIdentify(0, second.signal)]
  first.abort()
  await expect(waits[0]).rejects.toThrow()
  await waits[1]
  expect(identifies.kept).toHaveLength(2)
})

test.each([
  ['back', -day],
  ['forward', 2 * day],
])('a clock that is set %s makes nobody wait longer or less, and forgets no login of this run', async (_, by) => {
  let time = 10 * day
  const { waitForIdentify, ends } = budgetWith({ limits: { spacing: 50, max: 2, window: day }, now: () => time })
  const begun = performance.now()
  await waitForIdentify(0, never)
  time += by
  await waitForIdentify(0, never)
  // A timer of Node may be a millisecond early.
  expect(performance.now() - begun).toBeGreaterThan(48)
  const stop = new AbortController()
  const wait = waitForIdentify(0, stop.signal)
  await expect.poll(() => ends).toHaveLength(1)
  stop.abort()
  await expect(wait).rejects.toThrow()
})
