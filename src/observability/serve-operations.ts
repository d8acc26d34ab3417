import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { QuothError } from '../domain/error.ts'
import { type CheckResult, type Health, runChecks } from './health.ts'
import type { Metrics } from './metrics.ts'

/** The server for programs that monitor Quoth; `url` ends in a slash. */
export type Operations = { readonly url: string; close(): Promise<void> }

/** Requests come from a program on this machine and have a line or two, so the limits are tight. */
const limits = {
  requestTimeout: 2000,
  headersTimeout: 2000,
  keepAliveTimeout: 1000,
  connectionsCheckingInterval: 1000,
  maxHeaderSize: 8192,
} as const
const maxConnections = 32

/**
 * Limits the number of connections to a server. A further one closes the oldest, preferably one that is not waiting for
 * a response. If it was rejected instead, connections that are opened and left idle would lock out the monitoring.
 */
const limitConnections = (limit: number, server: Server): void => {
  /** For each connection, oldest first, whether a response is being sent. */
  const isResponding = new Map<Socket, boolean>()
  const setResponding = (socket: Socket, value: boolean): void => {
    if (isResponding.has(socket)) isResponding.set(socket, value)
  }
  server.on('connection', (socket: Socket) => {
    isResponding.set(socket, false)
    socket.once('close', () => isResponding.delete(socket))
    if (isResponding.size <= limit) return
    const [[oldest] = [socket]] = [...isResponding].sort(([, a], [, b]) => Number(a) - Number(b))
    isResponding.delete(oldest)
    oldest.destroy()
  })
  server.on('request', ({ socket }: IncomingMessage, response: ServerResponse) => {
    setResponding(socket, true)
    response.once('close', () => setResponding(socket, false))
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

const sendResult = (response: ServerResponse, { ok, checks }: CheckResult): void =>
  sendJson(response, ok ? 200 : 503, { status: ok ? 'ok' : 'failing', checks })

/** Whether the `Host` header has another name, as when a web page makes its own name resolve to this machine. */
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
 * Serves `/healthz`, `/readyz` and `/metrics` on 127.0.0.1 until it is closed, for GET and HEAD only. The status is 200
 * if all checks pass, otherwise 503 with the result of each.
 * @param options `port`: 0 for any free one
 * @throws QuothError `bad-settings` if the port is taken or not allowed
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
    if (isForeign(request)) return sendJson(response, 403, { message: 'Only requests to 127.0.0.1 are answered.' })
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      return sendJson(response, 405, { message: 'Only GET and HEAD are allowed.' })
    }
    switch ((request.url ?? '/').split('?')[0]) {
      case '/healthz':
        return sendResult(response, await runChecks(health.alive))
      case '/readyz':
        return sendResult(response, await runChecks(health.ready))
      case '/metrics': {
        const { contentType, body } = await metrics.text()
        return sendText(response, 200, contentType, body)
      }
    }
    sendJson(response, 404, { message: 'Not found. Try /healthz, /readyz or /metrics.' })
  }
  const server = createServer(limits, (request, response) => {
    answer(request, response).catch(() => sendJson(response, 500, { message: 'The metrics could not be read.' }))
  })
  limitConnections(maxConnections, server)
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
