// @ts-check
/**
 * @import { Application, At, By, Choice, Invocation, OptionValue, Outcome, PreviewEvent,
 *   Press } from '../protocol.ts'
 */

/**
 * A command, a form and a message as the page has them, with files that are not uploaded yet.
 * @typedef {{ path: readonly string[], values: Readonly<Record<string, OptionValue | File>> }} Command
 * @typedef {Readonly<Record<string, string | readonly string[] | readonly File[]>>} Fields
 * @typedef {{ content: string, files: readonly File[] }} Message
 */

/**
 * @param {string} path
 * @param {string | File} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>} what the server answered, or null
 */
const send = async (path, body, signal) => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' },
    body,
    ...(signal && { signal }),
  }).catch((error) => {
    if (signal?.aborted) throw error
    throw new Error('The preview does not answer. Is it still running?')
  })
  if (response.ok) return response.status === 204 ? null : response.json()
  throw new Error((await response.json().catch(() => null))?.message ?? `The preview answered ${response.status}.`)
}

/** @param {string} path @param {object} body @param {AbortSignal} [signal] */
const post = (path, body, signal) => send(path, JSON.stringify(body), signal)

/** Uploads a file. @param {File} file @returns {Promise<string>} what it is called from now on */
const upload = async (file) =>
  (await send(`/api/upload?${new URLSearchParams({ name: file.name, type: file.type })}`, file)).upload

/** @param {unknown} value @returns {value is readonly File[]} */
const areFiles = (value) => Array.isArray(value) && value[0] instanceof File

/** Sends a command. @param {Command & By & At} command @returns {Promise<Outcome>} */
export const invoke = async ({ values, ...command }) => {
  const sent = Object.entries(values).map(async ([name, value]) => [
    name,
    value instanceof File ? { upload: await upload(value) } : value,
  ])
  return post('/api/invoke', { ...command, values: Object.fromEntries(await Promise.all(sent)) })
}

/** @param {Invocation & By & At} invocation @param {AbortSignal} signal @returns {Promise<readonly Choice[]>} */
export const complete = async (invocation, signal) => (await post('/api/autocomplete', invocation, signal)).choices

/** Writes a message. @param {Message & By & At} message @returns {Promise<void>} */
export const say = async ({ files, ...message }) =>
  post('/api/say', { ...message, uploads: await Promise.all(files.map(upload)) })

/** Uses a command of a message's menu. @param {Application & By} application @returns {Promise<Outcome>} */
export const apply = (application) => post('/api/apply', application)

/** @param {Press & By} press @returns {Promise<Outcome>} */
export const press = (press) => post('/api/press', press)

/** @param {{ form: string, fields: Fields } & By} filled @returns {Promise<Outcome>} */
export const submit = async ({ fields, ...filled }) => {
  const sent = Object.entries(fields).map(async ([name, value]) => [
    name,
    areFiles(value) ? { uploads: await Promise.all(value.map(upload)) } : value,
  ])
  return post('/api/submit', { ...filled, fields: Object.fromEntries(await Promise.all(sent)) })
}

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
