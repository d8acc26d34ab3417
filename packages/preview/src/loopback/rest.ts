import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { ApiError, errorBody, refusals } from './api-error.ts'
import { fileNamed } from './attachment.ts'
import type { Failure, Faults } from './faults.ts'
import { addressOf, refusalOf } from './local-request.ts'
import type { RateLimits } from './rate-limits.ts'
import { readBody, type UploadedFile } from './request-body.ts'
import { matchPath, type RestResponse, type Route, type RouteName } from './route.ts'
import type { World } from './world.ts'

/**
 * A request as it came in, without secrets: an interaction's token in the path reads `:token`. `at` is Unix
 * milliseconds.
 */
export type RecordedRequest = {
  readonly route: RouteName | null
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly files: readonly UploadedFile[]
  readonly at: number
  /** The status of the answer; null while there is none. */
  readonly status: () => number | null
}

type Found = { readonly route: Route; readonly params: Readonly<Record<string, string>> }

const find = (routes: readonly Route[], method: string, path: string): Found | ApiError => {
  const fitting = routes.flatMap((route) => {
    const params = matchPath(route.path, path)
    return params === null ? [] : [{ route, params }]
  })
  if (fitting.length === 0) return refusals.noRoute()
  return fitting.find(({ route }) => route.method === method) ?? refusals.wrongMethod()
}

const send = (
  response: ServerResponse,
  { status, body }: RestResponse,
  headers: Readonly<Record<string, string>> = {},
): void => {
  if (body === undefined) response.writeHead(status, headers).end()
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

const sendFailure = (
  response: ServerResponse,
  failure: Failure,
  bucket: Readonly<Record<string, string>> = {},
): void => {
  switch (failure.status) {
    case 'hang':
      return
    case 'reset':
      response.socket?.destroy()
      return
    case 429: {
      const retryAfter = failure.retryAfter ?? 1
      const body = { message: 'You are being rate limited.', retry_after: retryAfter, global: false }
      const headers = { ...bucket, 'retry-after': String(Math.ceil(retryAfter)), 'x-ratelimit-scope': 'user' }
      send(response, { status: 429, body }, headers)
      return
    }
    case 500:
    case 502:
    case 503:
    case 504:
      send(response, { status: failure.status, body: { message: `${failure.status}: Injected`, code: 0 } })
  }
}

/** Hands out the file of a message, command or form, as Discord's CDN does. */
const sendFile = (world: World, response: ServerResponse, path: string): void => {
  const file = fileNamed(world, path.split('/')[3] ?? '')
  if (file === undefined) send(response, { status: 404 })
  else
    response
      .writeHead(200, { 'content-type': file.contentType, 'content-length': file.bytes.byteLength })
      .end(file.bytes)
}

type Served = {
  readonly world: World
  readonly routes: readonly Route[]
  readonly faults: Faults
  readonly rateLimits: RateLimits
  /** Hears of every API request. */
  record(request: RecordedRequest): void
}

/** Discord's REST API under `/api/v10`, and its files under `/attachments` and `/ephemeral-attachments`. */
export const restListener = ({ world, routes, faults, rateLimits, record }: Served): RequestListener => {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const reason = refusalOf(request, 'programs')
    if (reason !== null) throw refusals.forbidden(reason)
    const url = addressOf(request, world.origin)
    if (url === null) throw refusals.badRequest()
    if (/^\/(?:ephemeral-)?attachments\//.test(url.pathname)) return sendFile(world, response, url.pathname)
    const [, version, path] = /^\/api\/(v\d+)(\/.*)$/.exec(url.pathname) ?? []
    const method = request.method ?? 'GET'
    const found = path === undefined ? refusals.noRoute() : find(routes, method, path)
    const { json, files } = await readBody(request, world.attachmentSizeLimit)
    const isFound = !(found instanceof ApiError)
    const token = isFound ? found.params['token'] : undefined
    record({
      route: isFound ? found.route.name : null,
      method,
      path: token === undefined ? (path ?? url.pathname) : (path ?? '').replace(token, ':token'),
      body: json,
      files,
      at: Date.now(),
      status: () => (response.headersSent ? response.statusCode : null),
    })
    if (!isFound) throw found
    if (version !== 'v10') throw refusals.invalidVersion()
    const { route, params } = found
    const fault = faults.take(route.name)
    if (fault !== undefined && !fault.applied) return sendFailure(response, fault)
    const [, shown = ''] = /^Bot (.+)$/.exec(request.headers.authorization ?? '') ?? []
    if (route.needsToken && !world.token.accepts(shown)) throw refusals.unauthorized()
    const bucket = rateLimits.count(route, params)
    if (bucket !== undefined && bucket.retryAfter !== null)
      return sendFailure(response, { status: 429, retryAfter: bucket.retryAfter }, bucket.headers)
    const result = route.handle({ params, query: url.searchParams, json, files })
    if (fault === undefined) send(response, result, bucket?.headers)
    else sendFailure(response, fault)
  }
  return (request, response) =>
    void answer(request, response).catch((error: unknown) => {
      // A client that hung up in mid-request waits for no answer.
      if (request.destroyed && !request.complete) return
      const refusal = error instanceof ApiError ? error : refusals.serverError()
      // A bug in this server fails one request, as it would with Discord, and does not end the preview.
      if (refusal !== error) process.emitWarning(error instanceof Error ? error : String(error))
      if (!response.headersSent) send(response, { status: refusal.status, body: errorBody(refusal) })
    })
}
