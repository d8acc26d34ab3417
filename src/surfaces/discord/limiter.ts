/** Takes one event of `key`, or says how many seconds it must wait. */
export type Limiter = (
  key: string,
) => { readonly allowed: true } | { readonly allowed: false; readonly seconds: number }

/** The events of one key: the n-th from 0 stands at `n % count`, so that only the last `count` are kept. */
type Events = { readonly times: number[]; total: number; last: number }

/**
 * At most `count` events of one key in any `seconds`: a sliding window. A refused event does not count. Keys whose events
 * are all past the window are forgotten, so memory holds only who was there in the last window. An event costs the same
 * however many the limit allows.
 * @param now milliseconds of a clock that never goes back
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
    const place = events.total % count
    // The event that this one would take the place of; of a limit of none, there is none to wait for.
    const oldest = count === 0 ? time : (events.times[place] ?? Number.NEGATIVE_INFINITY)
    if (oldest > time - window)
      return { allowed: false, seconds: Math.max(1, Math.ceil((oldest + window - time) / 1000)) }
    events.times[place] = time
    events.total += 1
    events.last = time
    keys.delete(key)
    keys.set(key, events)
    return { allowed: true }
  }
}
