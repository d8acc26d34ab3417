import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** How an interaction ended for the person. */
export type Outcome =
  /** It was done: a reply, another page, suggestions. */
  | 'answered'
  /** The library does not say. */
  | 'silent'
  /** It cannot be done, and the person was told why. */
  | 'refused'
  /** A bug or an outage; the log has an incident id. */
  | 'failed'
  /** Discord stopped waiting, so nobody can be answered (10062). */
  | 'expired'
  /** Quoth was shutting down. */
  | 'stopping'

/** A finished interaction. */
export type Handled = {
  /** What was done: a command such as `ask` or `sources list`, or the action of a button. Never what a person typed. */
  readonly action: string
  readonly outcome: Outcome
  /** Milliseconds since its arrival; null if it did not get that far. */
  readonly msToAcknowledge: number | null
  readonly msToAnswer: number | null
}

/** Gauges, which are read whenever metrics are collected, with their descriptions. */
const gauges = {
  sources: 'Sources in the library.',
  passages: 'Passages to be found by meaning: all but those known to be in another language than English.',
  passages_encoded: 'Passages that can be found by meaning.',
  guilds: 'Servers that the bot is in.',
  waiting: 'Questions that are waiting for an answer.',
  heartbeat_age_seconds: 'Time since Discord last acknowledged a heartbeat.',
} as const

/** Counts what happens. Labels have few values, known in advance, and never contain texts, ids or places. */
export type Metrics = {
  handled(interaction: Handled): void
  /** A request to Discord is retried. */
  retried(request: 'callback' | 'edit' | 'follow-up' | 'other'): void
  /** Discord rejects a response: the interaction is gone (10062) or already acknowledged (40060). */
  refused(code: 10062 | 40060): void
  /** A request had to wait for a rate limit; `scope` is Discord’s name for it. */
  rateLimited(scope: 'user' | 'global' | 'shared'): void
  /** A response that Discord counts as an invalid request of this address. */
  invalidRequest(status: 401 | 403 | 429): void
  /** Sets whether requests are held back after too many invalid ones. */
  heldBack(yes: boolean): void
  gateway(event: 'identified' | 'resumed' | 'dropped'): void
  /** Reads a gauge with `read` whenever metrics are collected; call it once per name. */
  gauge(name: keyof typeof gauges, read: () => number | Promise<number>): void
  /** From now on, also measures the process: memory, CPU, handles, event loop delay. */
  followProcess(): void
  /** All metrics in the text format of Prometheus. */
  text(): Promise<{ readonly contentType: string; readonly body: string }>
}

/** More actions than Quoth has. Should there be more by mistake, they are counted together. */
const maxActions = 100
const acknowledgedWithin = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 3]
const answeredWithin = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]

/** Creates metrics with their own registry, so that two bots in one process (in tests) are counted separately. */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `quoth_${name}_total`, help, labelNames: [...labelNames], registers })
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `quoth_${name}_seconds`, help, labelNames: ['deed'], buckets, registers })

  const interactions = counter('interactions', 'Interactions, by what was done and how it ended.', ['deed', 'outcome'])
  const acknowledged = histogram('acknowledged', 'Time until an interaction was acknowledged.', acknowledgedWithin)
  const answered = histogram('answered', 'Time until the answer was shown.', answeredWithin)
  const retries = counter('discord_retries', 'Requests to Discord that were retried.', ['request'])
  const refusals = counter('discord_refusals', 'Interactions that were gone (10062) or already acknowledged (40060).', [
    'code',
  ])
  const rateLimits = counter('discord_rate_limits', 'Requests that had to wait for a rate limit.', ['scope'])
  const invalid = counter('discord_invalid_requests', 'Responses that Discord counts as invalid requests.', ['status'])
  const events = counter('gateway_events', 'Logins, resumes and lost connections.', ['event'])
  const held = new Gauge({ name: 'quoth_discord_held_back', help: '1 while requests are held back.', registers })

  const actions = new Set<string>()
  const labelOf = (action: string): string => {
    if (actions.size < maxActions) actions.add(action)
    return actions.has(action) ? action : 'other'
  }

  return {
    handled({ action, outcome, msToAcknowledge, msToAnswer }) {
      // Part of the contract: dashboards use this name.
      const label = { deed: labelOf(action) }
      interactions.inc({ ...label, outcome })
      if (msToAcknowledge !== null) acknowledged.observe(label, msToAcknowledge / 1000)
      if (msToAnswer !== null) answered.observe(label, msToAnswer / 1000)
    },
    retried: (request) => retries.inc({ request }),
    refused: (code) => refusals.inc({ code }),
    rateLimited: (scope) => rateLimits.inc({ scope }),
    invalidRequest: (status) => invalid.inc({ status }),
    heldBack: (yes) => held.set(yes ? 1 : 0),
    gateway: (event) => events.inc({ event }),
    gauge(name, read) {
      new Gauge({
        name: `quoth_${name}`,
        help: gauges[name],
        registers,
        async collect() {
          this.set(await read())
        },
      })
    },
    followProcess: () => collectDefaultMetrics({ register: registry }),
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  }
}
