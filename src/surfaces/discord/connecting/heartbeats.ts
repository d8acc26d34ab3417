import { type Client, Events, Status } from 'discord.js'

/** How the connection to Discord beats. A client that calls itself ready may have been deaf for an hour. */
export type Heartbeats = {
  /** Unix milliseconds at which Discord last acknowledged a heartbeat of the connection that is worst off. */
  lastAcknowledged(): number
  /** Milliseconds between two heartbeats, as Discord wants them. */
  interval(): number
}

/** What Discord asks for as a rule, until it is known what it asked for. */
const usualInterval = 41_250
/** Milliseconds that a new connection in the place of a lost one may take, which then begins to beat at a random time. */
const reconnection = 1000

/** discord.js keeps the interval to itself, but for this line. */
const beating = /starting to beat every (\d+)ms/

/**
 * Follows the heartbeats of `client`, which is not logged in yet; becoming ready counts as the first one.
 * @param now Unix milliseconds
 */
export const followHeartbeats = (client: Client, now: () => number = Date.now): Heartbeats => {
  let begun = now()
  let interval = usualInterval
  client.once(Events.ClientReady, () => {
    begun = now()
  })
  client.on(Events.Debug, (line) => {
    const [, milliseconds] = beating.exec(line) ?? []
    if (milliseconds !== undefined) interval = Number(milliseconds)
  })
  return {
    // discord.js notes when an acknowledged heartbeat was sent, and how long its acknowledgement took.
    lastAcknowledged: () =>
      Math.min(
        ...[...client.ws.shards.values()].map(({ lastPingTimestamp, ping }) =>
          Math.max(begun, lastPingTimestamp + ping),
        ),
      ),
    interval: () => interval,
  }
}

/** Why the connection counts as dead, in a sentence: nothing was acknowledged for two heartbeats. Null while it lives. */
export const heartbeatProblem = (
  { lastAcknowledged, interval }: Heartbeats,
  now: number = Date.now(),
): string | null => {
  const silent = now - lastAcknowledged()
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
