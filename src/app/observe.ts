import { createHealth, type Health } from '../observability/health.ts'
import { createMetrics, type Metrics } from '../observability/metrics.ts'
import { serveOperations } from '../observability/serve-operations.ts'
import type { Quoth } from '../quoth.ts'
import type { State } from '../state/port.ts'
import type { Settings } from './settings.ts'

/** Where Quoth reports its state. */
export type Observed = { readonly metrics: Metrics; readonly health: Health }

/** The same, served to programs on this machine if a port is set. */
export type Observing = Observed & {
  /** Reports that Quoth has started with this library and state. */
  started(quoth: Quoth, state: State): void
  /** Reports that Quoth takes no more work. */
  stopping(): void
  close(): Promise<void>
}

/**
 * Starts to report the state of Quoth, which is not ready until it has started, nor while it stops.
 * @throws QuothError `bad-settings` if the port is taken or not allowed
 */
export const observe = async ({ opsPort }: Pick<Settings, 'opsPort'>): Promise<Observing> => {
  const [metrics, health] = [createMetrics(), createHealth()]
  health.ready.set('start', () => 'Quoth is starting.')
  if (opsPort !== null) metrics.followProcess()
  const operations = opsPort === null ? null : await serveOperations({ port: opsPort, health, metrics })
  return {
    metrics,
    health,
    started(quoth, { waiting }) {
      metrics.gauge('sources', () => quoth.size())
      metrics.gauge('passages', async () => (await quoth.meaning())?.passages ?? 0)
      metrics.gauge('passages_encoded', async () => (await quoth.meaning())?.encoded ?? 0)
      metrics.gauge('waiting', async () => (await waiting.list()).length)
      health.ready.set('library', async () => ((await quoth.size()) > 0 ? null : 'The library has no sources.'))
      health.ready.delete('start')
    },
    stopping: () => void health.ready.set('stop', () => 'Quoth is stopping.'),
    close: async () => operations?.close(),
  }
}
