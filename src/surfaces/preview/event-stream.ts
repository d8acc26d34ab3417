import type { ServerResponse } from 'node:http'
import type { PreviewEvent } from './protocol.ts'

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
