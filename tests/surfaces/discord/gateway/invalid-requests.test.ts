import { expect, test } from 'vitest'
import { createLog } from '../../../../src/observability/log.ts'
import { createMetrics } from '../../../../src/observability/metrics.ts'
import { createRequestGuard } from '../../../../src/surfaces/discord/gateway/invalid-requests.ts'
import { isTransient } from '../../../../src/surfaces/discord/gateway/retry.ts'

const api = 'https://discord.com/api/v10'
const commands = `${api}/applications/1/commands`
const callback = `${api}/interactions/1/token/callback?with_response=false`
const edit = `${api}/webhooks/1/token/messages/@original`
const channel = `${api}/channels/1/messages`

/** A guard over a Discord that answers with `status`; its clock is moved by hand. */
const guarded = () => {
  const [lines, metrics]: [string[], ReturnType<typeof createMetrics>] = [[], createMetrics()]
  let [status, scope, time, sent] = [200, 'user', 0, 0]
  const request = createRequestGuard({
    log: createLog({ write: (line) => void lines.push(line) }),
    metrics,
    send: async () => {
      sent += 1
      return new Response(null, { status, headers: { 'x-ratelimit-scope': scope } })
    },
    now: () => time,
  })
  const times = async (count: number, url = channel): Promise<void> => {
    for (let i = 0; i < count; i++) await request(url, {})
  }
  return {
    lines,
    times,
    answerWith: (next: number, nextScope = 'user') => {
      status = next
      scope = nextScope
    },
    wait: (milliseconds: number) => {
      time += milliseconds
    },
    sent: () => sent,
    figures: async () => (await metrics.text()).body,
  }
}

test('requests go out until 5,000 were refused within 10 minutes; then only those that answer somebody', async () => {
  const { times, answerWith, lines, figures, sent } = guarded()
  answerWith(403)
  await times(4999)
  expect(lines).toEqual([])
  await times(1)
  expect(await figures()).toContain('quoth_discord_held_back 1')
  expect(await figures()).toContain('quoth_discord_invalid_requests_total{status="403"} 5000')
  for (const url of [channel, commands]) {
    const failure = await times(1, url).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Error)
    // Whoever sent it may try again, as after an outage.
    expect(isTransient(failure)).toBe(true)
  }
  expect(sent()).toBe(5000)
  answerWith(200)
  await times(1, callback)
  await times(1, edit)
  expect(sent()).toBe(5002)
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('refused too many requests')
})

test('shortly before Discord would ban the address, nothing is sent at all', async () => {
  const { times, answerWith, sent } = guarded()
  answerWith(401)
  await times(9000, callback)
  await expect(times(1, callback)).rejects.toThrow('held back')
  expect(sent()).toBe(9000)
})

test('it ends by itself once the refusals are ten minutes old, and says so once', async () => {
  const { times, answerWith, wait, lines, figures } = guarded()
  answerWith(429)
  await times(2500)
  wait(300_000)
  await times(2500)
  await expect(times(1)).rejects.toThrow('held back')
  answerWith(200)
  wait(299_000)
  await expect(times(1)).rejects.toThrow('held back')
  wait(2000)
  await times(3)
  expect(await figures()).toContain('quoth_discord_held_back 0')
  expect(lines).toHaveLength(2)
  expect(lines[1]).toContain('Sending all requests to Discord again')
})

test('what succeeds, is unknown or fails at Discord does not count, nor a limit that all bots share', async () => {
  const { times, answerWith, lines, sent, figures } = guarded()
  for (const status of [200, 400, 404, 500]) {
    answerWith(status)
    await times(5001)
  }
  answerWith(429, 'shared')
  await times(5001)
  expect(await figures()).toContain('quoth_discord_rate_limits_total{scope="shared"} 5001')
  expect(sent()).toBe(25_005)
  expect(lines).toEqual([])
})
