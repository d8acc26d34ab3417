import { randomBytes } from 'node:crypto'
import { type GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10'
import { WebSocket } from 'ws'
import { mostKept } from './newest.ts'

type Dispatch = { readonly op: GatewayOpcodes.Dispatch; readonly t: string; readonly s: number; readonly d: unknown }

/** What a bot has been told of late, so that it can be told again what a dropped socket missed. */
export type GatewaySession = {
  readonly id: string
  dispatch(event: GatewayDispatchEvents, data: unknown): void
  /** Sends what came after `sequence` over a new socket. False when that is not known: it never came so far, or long ago. */
  resume(socket: WebSocket, sequence: number): boolean
  /** The socket of the bot, open or not. */
  socket(): WebSocket
}

/** Writes one frame, unless the socket is closed: what is lost so is sent again after Resume. */
export const sendFrame = (socket: WebSocket, frame: object): void => {
  if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame))
}

export const createSession = (first: WebSocket): GatewaySession => {
  const sent: Dispatch[] = []
  let last = 0
  let socket = first
  const dispatch = (event: GatewayDispatchEvents, data: unknown) => {
    const frame: Dispatch = { op: GatewayOpcodes.Dispatch, t: event, s: ++last, d: data }
    sent.push(frame)
    if (sent.length > mostKept) sent.shift()
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
