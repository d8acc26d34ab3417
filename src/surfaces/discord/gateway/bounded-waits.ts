import { DefaultRestOptions, type RESTOptions } from 'discord.js'

/** Seconds. Longer waits are split into days: discord.js passes them to a timer, which fires at once beyond 24 days. */
const maxWait = 24 * 60 * 60
/** Seconds to wait if a 429 response does not say how long; discord.js would retry at once. */
const defaultWait = 5

/** Sends a request, and corrects the waits in its response to ones that discord.js can keep. */
export const withBoundedWaits =
  (send: RESTOptions['makeRequest'] = DefaultRestOptions.makeRequest): RESTOptions['makeRequest'] =>
  async (url, init) => {
    const response = await send(url, init)
    const { headers, status } = response
    for (const name of ['retry-after', 'x-ratelimit-reset-after'])
      if (Number(headers.get(name)) > maxWait) headers.set(name, String(maxWait))
    const retryAfter = headers.get('retry-after') ?? ''
    if (status === 429 && !(retryAfter.trim() !== '' && Number(retryAfter) >= 0))
      headers.set('retry-after', String(defaultWait))
    return response
  }
