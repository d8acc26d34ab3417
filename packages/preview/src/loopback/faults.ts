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

/** What goes wrong: an error instead of an answer (`retryAfter` in seconds), no answer at all, or a cut connection. */
export type Failure =
  | { readonly status: 429; readonly retryAfter?: number }
  | { readonly status: 500 | 502 | 503 | 504 }
  | { readonly status: 'hang' }
  | { readonly status: 'reset' }

/** `applied`: the request is carried out all the same, and only its answer is lost. */
type Fault = Failure & { readonly applied?: boolean }

/** Bad weather: failures that come by chance, the same ones for the same seed and requests. */
type Disturbance = {
  readonly seed: number
  /** Shares of the requests, from 0 to 1, that fail so; together at most 1. */
  readonly rates: {
    readonly serverError?: number
    readonly rateLimited?: number
    readonly hang?: number
    readonly reset?: number
  }
  /** Share of the failing requests, rate limits aside, that are carried out all the same; 0 by default. */
  readonly applied?: number
  /** Seconds that a rate limit lasts; 1 by default. */
  readonly retryAfter?: number
  /** Where it rains: by default every route of interactions and their messages. */
  readonly routes?: readonly RouteName[]
}

export type Faults = {
  /** Lets the next requests to a route fail, as often as `times` says, once when it does not. */
  order(fault: Fault & { readonly route: RouteName; readonly times?: number }): void
  /** Lets requests fail by chance from now on; null for fair weather. Ordered faults come first. */
  disturb(disturbance: Disturbance | null): void
  /** The fault that meets a request to `route`, used up by it. */
  take(route: RouteName): Fault | undefined
}

const replyRoutes: readonly RouteName[] = ['callback', 'follow-up', 'get-message', 'edit-message', 'delete-message']

/** What chance brings a request to a route, if anything. */
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
