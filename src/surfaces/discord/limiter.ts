/** Allows one event of `key`, or says how many seconds it must wait. */
export type Limiter = (
  key: string,
) => { readonly allowed: true } | { readonly allowed: false; readonly seconds: number }

/** The events of one key, in a ring: the n-th from 0 is at `n % count`, so that only the last `count` are kept. */
type Events = { readonly times: number[]; total: number; last: number }

/**
 * At most `count` events of one key in any `seconds`: a sliding window. A refused event does not count. Keys without
 * events in the window are forgotten; no other is, which is why this is no LRU cache. An event costs the same however
 * many the limit allows.
 * @param now milliseconds of a monotonic clock
 */
export const createLimiter = (
  { count, seconds }: { readonly count: number; readonly seconds: number },
  now: () => number = () => performance.now(),
): Limiter => {
  const window = seconds * 1000
  /** In the order of their last event. */
  const keys = new Map<string, Events>()

  const forget = (time: number): void => {
    for (const [key, { last }] of keys) {
      if (last > time - window) break
      keys.delete(key)
    }
  }

  return (key) => {
    const time = now()
    forget(time)
    const events = keys.get(key) ?? { times: [], total: 0, last: time }
    const index = events.total % count
    // The event that this one would overwrite; with a limit of zero there is none to wait for.
    const oldest = count === 0 ? time : (events.times[index] ?? Number.NEGATIVE_INFINITY)
    if (oldest > time - window)
      return { allowed: false, seconds: Math.max(1, Math.ceil((oldest + window - time) / 1000)) }
    events.times[index] = time
    events.total += 1
    events.last = time
    keys.delete(key)
    keys.set(key, events)
    return { allowed: true }
  }
}
