import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

/** How an interaction ended, as far as who asked is concerned. */
export type Outcome =
  /** It was done: a reply, a page turned, suggestions. */
  | 'answered'
  /** The library does not say. */
  | 'silent'
  /** What was asked for cannot be done, and the person was told why. */
  | 'refused'
  /** A bug or an outage; the log has an incident id. */
  | 'failed'
  /** Discord had given up waiting: nobody is left to be answered (10062). */
  | 'expired'
  /** Quoth was shutting down. */
  | 'stopping'

/** An interaction that is over. */
export type Handled = {
  /**
   * What was done: a command such as `ask` or `sources list`, or a button's deed. One of ours, never what a person
   * typed.
   */
  readonly action: string
  readonly outcome: Outcome
  /** Milliseconds from its arrival; null where it did not come to that. */
  readonly msToAcknowledge: number | null
  readonly msToAnswer: number | null
}

/** What is read when somebody looks, with its meaning. */
const gauges = {
  sources: 'Sources in the library.',
  guilds: 'Servers that the bot is in.',
  waiting: 'Questions that somebody waits for an answer to.',
  heartbeat_age_seconds: 'Time since Discord last acknowledged a heartbeat.',
} as const

/** Counts what happens. No label ever holds a text, an id or a place: their values are few, and known beforehand. */
export type Metrics = {
  handled(interaction: Handled): void
  /** A request to Discord that is sent once more. */
  retried(request: 'callback' | 'edit' | 'follow-up' | 'other'): void
  /** What Discord says of an interaction: that it is gone (10062), or that it is acknowledged already (40060). */
  refused(code: 10062 | 40060): void
  /** A request that had to wait, or was refused for now; `scope` as Discord names it. */
  rateLimited(scope: 'user' | 'global' | 'shared'): void
  /** A response that Discord counts against this address. */
  invalidRequest(status: 401 | 403 | 429): void
  /** Whether requests are held back after too many such responses. */
  heldBack(yes: boolean): void
  gateway(event: 'identified' | 'resumed' | 'dropped'): void
  /** Lets `read` tell a figure whenever somebody looks; once a name. */
  gauge(name: keyof typeof gauges, read: () => number | Promise<number>): void
  /** From now on, also counts what the process uses: memory, CPU, handles, how late the event loop is. */
  followProcess(): void
  /** Everything in the text format of Prometheus. */
  text(): Promise<{ readonly contentType: string; readonly body: string }>
}

/** More deeds than Quoth has; should others come by a mistake, they are counted together. */
const mostDeeds = 100
const acknowledgedWithin = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 3]
const answeredWithin = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60]

/** Metrics of their own registry, so that two bots in one process (the tests) do not count for each other. */
export const createMetrics = (): Metrics => {
  const registry = new Registry()
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: readonly L[]) =>
    new Counter({ name: `quoth_${name}_total`, help, labelNames: [...labelNames], registers })
  const histogram = (name: string, help: string, buckets: number[]) =>
    new Histogram({ name: `quoth_${name}_seconds`, help, labelNames: ['deed'], buckets, registers })

  const interactions = counter('interactions', 'Interactions, by what was done and how it ended.', ['deed', 'outcome'])
  const acknowledged = histogram('acknowledged', 'Time until Discord knew that Quoth is on it.', acknowledgedWithin)
  const answered = histogram('answered', 'Time until the answer was shown.', answeredWithin)
  const retries = counter('discord_retries', 'Requests to Discord that were sent once more.', ['request'])
  const refusals = counter('discord_refusals', 'Interactions gone (10062) or acknowledged before (40060).', ['code'])
  const rateLimits = counter('discord_rate_limits', 'Requests that had to wait for a rate limit.', ['scope'])
  const invalid = counter('discord_invalid_requests', 'Responses that Discord counts against us.', ['status'])
  const events = counter('gateway_events', 'Logins, resumes and lost connections.', ['event'])
  const held = new Gauge({ name: 'quoth_discord_held_back', help: '1 while requests are held back.', registers })

  const buttonActions = new Set<string>()
  const labelOf = (action: string): string => {
    if (buttonActions.size < mostDeeds) buttonActions.add(action)
    return buttonActions.has(action) ? action : 'other'
  }

  return {
    handled({ action, outcome, msToAcknowledge, msToAnswer }) {
      // Dashboards know it by this name.
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
