import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Loopback, startLoopback } from '../../src/loopback/loopback.ts'

let loopback: Loopback
let port: number
beforeEach(async () => {
  loopback = await startLoopback()
  port = Number(new URL(loopback.api).port)
})
afterEach(() => loopback.close())

/** The status of the answer to a request that is sent as it stands. */
const statusOf = async (line: string, headers: readonly string[] = [], host = `127.0.0.1:${port}`): Promise<number> => {
  const socket = connect(port, '127.0.0.1')
  const answer = text(socket)
  socket.write(`${[`${line} HTTP/1.1`, `Host: ${host}`, 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`)
  return Number((await answer).split(' ')[1])
}
const upgrade = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
]
const authorized = () => [`Authorization: Bot ${loopback.token}`]
const me = 'GET /api/v10/users/@me'

describe('a target that is no path', () => {
  test.each(['GET http://[::bad', 'GET http://[::1]:99999/', 'OPTIONS *', 'GET http://elsewhere.example/'])(
    '%s is answered with 400, and the next request as ever',
    async (line) => {
      expect(await statusOf(line)).toBe(400)
      expect(await statusOf(me, authorized())).toBe(200)
    },
  )

  test('opens no WebSocket, and the next bot is greeted as ever', async () => {
    expect(await statusOf('GET http://[::bad', upgrade)).toBe(400)
    const strange = new WebSocket(`ws://127.0.0.1:${port}//@:bad`)
    const [code] = await once(strange, 'close')
    expect(code).toBe(4012)
    const socket = new WebSocket(`ws://127.0.0.1:${port}/?v=10&encoding=json`)
    await once(socket, 'message')
    socket.close()
  })
})

describe('a page that a browser shows', () => {
  test.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('of %s gets nothing', async (origin) => {
    const headers = [`Origin: ${origin}`, ...authorized()]
    expect(await statusOf(me, headers)).toBe(403)
    expect(await statusOf('POST /api/v10/interactions/1/x/callback', headers)).toBe(403)
    expect(await statusOf('GET /?v=10&encoding=json', [...upgrade, ...headers])).toBe(403)
    expect(loopback.requests).toEqual([])
  })

  test('under a name that was rebound to this machine gets nothing either', async () => {
    for (const host of [`evil.example:${port}`, '127.0.0.1', `[::1]:${port}`])
      expect(await statusOf(me, authorized(), host)).toBe(403)
    expect(await statusOf(me, authorized(), `localhost:${port}`)).toBe(200)
  })

  test('cannot know the token, which is another at every start', async () => {
    const other = await startLoopback()
    expect(other.token).not.toBe(loopback.token)
    expect(other.token.length).toBeGreaterThanOrEqual(32)
    await other.close()
    const named = await startLoopback({ token: 'of-a-test' })
    expect(named.token).toBe('of-a-test')
    await named.close()
  })
})
