/** Takes one event of `key`, or says how many seconds it must wait. */
export type Limiter = (
  key: string,
) => { readonly allowed: true } | { readonly allowed: false; readonly seconds: number }

/**
 * At most `count` events of one key in any `seconds`: a sliding window. A refused event does not count. Keys whose events
 * are all past the window are forgotten, so memory holds only who was there in the last window.
 * @param now milliseconds of a clock that never goes back
 */
export const createLimiter = (
  { count, seconds }: { readonly count: number; readonly seconds: number },
  now: () => number = () => performance.now(),
): Limiter => {
  const window = seconds * 1000
  /** Times of the events in the window, oldest first; keys in the order of their last event. */
  const events = new Map<string, readonly number[]>()

  const forget = (time: number): void => {
    for (const [key, times] of events) {
      if ((times.at(-1) ?? 0) > time - window) break
      events.delete(key)
    }
  }

  return (key) => {
    const time = now()
    forget(time)
    const recent = (events.get(key) ?? []).filter((event) => event > time - window)
    const oldest = recent[0]
    if (recent.length >= count)
      return { allowed: false, seconds: Math.max(1, Math.ceil(((oldest ?? time) + window - time) / 1000)) }
    events.delete(key)
    events.set(key, [...recent, time])
    return { allowed: true }
  }
}
