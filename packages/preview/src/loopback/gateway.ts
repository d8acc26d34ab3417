import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { GatewayCloseCodes, GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10'
import { type RawData, WebSocket, WebSocketServer } from 'ws'
import { z } from 'zod'
import { addressOf, refusalOf } from './local-request.ts'
import { guildCreatePayload, readyPayload } from './payload.ts'
import type { World } from './world.ts'
import { forgetOldest, maxKept } from './world.ts'

type Dispatch = { readonly op: GatewayOpcodes.Dispatch; readonly t: string; readonly s: number; readonly d: unknown }

/** The events recently sent to a bot, so that those that a dropped socket missed can be sent again. */
type GatewaySession = {
  readonly id: string
  dispatch(event: GatewayDispatchEvents, data: unknown): void
  /**
   * Sends what came after `sequence` over a new socket. False when that is not known: it never came so far, or long
   * ago.
   */
  resume(socket: WebSocket, sequence: number): boolean
  /** The socket of the bot, open or not. */
  socket(): WebSocket
}

/** Writes one frame, unless the socket is closed: what is lost so is sent again after Resume. */
const sendFrame = (socket: WebSocket, frame: object): void => {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
}

const createSession = (first: WebSocket): GatewaySession => {
  const sent: Dispatch[] = []
  let last = 0
  let socket = first
  const dispatch = (event: GatewayDispatchEvents, data: unknown) => {
    const frame: Dispatch = { op: GatewayOpcodes.Dispatch, t: event, s: ++last, d: data }
    sent.push(frame)
    if (sent.length > maxKept) sent.shift()
    sendFrame(socket, frame)
  }
  return {
    id: randomBytes(16).toString('hex'),
    dispatch,
    resume: (next, sequence) => {
      if (sequence > last || sequence < last - sent.length) return false
      socket = next
      for (const frame of sent.slice(sent.length - (last - sequence))) sendFrame(socket, frame)
      return true
    },
    socket: () => socket,
  }
}

export type Gateway = {
  /** Sends an event to every bot that is logged in; to one whose socket is down, after Resume. */
  dispatch(event: GatewayDispatchEvents, data: unknown): void
  /** Closes every socket with `code`, or cuts it without a word. Sessions can be resumed. */
  dropSockets(code?: number): void
  /** Op 9 for as many of the next Identify and Resume frames. */
  refuseSessions(times: number): void
  /** Op 9: every session is over, and the bots have to identify again. */
  invalidateSessions(): void
  /** Op 7: asks the bots to reconnect and resume. */
  requestReconnects(): void
  /** Whether heartbeats are acknowledged. */
  acknowledgeHeartbeats(yes: boolean): void
  /** Revokes the token: every session ends with 4004, and no login succeeds any more. */
  revokeToken(): void
  /**
   * How often bots identified, came back to a session, and sent a heartbeat; and when the latest Identify frames came,
   * in Unix milliseconds.
   */
  counts(): {
    readonly identified: number
    readonly resumed: number
    readonly heartbeats: number
    readonly identifiedAt: readonly number[]
  }
  close(): Promise<void>
}

const maxPayload = 4096
const maxFrames = 120
const framesWindow = 60_000
/** Intents that Discord grants only to applications that asked for them in its portal. */
const privileged = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent

const frame = z.object({ op: z.int(), d: z.unknown() })
const identify = z.object({
  token: z.string(),
  intents: z.int().min(0),
  properties: z.record(z.string(), z.unknown()),
})
const resume = z.object({ token: z.string(), session_id: z.string(), seq: z.int().min(0) })

const frameOf = (raw: RawData): z.infer<typeof frame> | null => {
  try {
    return frame.parse(JSON.parse(String(raw)))
  } catch {
    return null
  }
}

/** Serves version 10 of the gateway, in JSON, over WebSockets on `server`. */
export const openGateway = (server: Server, world: World, url: string): Gateway => {
  const sockets = new WebSocketServer({
    server,
    verifyClient: ({ req }, decide) => {
      if (refusalOf(req, 'programs') !== null) decide(false, 403)
      else decide(addressOf(req, world.origin) !== null, 400)
    },
  })
  const sessions = new Map<string, GatewaySession>()
  const counts = { identified: 0, resumed: 0, heartbeats: 0 }
  let identifiedAt: readonly number[] = []
  let acknowledges = true
  let refusing = 0

  const loggedIn = (socket: WebSocket) => [...sessions.values()].find((session) => session.socket() === socket)
  const end = (session: GatewaySession) => {
    sessions.delete(session.id)
    if (sessions.size === 0) world.events.emit({ kind: 'bot-offline' })
  }

  const revokeToken = () => {
    world.token.revoke()
    for (const session of [...sessions.values()]) {
      end(session)
      session.socket().close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.')
    }
  }

  const isRefused = (socket: WebSocket): boolean => {
    if (refusing === 0) return false
    refusing -= 1
    sendFrame(socket, { op: GatewayOpcodes.InvalidSession, d: false })
    return true
  }

  const onIdentify = (socket: WebSocket, data: unknown) => {
    counts.identified += 1
    identifiedAt = [...identifiedAt.slice(1 - maxKept), Date.now()]
    // Discord revokes the token of a bot that identifies too often.
    if (counts.identified > world.identifiesADay) revokeToken()
    if (loggedIn(socket)) return socket.close(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.')
    const asked = identify.safeParse(data)
    if (!asked.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.')
    if (!world.token.accepts(asked.data.token))
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.')
    if (asked.data.intents & privileged)
      return socket.close(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).')
    if (isRefused(socket)) return
    const session = createSession(socket)
    sessions.set(session.id, session)
    forgetOldest(sessions)
    session.dispatch(GatewayDispatchEvents.Ready, readyPayload(world, session.id, url))
    for (const guild of world.guilds)
      if (!guild.isUnavailable) session.dispatch(GatewayDispatchEvents.GuildCreate, guildCreatePayload(world, guild))
    world.events.emit({ kind: 'bot-online' })
  }

  const onResume = (socket: WebSocket, data: unknown) => {
    const asked = resume.safeParse(data)
    if (!asked.success) return socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.')
    if (!world.token.accepts(asked.data.token))
      return socket.close(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.')
    if (isRefused(socket)) return
    const session = sessions.get(asked.data.session_id)
    if (session === undefined) return sendFrame(socket, { op: GatewayOpcodes.InvalidSession, d: false })
    if (!session.resume(socket, asked.data.seq)) return socket.close(GatewayCloseCodes.InvalidSeq, 'Invalid seq.')
    counts.resumed += 1
    session.dispatch(GatewayDispatchEvents.Resumed, {})
  }

  const onFrame = (socket: WebSocket, { op, d }: z.infer<typeof frame>) => {
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        counts.heartbeats += 1
        if (acknowledges) sendFrame(socket, { op: GatewayOpcodes.HeartbeatAck })
        return
      case GatewayOpcodes.Identify:
        return onIdentify(socket, d)
      case GatewayOpcodes.Resume:
        return onResume(socket, d)
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
      case GatewayOpcodes.RequestGuildMembers:
        if (!loggedIn(socket)) socket.close(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.')
        return
      default:
        return socket.close(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.')
    }
  }

  sockets.on('connection', (socket, request) => {
    const query = addressOf(request, world.origin)?.searchParams
    if (query?.get('v') !== '10' || query.get('encoding') !== 'json')
      return socket.close(GatewayCloseCodes.InvalidAPIVersion, 'Invalid API version.')
    /** When the frames of the last minute came. */
    let received: number[] = []
    // An error of the transport ends in `close`, which says all that there is to know.
    socket.on('error', () => {})
    socket.on('message', (raw) => {
      const now = performance.now()
      received = [...received.filter((at) => at > now - framesWindow), now]
      if (received.length > maxFrames) return socket.close(GatewayCloseCodes.RateLimited, 'Rate limited.')
      const read = Buffer.byteLength(String(raw)) > maxPayload ? null : frameOf(raw)
      if (read === null) socket.close(GatewayCloseCodes.DecodeError, 'Error while decoding payload.')
      else onFrame(socket, read)
    })
    socket.on('close', (code) => {
      const session = loggedIn(socket)
      // A bot that closes with 1000 or 1001 says goodbye; after anything else it may come back.
      if (session && (code === 1000 || code === 1001)) end(session)
    })
    sendFrame(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: world.limits.heartbeatInterval } })
  })

  return {
    dispatch: (event, data) => {
      for (const session of sessions.values()) session.dispatch(event, data)
    },
    dropSockets: (code) => {
      for (const socket of sockets.clients) code === undefined ? socket.terminate() : socket.close(code)
    },
    refuseSessions: (times) => {
      refusing = times
    },
    revokeToken,
    invalidateSessions: () => {
      for (const session of [...sessions.values()]) {
        end(session)
        sendFrame(session.socket(), { op: GatewayOpcodes.InvalidSession, d: false })
      }
    },
    requestReconnects: () => {
      for (const session of sessions.values()) sendFrame(session.socket(), { op: GatewayOpcodes.Reconnect, d: null })
    },
    acknowledgeHeartbeats: (yes) => {
      acknowledges = yes
    },
    counts: () => ({ ...counts, identifiedAt }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate()
        sockets.close(() => resolve())
      }),
  }
}
