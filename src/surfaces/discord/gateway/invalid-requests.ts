import { REST, type RESTOptions } from 'discord.js'
import type { Log } from '../../../observability/log.ts'
import type { Metrics } from '../../../observability/metrics.ts'
import { withBoundedWaits } from './bounded-waits.ts'
import { refusalsTold } from './troubles.ts'

/** Milliseconds. */
const window = 600_000
/** Responses in the window from which on only answers, and then nothing, is sent. Discord's own limit is 10,000. */
const answersOnlyFrom = 5000
const nothingFrom = 9000

const isCounted = (status: number): status is 401 | 403 | 429 => status === 401 || status === 403 || status === 429

/** A request that is held back fails with this; it may succeed later. */
class HeldBackError extends Error {
  override readonly name = 'HeldBackError'
  readonly code = 'QUOTH_HELD_BACK'
}

/** Whether a request answers an interaction: by a callback, or by a webhook that carries the interaction's token. */
const answersSomebody = (url: string): boolean => /\/(?:interactions|webhooks)\/\d+\/[^/?]+/.test(new URL(url).pathname)

/**
 * Counts the responses for which Discord bans an address for a while: 401, 403 and 429, 10,000 of them in 10 minutes.
 * From half of that on, only answers are sent; shortly before the limit, nothing. The window slides, so this ends by
 * itself.
 * @param now milliseconds of a monotonic clock
 * @returns sends a request for a REST client; the clients of one bot share one
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
  /** How many there were in each second of the window, oldest first. */
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
    if (total >= answersOnlyFrom === isHolding) return
    isHolding = !isHolding
    metrics.heldBack(isHolding)
    if (isHolding)
      log.error({ count: total }, 'Discord refused too many requests; sending only answers for some minutes')
    else log.info('Sending all requests to Discord again')
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
    if (total >= nothingFrom || (isHolding && !answersSomebody(url)))
      throw new HeldBackError('held back, since Discord refused too many requests')
    const response = await send(url, init)
    const scope = response.headers.get('x-ratelimit-scope')
    if (response.status === 429) metrics.rateLimited(scope === 'global' || scope === 'shared' ? scope : 'user')
    // Limits shared by all bots do not count against one.
    if (scope !== 'shared') count(response.status)
    return response
  }
}

/**
 * The option of discord.js for a REST base other than Discord's: it must be absent, not undefined, if there is none.
 */
export const apiBase = (api: string | undefined): { readonly api?: string } => (api === undefined ? {} : { api })

/**
 * A client for what answers interactions: Discord exempts that from its global rate limit, and `responder` retries
 * it.
 */
export const createReplyRest = (api: string | undefined, makeRequest: RESTOptions['makeRequest']): REST =>
  new REST({
    ...apiBase(api),
    ...refusalsTold,
    makeRequest,
    retries: 0,
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    // discord.js keeps a queue for every interaction's token, which is unused after a minute or two.
    handlerSweepInterval: 20_000,
  })
