import { afterEach, expect, test } from 'vitest'
import { attemptWithin, withRetries } from '../../../src/surfaces/discord/gateway/retry.ts'
import { type Conversation, startConversation } from '../../support/pressing.ts'

let conversation: Conversation | undefined
afterEach(async () => {
  await conversation?.close()
  conversation = undefined
})

const never = () => new Promise<never>(() => {})
const signal = new AbortController().signal

test('an attempt that does not heed its signal is given up all the same, and tried again', async () => {
  await expect(attemptWithin(10, never)).rejects.toMatchObject({ name: 'TimeoutError' })
  let attempts = 0
  const deadline = performance.now() + 60_000
  const given = await withRetries(async () => (++attempts < 3 ? never() : 'shown'), {
    ...{ deadline, each: 10, firstWait: 1, signal },
  })
  expect([given, attempts]).toEqual(['shown', 3])
})

test('an attempt that does not heed its signal ends at the deadline', async () => {
  const limits = { deadline: performance.now() + 30, each: 20, firstWait: 1, signal }
  await expect(withRetries(never, limits)).rejects.toMatchObject({ name: 'TimeoutError' })
})

test('what Discord lets nobody share for weeks is given up within seconds, and the log says so', async () => {
  conversation = await startConversation({})
  const { loopback, use, press, logged } = conversation
  const reply = await use('ask', { question: 'When does the tide rise?', private: true })
  loopback.failNext({ route: 'follow-up', status: 429, retryAfter: 3_000_000 })
  press(reply, 'share')
  await expect.poll(() => logged().join(''), { timeout: 30_000 }).toContain('Could not show a message beside a reply')
  const requests = loopback.requests.filter(({ route }) => route === 'follow-up')
  expect(requests).toHaveLength(1)
})
