import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer, json } from 'node:stream/consumers'
import { ZodError, z } from 'zod'
import type { Api } from './api.ts'
import { refusalOf } from './loopback/local-request.ts'
import type { Loopback } from './loopback/loopback.ts'
import type { PageFile } from './page-files.ts'
import type { PreviewAbout, PreviewEvent } from './protocol.ts'
import type { Sessions } from './sessions.ts'
import type { Uploads } from './uploads.ts'

const foreign = 'The preview answers its own page only.'

const uploadPath = '/api/upload'

const pathOf = ({ url = '/' }: IncomingMessage): string => url.split('?')[0] ?? '/'

/**
 * Why a request is not answered; null if it may be. Beyond what `refusalOf` checks, the page is only opened by its own
 * address, and what changes anything has to come from the page itself, as JSON or, for an upload, as bytes: neither is
 * what a form of another page can send.
 */
const pageRefusalOf = (request: IncomingMessage): string | null => {
  const refusal = refusalOf(request, 'programs and own page')
  if (refusal !== null) return refusal
  const { method, headers } = request
  if (method === 'GET' || method === 'HEAD') {
    const isForeign = ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))
    return isForeign && headers['sec-fetch-mode'] !== 'navigate' ? foreign : null
  }
  if (headers.origin === undefined) return foreign
  const isUpload = pathOf(request) === uploadPath
  if (headers['content-type'] === (isUpload ? 'application/octet-stream' : 'application/json')) return null
  return isUpload ? 'The preview takes files as bytes only.' : 'The preview takes JSON only.'
}

type Served = {
  readonly loopback: Loopback
  readonly name: string
  about(): Promise<PreviewAbout>
  readonly page: ReadonlyMap<string, PageFile>
  readonly sessions: Sessions
  readonly api: Api
  readonly uploads: Uploads
}

/** Nothing from elsewhere, no script but the page's own files, and in no frame. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ')

const securityHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
}

/** Bytes that a request may have: the longest option value as JSON, with room to spare. */
const largestBody = 64 * 1024
/** Pictures may be shown in the page; anything else that a bot attached is only ever downloaded. */
const pictureTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp']

/** What the page says of a file that it uploads. */
const uploadQuery = z.strictObject({ name: z.string().min(1).max(260), type: z.string().regex(/^[\w.+/-]{0,100}$/) })

const sendJson = (response: ServerResponse, status: number, body: object): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

const sendFile = (response: ServerResponse, loopback: Loopback, messageId: string, fileId: string): boolean => {
  const message = loopback.messages().find(({ id }) => id === messageId)
  const file = message?.attachments.find(({ id }) => id === fileId)
  if (file === undefined) return false
  response.writeHead(200, {
    'content-type': pictureTypes.includes(file.contentType) ? file.contentType : 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
  })
  response.end(file.bytes)
  return true
}

/** Answers every request of the page, and refuses those of anybody else. */
export const requestListener = ({ loopback, name, about, page, sessions, api, uploads }: Served) => {
  const servers = loopback.guilds.map(({ id, name, roles = [] }) => ({
    ...{ id, name },
    roles: roles.map((role) => ({ id: role.id, name: role.name })),
  }))
  const names = () =>
    Object.fromEntries([
      ...[...sessions.people, ...loopback.channels, ...servers.flatMap(({ roles }) => roles)].map((each) => [
        each.id,
        each.name,
      ]),
      [loopback.applicationId, name],
    ])

  /** The page may remember a person from another run who does not exist in this one, so it is told who it is. */
  const openStream = async (response: ServerResponse, by: string | null) => {
    const session = sessions.of(sessions.people.find(({ id }) => id === by)?.id)
    session.stream.open(response, {
      kind: 'session',
      person: session.person,
      people: sessions.people,
      servers,
      largestFile: uploads.limit,
      names: names(),
      bot: name,
      online: sessions.online(),
      about: await about(),
      places: session.places(),
      entries: session.entries(),
    })
  }

  const callApi = async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const call = api.get(path)
    if (call === undefined) return sendJson(response, 404, { message: 'Not found.' })
    if (Number(request.headers['content-length'] ?? Infinity) > largestBody)
      return sendJson(response, 413, { message: 'The request is too large.' })
    try {
      const answer = await call(await json(request))
      if (answer === null) response.writeHead(204).end()
      else sendJson(response, 200, answer)
    } catch (error) {
      // Explains to the person what Discord’s own client would not have sent.
      const isForeign = error instanceof ZodError || error instanceof SyntaxError
      const message = isForeign || !(error instanceof Error) ? 'The page sent an invalid request.' : error.message
      sendJson(response, 400, { message })
    }
  }

  const takeUpload = async (request: IncomingMessage, response: ServerResponse, query: URLSearchParams) => {
    const described = uploadQuery.safeParse(Object.fromEntries(query))
    if (!described.success) return sendJson(response, 400, { message: 'The page sent an invalid request.' })
    if (Number(request.headers['content-length'] ?? Infinity) > uploads.limit)
      return sendJson(response, 413, { message: 'The file is too large.' })
    const { name: file, type } = described.data
    const bytes = await buffer(request)
    sendJson(response, 200, { upload: uploads.keep({ name: file, bytes, ...(type !== '' && { contentType: type }) }) })
  }

  const get = async (response: ServerResponse, path: string, query: URLSearchParams) => {
    if (path === '/api/events') return openStream(response, query.get('by'))
    const file = page.get(path)
    if (file !== undefined) return void response.writeHead(200, { 'content-type': file.contentType }).end(file.body)
    const [, messageId = '', fileId = ''] = /^\/files\/(\d+)\/(\d+)$/.exec(path) ?? []
    if (!sendFile(response, loopback, messageId, fileId)) sendJson(response, 404, { message: 'Not found.' })
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [header, value] of Object.entries(securityHeaders)) response.setHeader(header, value)
    const refusal = pageRefusalOf(request)
    if (refusal !== null) return sendJson(response, 403, { message: refusal })
    const path = pathOf(request)
    const query = new URLSearchParams((request.url ?? '').slice(path.length))
    if (request.method === 'GET' || request.method === 'HEAD') return get(response, path, query)
    if (request.method === 'POST' && path === uploadPath) return takeUpload(request, response, query)
    if (request.method === 'POST') return callApi(request, response, path)
    response.setHeader('allow', 'GET, HEAD, POST')
    sendJson(response, 405, { message: 'This method is not allowed.' })
  }
}

/** The pages that follow the channel, over server-sent events. */
export type EventStream = {
  /** Begins a stream with `first`. */
  open(response: ServerResponse, first: PreviewEvent): void
  tell(event: PreviewEvent): void
  close(): void
}

const frame = (event: PreviewEvent): string => `data: ${JSON.stringify(event)}\n\n`

export const createEventStream = (): EventStream => {
  const pages = new Set<ServerResponse>()
  return {
    open: (response, first) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      // A page that lost its server looks for it again after a second.
      response.write(`retry: 1000\n${frame(first)}`)
      pages.add(response)
      response.on('close', () => pages.delete(response))
    },
    tell: (event) => {
      for (const page of pages) page.write(frame(event))
    },
    close: () => {
      for (const page of pages) page.end()
    },
  }
}
