import { once } from 'node:events'
import { Client, Events, GatewayIntentBits, type Interaction, type RESTOptions, Status } from 'discord.js'
import type { QuothError } from '../../../domain/error.ts'
import type { Check } from '../../../observability/health.ts'
import type { Log } from '../../../observability/log.ts'
import type { Metrics } from '../../../observability/metrics.ts'
import type { State } from '../../../state/port.ts'
import { createIdentifyBudget, discordsLimits, type IdentifyLimits } from './identify-budget.ts'
import { apiBase } from './invalid-requests.ts'
import { followThreads } from './threads.ts'
import { asExpected, fatalClose } from './token.ts'
import { logConnection, logRequests, refusalsTold } from './troubles.ts'

/**
 * Heartbeats tell whether a connection is alive: a client that calls itself ready may have received nothing for an
 * hour.
 */
type Heartbeats = {
  /** Milliseconds since Discord last acknowledged a heartbeat, of the shard with the oldest one. */
  silence(): number
  /** Milliseconds between two heartbeats, as set by Discord. */
  interval(): number
}

/** What Discord usually asks for; used until it has asked. */
const defaultInterval = 41_250
/** Milliseconds allowed for reconnecting; a new connection sends its first heartbeat at a random time. */
const reconnection = 1000

/** Only these debug lines of discord.js give the interval, and acknowledgements without its wall clock. */
const beating = /starting to beat every (\d+)ms/
const acknowledged = /^\[WS => Shard (\d+)\] Heartbeat acknowledged/

/**
 * Follows the heartbeats of `client`, which is not logged in yet; becoming ready counts as the first one.
 * @param now milliseconds of a monotonic clock
 */
export const followHeartbeats = (client: Client, now: () => number = () => performance.now()): Heartbeats => {
  let begun = now()
  let interval = defaultInterval
  const answered = new Map<number, number>()
  client.once(Events.ClientReady, () => {
    begun = now()
  })
  client.on(Events.Debug, (line) => {
    const [, milliseconds] = beating.exec(line) ?? []
    if (milliseconds !== undefined) interval = Number(milliseconds)
    const [, shard] = acknowledged.exec(line) ?? []
    if (shard !== undefined) answered.set(Number(shard), now())
  })
  return {
    silence: () =>
      now() - Math.min(...[...client.ws.shards.keys()].map((id) => Math.max(begun, answered.get(id) ?? begun))),
    interval: () => interval,
  }
}

/** Why the connection counts as dead: nothing was acknowledged for two heartbeats. Null while it is alive. */
export const heartbeatProblem = ({ silence, interval }: Heartbeats): string | null => {
  const silent = silence()
  if (silent <= 2 * interval() + reconnection) return null
  const [silentFor, every] = [silent, interval()].map((milliseconds) => Math.round(milliseconds / 1000))
  return `Discord acknowledged no heartbeat for ${silentFor} s; one is sent every ${every} s.`
}

/** Why nothing can arrive from Discord now; null when it can. */
export const gatewayProblem = ({ ws }: Client): string | null => {
  const away = ws.shards.find(({ status }) => status !== Status.Ready)
  return away === undefined && ws.shards.size > 0
    ? null
    : `Not connected to Discord (${Status[away?.status ?? Status.Idle]}).`
}

/** A client that is logged in and ready. */
export type Connection = {
  readonly client: Client
  readonly applicationId: string
  readonly name: string
  /** Resolves with the reason when Discord ends the connection for good; discord.js still calls itself ready then. */
  readonly ended: Promise<QuothError>
  /** Whether Discord acknowledges heartbeats, and whether questions arrive. */
  readonly checks: { readonly heartbeat: Check; readonly gateway: Check }
}

/**
 * Logs in and waits until the client knows its guilds.
 * - `take` receives every interaction from then on.
 * - `onGuild` is told of each guild that the bot is in, and of those that it is removed from.
 * - `makeRequest` sends the client's requests.
 * - `identifies` knows the logins of earlier runs; those of this run count in any case.
 * @throws QuothError `bad-settings` when Discord refuses the token or the connection, or after too many logins;
 * `unreachable` when it cannot be reached
 */
export const connect = async ({
  token,
  api,
  log,
  metrics,
  take,
  onGuild = () => {},
  makeRequest,
  identifies,
  identifyLimits = discordsLimits,
}: {
  readonly token: string
  readonly api: string | undefined
  readonly log: Log
  readonly metrics: Metrics
  readonly take: (interaction: Interaction) => void
  readonly onGuild?: (guild: string, isIn: boolean) => void
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
    // Discord tells of servers after it is ready, of some late or never: nobody waits for them. Until a server is told
    // of, its members see what everyone may see.
    waitGuildTimeout: 0,
  })
  followThreads(client)
  const heartbeats = followHeartbeats(client)
  logConnection(client, log, metrics)
  logRequests(client.rest, log, metrics)
  client.on(Events.InteractionCreate, take)
  client.on(Events.GuildCreate, ({ id }) => onGuild(id, true))
  // An outage of Discord’s is no removal: discord.js tells of that otherwise.
  client.on(Events.GuildDelete, ({ id }) => onGuild(id, false))
  client.on(Events.ShardDisconnect, ({ code }) => end(fatalClose(code)))
  try {
    // `login` strips a leading `Bot`, even if the token itself begins with it.
    const ready = Promise.all([once(client, Events.ClientReady), client.login(`Bot ${token}`)])
    const refusal = await Promise.race([ready.then(() => null), ended])
    if (refusal !== null) throw refusal
  } catch (error) {
    await client.destroy()
    throw asExpected(error)
  }
  for (const id of client.guilds.cache.keys()) onGuild(id, true)
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
