import { DiscordAPIError, HTTPError } from 'discord.js'
import { describe, expect, test } from 'vitest'
import { withBoundedWaits } from '../../../../src/surfaces/discord/gateway/bounded-waits.ts'
import { attemptWithin, isTransient, withRetries } from '../../../../src/surfaces/discord/gateway/retry.ts'

const httpError = (status: number) =>
  new HTTPError(status, 'x', 'GET', 'https://x', { files: undefined, body: undefined })
const refusal = new DiscordAPIError({ code: 50035, message: 'no' }, 50035, 503, 'GET', 'https://x', {
  files: undefined,
  body: undefined,
})
const named = (name: string) => Object.assign(new Error('x'), { name })
const coded = (code: unknown) => Object.assign(new Error('x'), { code })

test.each<[string, unknown, boolean]>([
  ['what Discord refuses', refusal, false],
  ['a failure of Discord', httpError(500), true],
  ['another answer of Discord', httpError(499), false],
  ['an attempt that was ended', named('AbortError'), true],
  ['an attempt that took too long', named('TimeoutError'), true],
  ['an error of another name', named('TypeError'), false],
  ['a connection that was cut', coded('ECONNRESET'), true],
  ['one that was cut, told by its cause', new TypeError('fetch failed', { cause: coded('ECONNRESET') }), true],
  ['one whose cause has a cause', new Error('a', { cause: new Error('b', { cause: coded('UND_ERR_SOCKET') }) }), true],
  ['a code that is a number', coded(23), false],
  ['an error that has no cause', new Error('x'), false],
  ['a cause that is no error', new Error('x', { cause: { code: 'ECONNRESET' } }), false],
  ['what is no error', { code: 'ECONNRESET', name: 'AbortError' }, false],
])('whether it may pass: %s', (_, error, passes) => {
  expect(isTransient(error)).toBe(passes)
})

describe('a request', () => {
  const never = new AbortController().signal
  /** How often it is tried, and how often somebody is told of another attempt. */
  const tried = async (
    error: () => unknown,
    limits: { within: number; firstWait?: number; each?: number; signal?: AbortSignal },
  ) => {
    const counts = { attempts: 0, retries: 0 }
    const failure = await withRetries(
      async () => {
        counts.attempts += 1
        throw error()
      },
      {
        deadline: performance.now() + limits.within,
        each: limits.each ?? 1000,
        signal: limits.signal ?? never,
        firstWait: limits.firstWait ?? 20,
        onRetry: () => {
          counts.retries += 1
        },
      },
    ).catch((thrown: unknown) => thrown)
    return { ...counts, failure }
  }

  test('is tried after waits that double, while another wait ends before its deadline', async () => {
    // At about 0, 20, 60 and 140 ms; the next one would come after 300.
    const { attempts, retries, failure } = await tried(() => coded('ECONNRESET'), { within: 290 })
    expect(failure).toMatchObject({ code: 'ECONNRESET' })
    expect(attempts).toBeGreaterThan(2)
    expect(attempts).toBeLessThan(5)
    expect(retries).toBe(attempts - 1)
  })

  test('is tried once where it may not pass, or no wait ends before its deadline', async () => {
    expect(await tried(() => refusal, { within: 290 })).toEqual({ attempts: 1, retries: 0, failure: refusal })
    expect(await tried(() => coded('E'), { within: 290, firstWait: 300 })).toMatchObject({ attempts: 1, retries: 0 })
    expect(await tried(() => coded('E'), { within: -50 })).toMatchObject({ attempts: 1, retries: 0 })
  })

  test('is not tried again once nobody waits for it', async () => {
    expect(await tried(() => coded('E'), { within: 5000, signal: AbortSignal.abort() })).toMatchObject({ attempts: 1 })
    const begun = performance.now()
    const ended = await tried(() => coded('E'), { within: 9000, firstWait: 4000, signal: AbortSignal.timeout(30) })
    expect(ended).toMatchObject({ attempts: 1, retries: 1, failure: { name: 'AbortError' } })
    expect(performance.now() - begun).toBeLessThan(3000)
  }, 5000)

  test('gives what an attempt gives', async () => {
    let attempts = 0
    const attempt = async () => {
      attempts += 1
      if (attempts < 3) throw coded('E')
      return 'there'
    }
    const limits = { deadline: performance.now() + 5000, each: 1000, signal: never, firstWait: 1 }
    expect(await withRetries(attempt, limits)).toBe('there')
    expect(attempts).toBe(3)
  })

  test('that hangs is given up in time for another, and the last one at its deadline', async () => {
    const begun = performance.now()
    const signals: AbortSignal[] = []
    const hang = (signal: AbortSignal) => {
      signals.push(signal)
      return new Promise<never>(() => {})
    }
    const limits = { deadline: begun + 300, each: 60, signal: never, firstWait: 1 }
    await expect(withRetries(hang, limits)).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(signals.length).toBeGreaterThan(1)
    expect(signals.every(({ aborted }) => aborted)).toBe(true)
    signals.length = 0
    const late = { ...limits, deadline: performance.now() + 40, each: 60_000 }
    await expect(withRetries(hang, late)).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(signals).toHaveLength(1)
  }, 5000)

  test('ends with its time, though nothing heeds its signal, and not before', async () => {
    const begun = performance.now()
    await expect(attemptWithin(50, () => new Promise(() => {}))).rejects.toMatchObject({ name: 'TimeoutError' })
    expect(performance.now() - begun).toBeGreaterThan(40)
    expect(await attemptWithin(5000, async (signal) => signal.aborted)).toBe(false)
  }, 5000)
})

describe('how long Discord asks to wait', () => {
  const headersOf = async (status: number, headers: Readonly<Record<string, string>>) => {
    const send = withBoundedWaits(async () => new Response(null, { status, headers }))
    const { headers: given } = await send('https://x', {})
    return [given.get('retry-after'), given.get('x-ratelimit-reset-after')]
  }
  test.each<[string, number, Readonly<Record<string, string>>, readonly (string | null)[]]>([
    ['stays where nothing is refused', 200, {}, [null, null]],
    ['stays where it is nothing at all', 429, { 'retry-after': '0' }, ['0', null]],
    [
      'stays where it is a day',
      429,
      { 'retry-after': '86400', 'x-ratelimit-reset-after': '86400' },
      ['86400', '86400'],
    ],
    [
      'is a day where it is more',
      200,
      { 'retry-after': '86401', 'x-ratelimit-reset-after': '1e9' },
      ['86400', '86400'],
    ],
    ['is some seconds where it is not said', 429, {}, ['5', null]],
    ['is some seconds where it is no number', 429, { 'retry-after': 'soon' }, ['5', null]],
    ['is some seconds where it is over', 429, { 'retry-after': '-1' }, ['5', null]],
    ['is some seconds where it is empty', 429, { 'retry-after': '' }, ['5', null]],
  ])('%s', async (_, status, headers, expected) => {
    expect(await headersOf(status, headers)).toEqual(expected)
  })
})
