import { setTimeout as sleep } from 'node:timers/promises'
import { DiscordAPIError, HTTPError } from 'discord.js'

/** Milliseconds before the first retry, by default; each further one waits twice as long, up to `maxWait`. */
const defaultFirstWait = 250
const maxWait = 30_000

const codeOf = (error: unknown): unknown =>
  error instanceof Error ? ('code' in error ? error.code : codeOf(error.cause)) : undefined

/**
 * Whether the same request may succeed later: Discord's own failures, and connections that were refused, cut or too
 * slow. discord.js retries some of these at once and others (a socket closed by the peer) not at all.
 */
export const isTransient = (error: unknown): boolean => {
  if (error instanceof DiscordAPIError) return false
  if (error instanceof HTTPError) return error.status >= 500
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return true
  // Codes of the system and of undici are words, such as ECONNRESET and UND_ERR_SOCKET.
  return typeof codeOf(error) === 'string'
}

/**
 * Runs `attempt`, and gives up after so many milliseconds even if it goes on: discord.js waits for a rate limit,
 * perhaps for a day, whatever the signal says.
 * @throws whatever `attempt` throws, and a `TimeoutError`
 */
export const attemptWithin = async <T>(
  milliseconds: number,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  const signal = AbortSignal.timeout(milliseconds)
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([attempt(signal), late])
}

/**
 * Runs `attempt`, and again after 0.25, 0.5, 1 … s while it fails for a transient reason and the deadline allows.
 * @param limits milliseconds: `deadline` on the clock of `performance.now()`, `each` for one attempt, `firstWait`
 * before the second; `signal` ends the waiting; `onRetry` is called before each further attempt
 * @throws whatever the last attempt threw
 */
export const withRetries = async <T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  {
    deadline,
    each,
    signal,
    firstWait = defaultFirstWait,
    onRetry = () => {},
  }: {
    readonly deadline: number
    readonly each: number
    readonly signal: AbortSignal
    readonly firstWait?: number
    readonly onRetry?: () => void
  },
): Promise<T> => {
  for (let wait = firstWait; ; wait = Math.min(wait * 2, maxWait)) {
    const left = Math.max(1, Math.ceil(deadline - performance.now()))
    try {
      return await attemptWithin(Math.min(each, left), attempt)
    } catch (error) {
      if (signal.aborted || !isTransient(error) || performance.now() + wait >= deadline) throw error
      onRetry()
      await sleep(wait, undefined, { signal })
    }
  }
}
