import { expect, test } from 'vitest'
import { createLog } from '../../../../src/observability/log.ts'
import { createMetrics } from '../../../../src/observability/metrics.ts'
import { createRequestGuard } from '../../../../src/surfaces/discord/gateway/invalid-requests.ts'

const api = 'https://discord.com/api/v10'
const callback = `${api}/interactions/123456789/token-of-it/callback`
const channel = `${api}/channels/1/messages`

/** A guard over a Discord that answers with `status`; its clock, in seconds, is moved by hand. */
const guarded = (usual = false) => {
  const lines: string[] = []
  const metrics = createMetrics()
  const discord = { status: 403, scope: 'user' as string | null }
  const clock = { seconds: 100 }
  const request = createRequestGuard({
    log: createLog({ write: (line) => void lines.push(line) }),
    metrics,
    send: async () => {
      const headers = discord.scope === null ? {} : { 'x-ratelimit-scope': discord.scope }
      return new Response(null, { status: discord.status, headers })
    },
    ...(usual ? {} : { now: () => clock.seconds * 1000 }),
  })
  const refuse = async (count: number, url = callback): Promise<void> => {
    for (let i = 0; i < count; i++) await request(url, {})
  }
  const isHeld = (): Promise<boolean> =>
    request(channel, {}).then(
      () => false,
      () => true,
    )
  return {
    ...{ discord, clock, refuse, isHeld, request },
    logged: () => lines.map((line) => JSON.parse(line) as { count?: number; msg: string }),
    figures: async () => (await metrics.text()).body,
  }
}

test('refusals count for ten minutes, each by the second in which it was', async () => {
  const { discord, clock, refuse, isHeld } = guarded()
  await refuse(6000)
  clock.seconds = 150
  await refuse(10)
  discord.status = 200
  clock.seconds = 699.9
  expect(await isHeld()).toBe(true)
  clock.seconds = 700
  expect(await isHeld()).toBe(false)
})

test('those of one second are forgotten together, and of another stay', async () => {
  const { discord, clock, refuse, isHeld } = guarded()
  await refuse(100)
  clock.seconds = 400.7
  await refuse(5000)
  discord.status = 200
  clock.seconds = 900
  expect(await isHeld()).toBe(true)
  clock.seconds = 1000
  expect(await isHeld()).toBe(false)
})

test('it is logged how many there were, and that it is over', async () => {
  const { discord, clock, refuse, isHeld, logged } = guarded()
  await refuse(5000)
  expect(logged()).toMatchObject([{ level: 50, count: 5000, msg: expect.stringMatching(/.+/) }])
  discord.status = 200
  clock.seconds = 800
  expect(await isHeld()).toBe(false)
  expect(logged().slice(1)).toMatchObject([{ level: 30, msg: expect.stringMatching(/.+/) }])
})

test('who asked something is answered meanwhile, whatever numbers their interaction has', async () => {
  const { discord, refuse, isHeld, request } = guarded()
  await refuse(5000)
  discord.status = 200
  expect(await isHeld()).toBe(true)
  for (const url of [
    callback,
    `${api}/webhooks/123456789/token-of-it/messages/@original`,
    `${api}/webhooks/1/t?wait=true`,
  ])
    expect((await request(url, {})).status).toBe(200)
  for (const url of [`${api}/webhooks/1`, `${api}/interactions/x/token`, `${api}/channels/1?to=/interactions/1/t`])
    await expect(request(url, {})).rejects.toMatchObject({ name: 'HeldBackError', code: 'QUOTH_HELD_BACK' })
})

test.each([
  ['user', 'user'],
  ['global', 'global'],
  ['shared', 'shared'],
  [null, 'user'],
  ['another', 'user'],
])('a rate limit is counted by its scope: %s', async (scope, counted) => {
  const { discord, refuse, figures } = guarded()
  Object.assign(discord, { status: 429, scope })
  await refuse(2)
  expect(await figures()).toContain(`{scope="${counted}"} 2`)
  const before = await figures()
  discord.status = 200
  await refuse(1)
  expect(await figures()).toBe(before)
})

test('time goes by of itself', async () => {
  const { refuse, isHeld } = guarded(true)
  await refuse(5000)
  expect(await isHeld()).toBe(true)
})
