import { type Client, Events, Status } from 'discord.js'

/** How the connection to Discord beats. A client that calls itself ready may have been deaf for an hour. */
export type Heartbeats = {
  /** Milliseconds since Discord last acknowledged a heartbeat of the connection that is worst off. */
  silence(): number
  /** Milliseconds between two heartbeats, as Discord wants them. */
  interval(): number
}

/** What Discord asks for as a rule, until it is known what it asked for. */
const usualInterval = 41_250
/** Milliseconds that a new connection in the place of a lost one may take, which then begins to beat at a random time. */
const reconnection = 1000

/** discord.js keeps the interval to itself, and tells when it was answered by a clock that may be set, but for these lines. */
const beating = /starting to beat every (\d+)ms/
const acknowledged = /^\[WS => Shard (\d+)\] Heartbeat acknowledged/

/**
 * Follows the heartbeats of `client`, which is not logged in yet; becoming ready counts as the first one.
 * @param now milliseconds of a clock that never goes back
 */
export const followHeartbeats = (client: Client, now: () => number = () => performance.now()): Heartbeats => {
  let begun = now()
  let interval = usualInterval
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

/** Why the connection counts as dead, in a sentence: nothing was acknowledged for two heartbeats. Null while it lives. */
export const heartbeatProblem = ({ silence, interval }: Heartbeats): string | null => {
  const silent = silence()
  if (silent <= 2 * interval() + reconnection) return null
  return `Discord acknowledged no heartbeat for ${Math.round(silent / 1000)} s; one is sent every ${Math.round(interval() / 1000)} s.`
}

/** Why nothing would arrive from Discord now, in a sentence; null when it would. */
export const gatewayProblem = ({ ws }: Client): string | null => {
  const away = ws.shards.find(({ status }) => status !== Status.Ready)
  return away === undefined && ws.shards.size > 0
    ? null
    : `Not connected to Discord (${Status[away?.status ?? Status.Idle]}).`
}
