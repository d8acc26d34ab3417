import type { RouteName } from './route.ts'

/** What goes wrong: an error instead of an answer (`retryAfter` in seconds), no answer at all, or a cut connection. */
export type Failure =
  | { readonly status: 429; readonly retryAfter?: number }
  | { readonly status: 500 | 502 | 503 | 504 }
  | { readonly status: 'hang' }
  | { readonly status: 'reset' }

/** `applied`: the request is carried out all the same, and only its answer is lost. */
type Fault = Failure & { readonly route: RouteName; readonly times?: number; readonly applied?: boolean }

/** Faults that wait for their requests, in the order in which they were ordered. */
export type Faults = {
  order(fault: Fault): void
  /** The fault that meets a request to `route`, used up by it. */
  take(route: RouteName): Fault | undefined
}

export const createFaults = (): Faults => {
  const waiting: { readonly fault: Fault; left: number }[] = []
  return {
    order: (fault) => void waiting.push({ fault, left: fault.times ?? 1 }),
    take: (route) => {
      const next = waiting.find(({ fault, left }) => fault.route === route && left > 0)
      if (next !== undefined) next.left -= 1
      return next?.fault
    },
  }
}
