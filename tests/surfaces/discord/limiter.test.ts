import { expect, test } from 'vitest'
import { createRecentIds } from '../../../src/surfaces/discord/handler.ts'
import { createLimiter } from '../../../src/surfaces/discord/limiter.ts'
import { expectGrowth } from '../../support/growth.ts'

test('the eleventh question within ten seconds waits until the first is ten seconds old', () => {
  let now = 0
  const limiter = createLimiter({ count: 10, seconds: 10 }, () => now)
  for (let asked = 0; asked < 10; asked++, now += 100) expect(limiter('ada')).toEqual({ allowed: true })
  expect(limiter('ada')).toEqual({ allowed: false, seconds: 9 })
  expect(limiter('bob')).toEqual({ allowed: true })
  now = 9999
  expect(limiter('ada')).toEqual({ allowed: false, seconds: 1 })
  now = 10_000
  expect(limiter('ada')).toEqual({ allowed: true })
  expect(limiter('ada')).toMatchObject({ allowed: false })
})

test('a refused question does not make the wait longer', () => {
  let now = 0
  const limiter = createLimiter({ count: 1, seconds: 10 }, () => now)
  limiter('ada')
  for (now = 1000; now < 10_000; now += 1000) expect(limiter('ada').allowed).toBe(false)
  expect(limiter('ada').allowed).toBe(true)
})

test('a limit of no questions refuses every one', () => {
  expect(createLimiter({ count: 0, seconds: 10 }, () => 0)('ada')).toEqual({ allowed: false, seconds: 10 })
})

test('a key that goes on for long is held to the same window', () => {
  let now = 0
  const limiter = createLimiter({ count: 3, seconds: 10 }, () => now)
  const allowed: number[] = []
  for (; now < 35_000; now += 1000) if (limiter('ada').allowed) allowed.push(now / 1000)
  expect(allowed).toEqual([0, 1, 2, 10, 11, 12, 20, 21, 22, 30, 31, 32])
})

test('an event costs the same, however many the limit allows and however many there were', async () => {
  const askAll = (count: number): void => {
    const limiter = createLimiter({ count, seconds: 99_999 }, () => 0)
    for (let asked = 0; asked < count; asked++) limiter('ada')
    expect(limiter('ada')).toEqual({ allowed: false, seconds: 99_999 })
  }
  await expectGrowth(askAll, { size: 10_000, factor: 8, below: 30 })
})

test('an id is new once in fifteen minutes', () => {
  let now = 1
  const isNew = createRecentIds(() => now)
  expect([isNew('a'), isNew('a'), isNew('b')]).toEqual([true, false, true])
  now += 15 * 60_000
  expect(isNew('a')).toBe(false)
  now += 1
  expect(isNew('a')).toBe(true)
})

test('however many ids come, only the newest are remembered', () => {
  const isNew = createRecentIds(() => 1)
  for (let id = 0; id < 20_000; id++) isNew(String(id))
  expect([isNew('19999'), isNew('12000'), isNew('5')]).toEqual([false, false, true])
})
