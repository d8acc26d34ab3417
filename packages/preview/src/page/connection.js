// @ts-check
/**
 * @import { Application, At, By, Choice, FilledForm, Invocation, Outcome, PreviewEvent, Press } from '../protocol.ts'
 */

/**
 * @param {string} path
 * @param {object} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} what the server answered, or null
 */
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

/** Sends a command. @param {Invocation & By & At} invocation @returns {Promise<Outcome>} */
export const invoke = (invocation) => post('/api/invoke', invocation)

/** @param {Invocation & By & At} invocation @param {AbortSignal} signal @returns {Promise<readonly Choice[]>} */
export const complete = async (invocation, signal) => (await post('/api/autocomplete', invocation, signal)).choices

/** Writes a message. @param {{ content: string } & By & At} written @returns {Promise<void>} */
export const say = (written) => post('/api/say', written)

/** Uses a command of a message's menu. @param {Application & By} application @returns {Promise<Outcome>} */
export const apply = (application) => post('/api/apply', application)

/** @param {Press & By} press @returns {Promise<Outcome>} */
export const press = (press) => post('/api/press', press)

/** @param {FilledForm & By} filled @returns {Promise<Outcome>} */
export const submit = (filled) => post('/api/submit', filled)

/** @param {{ id: string } & By} entry @returns {Promise<void>} */
export const dismiss = (entry) => post('/api/dismiss', entry)

/**
 * Follows what a person sees, and comes back by itself after the server was away. Returns how to stop.
 * @param {string | null} by the person's id; null for the first one
 * @param {(event: PreviewEvent) => void} tell @param {(connected: boolean) => void} tellConnection
 */
export const follow = (by, tell, tellConnection) => {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer
  /** @type {EventSource} */
  let source
  const open = () => {
    source = new EventSource(by === null ? '/api/events' : `/api/events?${new URLSearchParams({ by })}`)
    source.addEventListener('open', () => tellConnection(true))
    source.addEventListener('error', () => {
      tellConnection(false)
      // A server that refuses, unlike one that is away, ends an EventSource for good.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, 3_000)
    })
    source.addEventListener('message', ({ data }) => tell(JSON.parse(data)))
  }
  open()
  return () => {
    clearTimeout(timer)
    source.close()
  }
}
