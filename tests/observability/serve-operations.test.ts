import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { type Check, createHealth, runChecks } from '../../src/observability/health.ts'
import { createMetrics } from '../../src/observability/metrics.ts'
import { type Operations, serveOperations } from '../../src/observability/serve-operations.ts'

const open: Operations[] = []
afterEach(async () => void (await Promise.all(open.splice(0).map((each) => each.close()))))
const serve = async (port = 0) => {
  const [health, metrics] = [createHealth(), createMetrics()]
  const operations = await serveOperations({ port, health, metrics })
  open.push(operations)
  return { health, metrics, operations, port: Number(new URL(operations.url).port) }
}

/** A request as no browser and no `fetch` would send it. */
const send = async (port: number, method: string, path: string, host = `127.0.0.1:${port}`) => {
  const sent = request({ host: '127.0.0.1', port, method, path, headers: { host } }).end()
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() }
}

test('health is 200 while every check passes, and 503 with the reason of each that does not', async () => {
  const { health, operations } = await serve()
  const get = async (path: string) => {
    const response = await fetch(`${operations.url}${path}`)
    return [response.status, await response.json()]
  }
  expect(await get('healthz')).toEqual([200, { status: 'ok', checks: {} }])
  health.alive.set('heartbeat', () => null)
  health.ready.set('gateway', () => 'Not connected to Discord.')
  health.ready.set('library', async () => null)
  expect(await get('healthz')).toEqual([200, { status: 'ok', checks: { heartbeat: 'ok' } }])
  expect(await get('readyz')).toEqual([
    503,
    { status: 'failing', checks: { gateway: 'Not connected to Discord.', library: 'ok' } },
  ])
  health.ready.delete('gateway')
  expect(await get('readyz')).toEqual([200, { status: 'ok', checks: { library: 'ok' } }])
})

test('a check that fails or never answers is a failing one, in time', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const verdict = runChecks(
    new Map<string, Check>([
      ['broken', () => Promise.reject(new TypeError('the disk, at /srv/secret'))],
      ['stuck', () => new Promise<null>(() => {})],
      ['well', () => null],
    ]),
  )
  await vi.advanceTimersByTimeAsync(800)
  vi.useRealTimers()
  const { ok, checks } = await verdict
  expect(ok).toBe(false)
  expect(checks).toEqual({
    broken: 'Could not be checked (TypeError).',
    stuck: 'No answer within 800 ms.',
    well: 'ok',
  })
})

test('metrics come as Prometheus reads them; a figure that cannot be read is an error and no crash', async () => {
  const { metrics, operations } = await serve()
  metrics.gateway('identified')
  const response = await fetch(`${operations.url}metrics`)
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(await response.text()).toContain('quoth_gateway_events_total{event="identified"} 1')
  metrics.gauge('sources', () => Promise.reject(new Error('no')))
  expect((await fetch(`${operations.url}metrics`)).status).toBe(500)
  expect((await fetch(`${operations.url}healthz`)).status).toBe(200)
})

test('only GET and HEAD are answered, and only under the name of this machine', async () => {
  const { port } = await serve()
  expect(await send(port, 'HEAD', '/healthz')).toMatchObject({ status: 200, body: '' })
  expect(await send(port, 'GET', '/healthz', `localhost:${port}`)).toMatchObject({ status: 200 })
  expect(await send(port, 'GET', '/nothing')).toMatchObject({ status: 404 })
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
    expect(await send(port, method, '/healthz')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
  for (const host of ['rebound.example', `rebound.example:${port}`, '127.0.0.1'])
    expect(await send(port, 'GET', '/metrics', host)).toMatchObject({ status: 403 })
})

test('a port that is taken is a matter of settings, with what to do', async () => {
  const { port } = await serve()
  await expect(serve(port)).rejects.toMatchObject({
    code: 'bad-settings',
    message: expect.stringMatching(new RegExp(`port ${port} \\(EADDRINUSE\\)\\. Set QUOTH_OPS_PORT`)),
  })
})

// Node's own limits are a minute and more.
test('who sends nothing is dropped, and closing waits for nobody', { timeout: 30_000 }, async () => {
  const { port, operations } = await serve()
  const silent = connect(port, '127.0.0.1')
  silent.write('GET /healthz HTTP/1.1\r\n')
  silent.resume()
  await once(silent, 'close')
  const waiting = connect(port, '127.0.0.1')
  await once(waiting, 'connect')
  await operations.close()
  await expect(fetch(`${operations.url}healthz`)).rejects.toThrow()
  open.length = 0
})
