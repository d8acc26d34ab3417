import type { IncomingMessage } from 'node:http'
import { ownHosts } from './loopback/local-request.ts'

/**
 * Why a request is refused before anything is done for it; null when it is not.
 * A page of another site can make a browser send requests to 127.0.0.1: by a name of its own that resolves here, which its
 * `Host` shows, or across sites, which its `Origin` and `Sec-Fetch-Site` show.
 */
export const refusalOf = ({ method, headers }: IncomingMessage, port: number): string | null => {
  const hosts = ownHosts(port)
  if (!hosts.includes(headers.host ?? '')) return 'The preview is served under 127.0.0.1 only.'
  const origins = hosts.map((host) => `http://${host}`)
  if (headers.origin !== undefined && !origins.includes(headers.origin)) return 'The preview answers its own page only.'
  if (method === 'GET' || method === 'HEAD') {
    const isForeign = ['cross-site', 'same-site'].includes(String(headers['sec-fetch-site']))
    return isForeign && headers['sec-fetch-mode'] !== 'navigate' ? 'The preview answers its own page only.' : null
  }
  if (headers.origin === undefined) return 'The preview answers its own page only.'
  return headers['content-type'] === 'application/json' ? null : 'The preview takes JSON only.'
}
