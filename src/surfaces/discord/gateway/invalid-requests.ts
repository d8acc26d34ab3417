import { REST, type RESTOptions } from 'discord.js'
import type { Log } from '../../../observability/log.ts'
import type { Metrics } from '../../../observability/metrics.ts'
import { withBoundedWaits } from './bounded-waits.ts'
import { refusalsTold } from './troubles.ts'

/** Milliseconds, and how many responses in them from which on requests are held back. Discord's own limit is 10,000. */
const window = 600_000
const fewRequests = 5000
const noRequests = 9000

const isCounted = (status: number): status is 401 | 403 | 429 => status === 401 || status === 403 || status === 429

/** What a request that is held back fails with; it may succeed later. */
class HeldBackError extends Error {
  override readonly name = 'HeldBackError'
  readonly code = 'QUOTH_HELD_BACK'
}

/** Whether a request answers an interaction: by a callback, or by a webhook that carries the interaction's token. */
const answersSomebody = (url: string): boolean => /\/(?:interactions|webhooks)\/\d+\/[^/?]+/.test(new URL(url).pathname)

/**
 * Counts the responses for which Discord bans an address for a while: 401, 403 and 429, 10,000 of them in 10 minutes. After
 * half of them, only who asked something is still answered; shortly before all of them, nothing is sent. The window
 * slides, so this ends by itself.
 * @param now milliseconds of a clock that never goes back
 * @returns what sends a request for a REST client; the clients of one bot share one
 */
export const createRequestGuard = ({
  log,
  metrics,
  send = withBoundedWaits(),
  now = () => performance.now(),
}: {
  readonly log: Log
  readonly metrics: Metrics
  readonly send?: RESTOptions['makeRequest']
  readonly now?: () => number
}): RESTOptions['makeRequest'] => {
  /** How many there were in each second that is within the window, oldest first. */
  const seconds = new Map<number, number>()
  let total = 0
  let isHolding = false

  const look = (): void => {
    const oldest = (now() - window) / 1000
    for (const [second, count] of seconds) {
      if (second > oldest) break
      seconds.delete(second)
      total -= count
    }
    if (total >= fewRequests === isHolding) return
    isHolding = !isHolding
    metrics.heldBack(isHolding)
    if (isHolding)
      log.error({ count: total }, 'Discord refused too many requests; for some minutes, only answers are sent')
    else log.info('Requests to Discord are sent again')
  }
  const count = (status: number): void => {
    if (!isCounted(status)) return
    metrics.invalidRequest(status)
    const second = Math.floor(now() / 1000)
    seconds.set(second, (seconds.get(second) ?? 0) + 1)
    total += 1
    look()
  }

  return async (url, init) => {
    look()
    if (total >= noRequests || (isHolding && !answersSomebody(url)))
      throw new HeldBackError('too many requests were refused, and this one is held back')
    const response = await send(url, init)
    const scope = response.headers.get('x-ratelimit-scope')
    if (response.status === 429) metrics.rateLimited(scope === 'global' || scope === 'shared' ? scope : 'user')
    // Limits that all bots share are not held against one.
    if (scope !== 'shared') count(response.status)
    return response
  }
}

/** The option of discord.js for another REST base than Discord's own: it must be absent, not undefined, where there is none. */
export const apiBase = (api: string | undefined): { readonly api?: string } => (api === undefined ? {} : { api })

/** A client for what answers interactions: Discord exempts that from its global rate limit, and `responder` retries it. */
export const createReplyRest = (api: string | undefined, makeRequest: RESTOptions['makeRequest']): REST =>
  new REST({
    ...apiBase(api),
    ...refusalsTold,
    makeRequest,
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // discord.js keeps a queue for every interaction's token, which nobody uses after a minute or two.
    handlerSweepInterval: 20_000,
  })
