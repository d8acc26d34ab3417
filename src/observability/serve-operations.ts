import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { QuothError } from '../domain/error.ts'
import { type Health, type Verdict, verdictOf } from './health.ts'
import type { Metrics } from './metrics.ts'

/** The address for programs that watch Quoth; `url` ends in a slash. */
export type Operations = { readonly url: string; close(): Promise<void> }

/** Who asks is a program on this machine that sends a line or two: anything slower or more is not one. */
const limits = {
  requestTimeout: 2000,
  headersTimeout: 2000,
  keepAliveTimeout: 1000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 8192,
} as const
const mostConnections = 32

/**
 * Lets a server have so many connections at most: another one ends the oldest, of those that wait for no answer where
 * there is one. Turned away instead, whoever watches would be kept out by connections that are opened and left.
 */
const endOldestBeyond = (most: number, server: Server): void => {
  /** Whether an answer is under way, of the oldest connection first. */
  const isAnswered = new Map<Socket, boolean>()
  const note = (socket: Socket, isUnderWay: boolean): void => {
    if (isAnswered.has(socket)) isAnswered.set(socket, isUnderWay)
  }
  server.on('connection', (socket: Socket) => {
    isAnswered.set(socket, false)
    socket.once('close', () => isAnswered.delete(socket))
    if (isAnswered.size <= most) return
    const [[oldest] = [socket]] = [...isAnswered].sort(([, a], [, b]) => Number(a) - Number(b))
    isAnswered.delete(oldest)
    oldest.destroy()
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    note(socket, true)
    response.once('close', () => note(socket, false))
  })
}

const sendText = (response: ServerResponse, status: number, contentType: string, body: string): void => {
  response.writeHead(status, {
    'content-type': contentType,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}

const sendJson = (response: ServerResponse, status: number, body: object): void =>
  sendText(response, status, 'application/json', `${JSON.stringify(body)}\n`)

const sendVerdict = (response: ServerResponse, { ok, checks }: Verdict): void =>
  sendJson(response, ok ? 200 : 503, { status: ok ? 'ok' : 'failing', checks })

/** A name that somebody made resolve to this machine, so that a web page may read what it says, shows in `Host`. */
const isForeign = ({ headers, socket }: IncomingMessage): boolean =>
  ![`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`].includes(headers.host ?? '')

const portProblem = (error: NodeJS.ErrnoException, port: number): Error =>
  error.code === 'EADDRINUSE' || error.code === 'EACCES'
    ? new QuothError(
        'bad-settings',
        `Health and metrics cannot use port ${port} (${error.code}). Set QUOTH_OPS_PORT to another, or to 0 for none.`,
      )
    : error

/**
 * Answers `/healthz`, `/readyz` and `/metrics` on 127.0.0.1, GET and HEAD alone, until it is closed: 200 when all is
 * well, 503 with the reason for each check otherwise.
 * @param port 0 for any free one
 * @throws QuothError `bad-settings` when the port is taken or not allowed
 */
export const serveOperations = async ({
  port,
  health,
  metrics,
}: {
  readonly port: number
  readonly health: Health
  readonly metrics: Metrics
}): Promise<Operations> => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (isForeign(request)) return sendJson(response, 403, { message: 'Only 127.0.0.1 is served.' })
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return sendJson(response, 405, { message: 'There is nothing to change here.' })
    }
    switch ((request.url ?? '/').split('?')[0]) {
      case '/healthz':
        return sendVerdict(response, await verdictOf(health.alive))
      case '/readyz':
        return sendVerdict(response, await verdictOf(health.ready))
      case '/metrics': {
        const { contentType, body } = await metrics.text()
        return sendText(response, 200, contentType, body)
      }
    }
    sendJson(response, 404, { message: 'There are /healthz, /readyz and /metrics.' })
  }
  const server = createServer(limits, (request, response) => {
    answer(request, response).catch(() => sendJson(response, 500, { message: 'The figures could not be read.' }))
  })
  endOldestBeyond(mostConnections, server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portProblem(error, port)))
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
