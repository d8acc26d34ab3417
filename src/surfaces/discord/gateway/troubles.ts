import { type Client, Events, type REST, RESTEvents } from 'discord.js'
import type { Log } from '../../../observability/log.ts'
import type { Metrics } from '../../../observability/metrics.ts'

/** Discord bans an address for a while after 10,000 refused requests in 10 minutes; each so many are logged. */
const refusedRequests = 500

/** Options of a REST client that tells of refused requests. */
export const refusalsTold = { invalidRequestWarningInterval: refusedRequests } as const

/** Logs requests that are slowed down or refused. */
export const logRequests = (rest: REST, log: Log, metrics: Metrics): void => {
  rest.on(RESTEvents.RateLimited, ({ route, timeToReset, scope }) => {
    metrics.rateLimited(scope)
    log.warn({ route, ms: timeToReset }, 'Rate limited')
  })
  rest.on(RESTEvents.InvalidRequestWarning, ({ count }) => log.warn({ count }, 'Discord refuses many requests'))
}

/**
 * Logs what goes wrong between a client and Discord, and when it is well again: one line each, however many attempts lie
 * between. Without a listener for `error`, a failure in any other listener would end the process.
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
  // What ends the connection for good is told by who asked for it.
  client.on(Events.ShardError, (error) => {
    if (!isOver) log.warn({ err: error }, 'The connection to Discord failed')
  })
  client.on(Events.Warn, (message) => log.warn(message))
  client.on(Events.ShardReconnecting, () => {
    metrics.gateway('dropped')
    if (!isLost) log.warn('The connection to Discord is lost; connecting again')
    isLost = true
  })
  client.on(Events.ShardResume, () => {
    metrics.gateway('resumed')
    back()
  })
  client.on(Events.ShardReady, back)
}
