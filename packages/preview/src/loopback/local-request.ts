import type { IncomingMessage } from 'node:http'

/** The `Host` headers of requests that mean this machine by its own address: `127.0.0.1` and `localhost`, with the port. */
export const ownHosts = (port: number): readonly string[] => [`127.0.0.1:${port}`, `localhost:${port}`]

/**
 * Why a request is not one of a bot on this machine; null when it may be. Any page that a browser shows can send requests to
 * 127.0.0.1, but not without an `Origin` where it could read the answer or change anything, and a name of its own that was
 * made to resolve to this machine shows in `Host`. No bot sends an `Origin`.
 */
export const foreignness = ({ headers, socket }: IncomingMessage): string | null => {
  if (headers.origin !== undefined) return 'Web pages are not answered.'
  return ownHosts(socket.localPort ?? 0).includes(headers.host ?? '') ? null : 'Only 127.0.0.1 is served.'
}

/** The address that a request is for; null when its target is no path, as `*` or `http://[::bad` is not. */
export const addressOf = ({ url = '/' }: IncomingMessage, origin: string): URL | null =>
  url.startsWith('/') ? new URL(`${origin}${url}`) : null
