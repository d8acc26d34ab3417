import { createHash } from 'node:crypto'
import type { RestRequest, Route, RouteName } from './route.ts'
import { forgetOldest } from './world.ts'

/** How many requests of one route Discord takes in how many seconds, for each interaction or channel. */
export type RateLimit = { readonly route: RouteName; readonly requests: number; readonly seconds: number }

/**
 * What a request finds in its bucket. `headers` go with its answer; `retryAfter` is in seconds, null while it is let
 * through.
 */
type Counted = { readonly headers: Readonly<Record<string, string>>; readonly retryAfter: number | null }

export type RateLimits = {
  /** Counts the requests of a route from now on. */
  set(limit: RateLimit): void
  /** Counts one request; undefined for a route without a limit. */
  count(route: Route, params: RestRequest['params']): Counted | undefined
}

export const createRateLimits = (): RateLimits => {
  const limits = new Map<RouteName, RateLimit>()
  const buckets = new Map<string, { used: number; readonly endsAt: number }>()
  return {
    set: (limit) => void limits.set(limit.route, limit),
    count: ({ name }, params) => {
      const limit = limits.get(name)
      if (limit === undefined) return undefined
      const key = `${name} ${params['token'] ?? params['channel'] ?? ''}`
      const now = performance.now()
      const open = buckets.get(key)
      const bucket = open && now < open.endsAt ? open : { used: 0, endsAt: now + limit.seconds * 1000 }
      bucket.used += 1
      buckets.delete(key)
      buckets.set(key, bucket)
      forgetOldest(buckets)
      const resetAfter = (bucket.endsAt - now) / 1000
      return {
        headers: {
          'x-ratelimit-limit': String(limit.requests),
          'x-ratelimit-remaining': String(Math.max(0, limit.requests - bucket.used)),
          'x-ratelimit-reset': String(Date.now() / 1000 + resetAfter),
          'x-ratelimit-reset-after': String(resetAfter),
          'x-ratelimit-bucket': createHash('sha256').update(name).digest('hex').slice(0, 32),
        },
        retryAfter: bucket.used > limit.requests ? resetAfter : null,
      }
    },
  }
}
