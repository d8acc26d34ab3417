import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { createHealth } from '../../src/observability/health.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import { type Operations, serveOperations } from '../../src/observability/serve-operations.ts'

const open: Operations[] = []
afterEach(async () => void (await Promise.all(open.splice(0).map((each) => each.close()))))

const serve = async () => {
  const health = createHealth()
  const operations = await serveOperations({ port: 0, health, metrics: createMetrics() })
  open.push(operations)
  return { health, operations }
}

/** Connections that send `text` and then nothing. */
const opened = async (url: string, count: number, text: string): Promise<readonly Socket[]> => {
  const sockets = Array.from({ length: count }, () => connect(Number(new URL(url).port), '127.0.0.1'))
  await Promise.all(
    sockets.map(async (socket) => {
      socket.on('error', () => {}).resume()
      await once(socket, 'connect')
      socket.write(text)
    }),
  )
  return sockets
}
const stillOpen = (sockets: readonly Socket[]): number => sockets.filter(({ closed }) => !closed).length

test.each([
  ['silent', ''],
  ['half a request line', 'GET /hea'],
  ['half a header', 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1'],
  ['half a body', 'POST /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 9\r\n\r\nx'],
])('a hundred connections left open (%s) keep nobody from asking how Quoth is', async (_, text) => {
  const { operations } = await serve()
  const sockets = await opened(operations.url, 100, text)
  for (const path of ['healthz', 'readyz', 'metrics']) {
    const response = await fetch(`${operations.url}${path}`, { headers: { connection: 'close' } })
    expect(response.status).toBe(200)
  }
  expect(stillOpen(sockets)).toBeLessThanOrEqual(32)
})

test('an answer that is under way is not cut off by connections that are opened and left', async () => {
  const { health, operations } = await serve()
  let finish: (problem: null) => void = () => {}
  const begun = new Promise<void>((resolve) => {
    health.alive.set('slow', () => {
      resolve()
      return new Promise<null>((done) => {
        finish = done
      })
    })
  })
  const asked = fetch(`${operations.url}healthz`)
  await begun
  await opened(operations.url, 100, 'GET /healthz HTTP/1.1\r\n')
  finish(null)
  const response = await asked
  expect(await response.json()).toMatchObject({ checks: { slow: expect.any(String) } })
})
