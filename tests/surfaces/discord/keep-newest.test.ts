import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { createLimiter } from '../../../src/surfaces/discord/limiter.ts'
import { keepNewest } from '../../../src/surfaces/discord/settings-reader.ts'

test('of more entries than may be kept, those are forgotten that were put longest ago', () => {
  const map = new Map<string, number>()
  for (const [value, key] of ['a', 'b', 'c'].entries()) keepNewest(map, key, value, 3)
  expect([...map]).toEqual([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ])
  // Put again, it is the newest.
  keepNewest(map, 'a', 9, 3)
  keepNewest(map, 'd', 3, 3)
  expect([...map]).toEqual([
    ['c', 2],
    ['a', 9],
    ['d', 3],
  ])
  keepNewest(map, 'e', 4, 1)
  expect([...map]).toEqual([['e', 4]])
})

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
