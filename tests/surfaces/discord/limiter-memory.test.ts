import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createLimiter } from '../../../src/surfaces/discord/limiter.ts'

test('a limiter keeps nothing of those who were there before its window, though somebody is there all along', () => {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  const heap = (): number => {
    collect()
    return process.memoryUsage().heapUsed
  }
  let now = 0
  const limiter = createLimiter({ count: 2, seconds: 1 }, () => now)
  const before = heap()
  for (let person = 0; person < 20_000; person++, now += 10) {
    limiter(`${person}`.padStart(2000, '-'))
    limiter('ada')
  }
  // A hundred of them are within the window; all of them would be 15 MB.
  expect(heap() - before).toBeLessThan(5_000_000)
  // It is still there to be asked.
  expect(limiter('ben')).toEqual({ allowed: true })
})
