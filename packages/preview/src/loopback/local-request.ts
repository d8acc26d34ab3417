import type { IncomingMessage } from 'node:http'

/**
 * Whose requests a server answers: those of programs on this machine, or also those of the page that it serves itself.
 */
type Audience = 'programs' | 'programs and own page'

/**
 * Why a request is not answered; null if it may be. Any web page can make a browser send requests to 127.0.0.1, but
 * they show: by their `Host` if the page makes a name of its own resolve to this machine, by their `Origin` if it could
 * read the answer or change anything. Programs send no `Origin`.
 * @param request to a server on 127.0.0.1
 * @param audience whose requests the server answers
 */
export const refusalOf = ({ headers, socket }: IncomingMessage, audience: Audience): string | null => {
  const hosts = [`127.0.0.1:${socket.localPort}`, `localhost:${socket.localPort}`]
  if (!hosts.includes(headers.host ?? '')) return 'Only requests to 127.0.0.1 are answered.'
  if (headers.origin === undefined) return null
  const isOwnPage = hosts.some((host) => headers.origin === `http://${host}`)
  return isOwnPage && audience === 'programs and own page' ? null : 'Requests from web pages are not answered.'
}

/** The URL of a request; null if its target is not a path, such as `*` or `http://[::bad`. */
export const addressOf = ({ url = '/' }: IncomingMessage, origin: string): URL | null =>
  url.startsWith('/') ? new URL(`${origin}${url}`) : null
