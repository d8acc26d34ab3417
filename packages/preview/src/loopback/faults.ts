import type { RouteName } from './route.ts'

/** Numbers from 0 up to 1 that look random and are the same for the same seed (mulberry32). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A failure: an error response (`retryAfter` in seconds), no response at all, or a dropped connection. */
export type Failure =
  | { readonly status: 429; readonly retryAfter?: number }
  | { readonly status: 500 | 502 | 503 | 504 }
  | { readonly status: 'hang' }
  | { readonly status: 'reset' }

/** `applied`: the request takes effect, and only its response is lost. */
type Fault = Failure & { readonly applied?: boolean }

/** Random failures; the same seed and requests give the same ones. */
type Disturbance = {
  readonly seed: number
  /** The share of requests, from 0 to 1, for each failure; together at most 1. */
  readonly rates: {
    readonly serverError?: number
    readonly rateLimited?: number
    readonly hang?: number
    readonly reset?: number
  }
  /** The share of failing requests, except rate limited ones, that take effect anyway; 0 by default. */
  readonly applied?: number
  /** Seconds that a rate limit lasts; 1 by default. */
  readonly retryAfter?: number
  /** The routes that can fail; by default those of interactions and their messages. */
  readonly routes?: readonly RouteName[]
}

export type Faults = {
  /** Lets the next `times` requests to a route fail; one by default. */
  order(fault: Fault & { readonly route: RouteName; readonly times?: number }): void
  /** Lets requests fail at random from now on; null ends this. Faults from `order` come first. */
  disturb(disturbance: Disturbance | null): void
  /** Takes the fault for a request to `route`, if there is one. */
  take(route: RouteName): Fault | undefined
}

const replyRoutes: readonly RouteName[] = ['callback', 'follow-up', 'get-message', 'edit-message', 'delete-message']

/** A random fault for a request to a route, if any. */
const chance = (disturbance: Disturbance) => {
  const { rates, seed, applied = 0, retryAfter = 1, routes = replyRoutes } = disturbance
  const random = randomFrom(seed)
  const failures: readonly (readonly [share: number | undefined, failure: Failure])[] = [
    [rates.serverError, { status: 503 }],
    [rates.rateLimited, { status: 429, retryAfter }],
    [rates.hang, { status: 'hang' }],
    [rates.reset, { status: 'reset' }],
  ]
  return (route: RouteName): Fault | undefined => {
    if (!routes.includes(route)) return undefined
    let left = random()
    const isApplied = random() < applied
    for (const [share = 0, failure] of failures) {
      if (left < share) return { ...failure, applied: isApplied && failure.status !== 429 }
      left -= share
    }
    return undefined
  }
}

export const createFaults = (): Faults => {
  const waiting: { readonly route: RouteName; readonly fault: Fault; left: number }[] = []
  let byChance: ReturnType<typeof chance> | null = null
  return {
    order: ({ route, times = 1, ...fault }) => void waiting.push({ route, fault, left: times }),
    disturb: (disturbance) => {
      byChance = disturbance === null ? null : chance(disturbance)
    },
    take: (route) => {
      const place = waiting.findIndex((each) => each.route === route)
      const next = waiting[place]
      if (next === undefined) return byChance?.(route)
      next.left -= 1
      if (next.left === 0) waiting.splice(place, 1)
      return next.fault
    },
  }
}
