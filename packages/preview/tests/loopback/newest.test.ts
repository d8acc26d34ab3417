import { once } from 'node:events'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { callApi, startResponder } from '../../../../tests/support/loopback-api.ts'
import { maxKept } from '../../src/loopback/world.ts'

let responder: Awaited<ReturnType<typeof startResponder>>
beforeEach(async () => {
  responder = await startResponder()
})
afterEach(() => responder.close())

/** Opens a WebSocket, sends a frame, and gives what came back next to the greeting. */
const gateway = async (frame: () => unknown) => {
  const socket = new WebSocket(
    `${responder.loopback.api.replace('http', 'ws').replace('/api', '/')}?v=10&encoding=json`,
  )
  await once(socket, 'message')
  const closed = once(socket, 'close').then(([code]) => Number(code))
  socket.send(JSON.stringify(frame()))
  return { socket, closed }
}

test('a preview that runs for long keeps the newest of everything, and goes on', async () => {
  const { loopback, ask, callback } = responder
  const identify = { op: 2, d: { token: loopback.token, intents: 1, properties: {} } }
  const other = await gateway(() => identify)
  const [ready] = await once(other.socket, 'message')
  const session = JSON.parse(String(ready)) as { readonly d: { readonly session_id: string } }

  const first = await ask()
  await callback(first, { type: 4, data: { content: 'first' } })
  for (let more = 0; more < maxKept; more++) {
    const secrets = await ask()
    await callback(secrets, { type: 4, data: { content: `${more}` } })
  }

  expect(loopback.requests).toHaveLength(maxKept)
  expect(loopback.messages()).toHaveLength(maxKept)
  expect(loopback.messages().map(({ content }) => content)).not.toContain('first')
  const webhook = (token: string) => `/webhooks/${loopback.applicationId}/${token}/messages/@original`
  expect(await callApi(loopback, 'PATCH', webhook(first.token), { content: 'x' })).toMatchObject({ code: 10015 })

  // What the second bot missed is no longer known, so it has to identify anew.
  other.socket.terminate()
  const resume = (seq: number) => ({ op: 6, d: { token: loopback.token, session_id: session.d.session_id, seq } })
  const late = await gateway(() => resume(1))
  expect(await late.closed).toBe(4007)
  const inTime = await gateway(() => resume(maxKept + 2))
  const [missed] = await once(inTime.socket, 'message')
  expect(JSON.parse(String(missed))).toMatchObject({ op: 0, s: maxKept + 3, t: 'INTERACTION_CREATE' })

  expect(await responder.respond({ content: 'last' })).toMatchObject({ status: 204 })
  inTime.socket.close()
})
