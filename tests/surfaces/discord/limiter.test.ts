import { expect, test } from 'vitest'
import { createLimiter } from '../../../src/surfaces/discord/limiter.ts'
import { createRecentIds } from '../../../src/surfaces/discord/recent-ids.ts'

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

test('an id is new once in fifteen minutes', () => {
  let now = 0
  const isNew = createRecentIds(() => now)
  expect([isNew('a'), isNew('a'), isNew('b')]).toEqual([true, false, true])
  now = 15 * 60_000 - 1
  expect(isNew('a')).toBe(false)
  now += 1
  expect(isNew('a')).toBe(true)
})
