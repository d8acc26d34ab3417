/** How long a token of an interaction lives, and so how long the same interaction could be answered again. */
const memory = 15 * 60_000

/** Ids that are remembered at most: those of minutes on the busiest day. What a gateway sends again is younger. */
const mostIds = 10_000

/**
 * Remembers ids for 15 minutes, and no more than the newest 10,000. A gateway that resumes may send again what it sent before.
 * @param now milliseconds of a clock that never goes back
 * @returns whether an id is new; it is remembered from then on
 */
export const createRecentIds = (now: () => number = () => performance.now()): ((id: string) => boolean) => {
  const seen = new Map<string, number>()
  return (id) => {
    const time = now()
    for (const [old, at] of seen) {
      if (at > time - memory && seen.size < mostIds) break
      seen.delete(old)
    }
    if (seen.has(id)) return false
    seen.set(id, time)
    return true
  }
}
