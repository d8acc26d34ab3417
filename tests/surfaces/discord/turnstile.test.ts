import { expect, test } from 'vitest'
import { createTurnstile } from '../../../src/surfaces/discord/handler.ts'

test('whoever comes through begins in the order in which they came, and other work has its turn in between', async () => {
  const pass = createTurnstile()
  const happened: string[] = []
  const enter = async (name: string) => {
    await pass()
    happened.push(name)
    // What arrives while this one is worked on.
    setImmediate(() => happened.push(`beside ${name}`))
  }
  await Promise.all(['a', 'b', 'c'].map(enter))
  await new Promise((resolve) => setImmediate(resolve))
  expect(happened.filter((each) => each.length === 1)).toEqual(['a', 'b', 'c'])
  expect(happened.indexOf('beside a')).toBeLessThan(happened.indexOf('c'))
})
