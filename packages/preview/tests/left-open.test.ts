import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Loopback, startLoopback } from '../src/loopback/loopback.ts'
import { type Preview, startPreview } from '../src/preview.ts'

let loopback: Loopback
let preview: Preview
beforeEach(async () => {
  loopback = await startLoopback({})
  preview = await startPreview({ loopback, name: 'Quoth', about: () => new Promise(() => {}) })
})
afterEach(async () => {
  await preview.close()
  await loopback.close()
})

// Node's own limits are a minute and more.
test('a request that is begun and left is dropped, and others are answered meanwhile', {
  timeout: 50_000,
}, async () => {
  const port = Number(new URL(preview.url).port)
  const sockets = Array.from({ length: 100 }, () => connect(port, '127.0.0.1'))
  const closed = sockets.map((socket) => once(socket.resume(), 'close'))
  for (const socket of sockets) socket.write('GET / HTTP/1.1\r\n')
  expect((await fetch(preview.url)).status).toBe(200)
  await Promise.all(closed)
})
