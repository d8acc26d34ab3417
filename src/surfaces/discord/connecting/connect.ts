import { once } from 'node:events'
import { Client, Events, GatewayIntentBits, type Interaction, type RESTOptions } from 'discord.js'
import type { QuothError } from '../../../domain/error.ts'
import type { Check } from '../../../observing/health.ts'
import type { Log } from '../../../observing/log.ts'
import type { Metrics } from '../../../observing/metrics.ts'
import type { State } from '../../../state/port.ts'
import { apiBase } from './api-base.ts'
import { followHeartbeats, gatewayProblem, heartbeatProblem } from './heartbeats.ts'
import { createIdentifyBudget, discordsLimits, type IdentifyLimits } from './identify-budget.ts'
import { asExpected, fatalClose } from './token.ts'
import { logConnection, logRequests, refusalsTold } from './troubles.ts'

/** A client that is logged in and ready. */
export type Connection = {
  readonly client: Client
  readonly applicationId: string
  readonly name: string
  /** Resolves with the reason when Discord ends the connection for good; discord.js then goes on calling itself ready. */
  readonly ended: Promise<QuothError>
  /** Whether Discord acknowledges heartbeats, and whether questions arrive. */
  readonly checks: { readonly heartbeat: Check; readonly gateway: Check }
}

/**
 * Logs in and waits until the client knows its guilds.
 * - `take` gets every interaction from then on.
 * - `makeRequest` sends the client's requests.
 * - `identifies` knows the logins of earlier runs; those of this run count in any case.
 * @throws QuothError `bad-settings` when Discord refuses the token or how the bot connects, or after too many logins;
 * `unreachable` when it is out of reach
 */
export const connect = async ({
  token,
  api,
  log,
  metrics,
  take,
  makeRequest,
  identifies,
  identifyLimits = discordsLimits,
}: {
  readonly token: string
  readonly api: string | undefined
  readonly log: Log
  readonly metrics: Metrics
  readonly take: (interaction: Interaction) => void
  readonly makeRequest: RESTOptions['makeRequest']
  readonly identifies?: State['identifies'] | undefined
  readonly identifyLimits?: IdentifyLimits | undefined
}): Promise<Connection> => {
  let end: (reason: QuothError) => void = () => {}
  const ended = new Promise<QuothError>((resolve) => {
    end = resolve
  })
  const throttler = createIdentifyBudget({
    identifies,
    log,
    onIdentify: () => metrics.gateway('identified'),
    onExhausted: end,
    limits: identifyLimits,
  })
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    rest: { ...apiBase(api), ...refusalsTold, makeRequest },
    ws: { buildIdentifyThrottler: () => throttler },
  })
  const heartbeats = followHeartbeats(client)
  logConnection(client, log, metrics)
  logRequests(client.rest, log, metrics)
  client.on(Events.InteractionCreate, take)
  client.on(Events.ShardDisconnect, ({ code }) => end(fatalClose(code)))
  try {
    // `login` takes a leading `Bot` away, even one that is the token's own beginning.
    const ready = Promise.all([once(client, Events.ClientReady), client.login(`Bot ${token}`)])
    const refusal = await Promise.race([ready.then(() => null), ended])
    if (refusal !== null) throw refusal
  } catch (error) {
    await client.destroy()
    throw asExpected(error)
  }
  const { application, user } = client
  if (application === null || user === null) throw new Error('discord.js is ready and does not know its application')
  metrics.gauge('heartbeat_age_seconds', () => heartbeats.silence() / 1000)
  metrics.gauge('guilds', () => client.guilds.cache.size)
  return {
    client,
    applicationId: application.id,
    name: user.username,
    ended,
    checks: { heartbeat: () => heartbeatProblem(heartbeats), gateway: () => gatewayProblem(client) },
  }
}
