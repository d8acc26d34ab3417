import { DefaultRestOptions, type RESTOptions } from 'discord.js'

/**
 * Seconds that Discord can ask to wait at once. Longer waits are waited for a day at a time: discord.js hands them to
 * a timer as they are, and of more than 24 days a timer makes none.
 */
const longest = 24 * 60 * 60
/** Seconds to wait where a refused request does not say how long, so that discord.js would try again at once. */
const unsaid = 5

/** Sends a request, and sees to it that discord.js can wait for as long as the response says. */
export const withBoundedWaits =
  (send: RESTOptions['makeRequest'] = DefaultRestOptions.makeRequest): RESTOptions['makeRequest'] =>
  async (url, init) => {
    const response = await send(url, init)
    const { headers, status } = response
    for (const name of ['retry-after', 'x-ratelimit-reset-after'])
      if (Number(headers.get(name)) > longest) headers.set(name, String(longest))
    const retryAfter = headers.get('retry-after') ?? ''
    if (status === 429 && !(retryAfter.trim() !== '' && Number(retryAfter) >= 0))
      headers.set('retry-after', String(unsaid))
    return response
  }
