import { type Client, Events, type REST, RESTEvents } from 'discord.js'
import type { Log } from '../../../observability/log.ts'
import type { Metrics } from '../../../observability/metrics.ts'

/** Every so many refused requests are logged; Discord bans an address for a while after 10,000 in 10 minutes. */
const refusedRequests = 500

/** Options of a REST client that reports refused requests. */
export const refusalsTold = { invalidRequestWarningInterval: refusedRequests } as const

/** Logs requests that are slowed down or refused. */
export const logRequests = (rest: REST, log: Log, metrics: Metrics): void => {
  rest.on(RESTEvents.RateLimited, ({ route, timeToReset, scope }) => {
    metrics.rateLimited(scope)
    log.warn({ route, ms: timeToReset }, 'Rate limited')
  })
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => log.warn({ count }, 'Discord is refusing many requests'))
}

/**
 * Logs when the connection to Discord fails and when it is back: one line each, however many attempts lie between.
 * Without a listener for `error`, a failure in any other listener would end the process.
 */
export const logConnection = (client: Client, log: Log, metrics: Metrics): void => {
  let [isLost, isOver] = [false, false]
  const back = (): void => {
    if (isLost) log.info('Connected to Discord again')
    isLost = false
  }
  client.on(Events.Error, (error) => log.error({ err: error }, 'The Discord client failed'))
  client.on(Events.ShardDisconnect, () => {
    isOver = true
  })
  // Whoever opened the connection reports why it ended for good.
  client.on(Events.ShardError, (error) => {
    if (!isOver) log.warn({ err: error }, 'The connection to Discord failed')
  })
  client.on(Events.Warn, (message) => log.warn(message))
  client.on(Events.ShardReconnecting, () => {
    metrics.gateway('dropped')
    if (!isLost) log.warn('Lost the connection to Discord; reconnecting')
    isLost = true
  })
  client.on(Events.ShardResume, () => {
    metrics.gateway('resumed')
    back()
  })
  client.on(Events.ShardReady, back)
}
