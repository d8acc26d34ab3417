// @ts-check
/** @import { Choice, Invocation, PreviewEvent, Press } from '../protocol.ts' */

/** @param {string} path @param {object} body @param {AbortSignal} [signal] @returns {Promise<any>} what the server answered, or null */
const post = async (path, body, signal) => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  }).catch((error) => {
    if (signal?.aborted) throw error
    throw new Error('The preview does not answer. Is it still running?')
  })
  if (response.ok) return response.status === 204 ? null : response.json()
  throw new Error((await response.json().catch(() => null))?.message ?? `The preview answered ${response.status}.`)
}

/** @param {Invocation} invocation @returns {Promise<void>} */
export const invoke = (invocation) => post('/api/invoke', invocation)

/** @param {Invocation} invocation @param {AbortSignal} signal @returns {Promise<readonly Choice[]>} */
export const complete = async (invocation, signal) => (await post('/api/autocomplete', invocation, signal)).choices

/** @param {Press} press @returns {Promise<void>} */
export const press = (press) => post('/api/press', press)

/** @param {string} id @returns {Promise<void>} */
export const dismiss = (id) => post('/api/dismiss', { id })

/**
 * Follows what happens in the channel, and comes back by itself after the server was away.
 * @param {(event: PreviewEvent) => void} tell @param {(connected: boolean) => void} tellConnection
 */
export const follow = (tell, tellConnection) => {
  const source = new EventSource('/api/events')
  source.addEventListener('open', () => tellConnection(true))
  source.addEventListener('error', () => {
    tellConnection(false)
    // A server that refuses, unlike one that is away, ends an EventSource for good.
    if (source.readyState === EventSource.CLOSED) setTimeout(() => follow(tell, tellConnection), 3_000)
  })
  source.addEventListener('message', ({ data }) => tell(JSON.parse(data)))
}
