import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApi } from './api.ts'
import type { Loopback } from './loopback/loopback.ts'
import { loadPage } from './page-files.ts'
import type { PreviewAbout } from './protocol.ts'
import { requestListener } from './request-listener.ts'
import { openSessions } from './sessions.ts'
import { createUploads } from './uploads.ts'

export type PreviewOptions = {
  /** The Discord that is shown, as each of its users sees it. */
  readonly loopback: Loopback
  /** The bot's name as people read it. */
  readonly name: string
  /** Where to listen on 127.0.0.1; 0, the default, is any free port. */
  readonly port?: number | undefined
  /** What the page says of the library; asked anew for every page that opens. */
  about(): Promise<PreviewAbout>
}

/** A running preview. `url` ends in a slash. */
export type Preview = { readonly url: string; close(): Promise<void> }

/**
 * Milliseconds that a request may take to arrive: what is opened and left does not stay. Answers may go on for ever.
 */
const limits = { headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000 } as const

/**
 * Serves the preview page on 127.0.0.1 until it is closed. The loopback Discord stays the caller's to close.
 * @throws what Node says of a port that is taken (`EADDRINUSE`) or not allowed (`EACCES`)
 */
export const startPreview = async ({ loopback, name, port = 0, about }: PreviewOptions): Promise<Preview> => {
  const page = await loadPage(new URL('./page/', import.meta.url))
  const sessions = openSessions(loopback, name)
  const server = createServer(limits)
  const uploads = createUploads(loopback.attachmentSizeLimit)
  const api = createApi(loopback, sessions, uploads)
  server.on('request', requestListener({ loopback, name, about, page, sessions, api, uploads }))
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
  } catch (error) {
    sessions.close()
    throw error
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: async () => {
      sessions.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
