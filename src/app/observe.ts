import { createHealth, type Health } from '../observability/health.ts'
import { createMetrics, type Metrics } from '../observability/metrics.ts'
import { serveOperations } from '../observability/serve-operations.ts'
import type { Quoth } from '../quoth.ts'
import type { State } from '../state/port.ts'
import type { Settings } from './settings.ts'

/** By what Quoth shows how it is. */
export type Observed = { readonly metrics: Metrics; readonly health: Health }

/** An Observed that programs on this machine can see, when there is a port for it. */
export type Observing = Observed & {
  /** Quoth has started, over this library and state. */
  started(quoth: Quoth, state: State): void
  /** Quoth takes no more work. */
  stopping(): void
  close(): Promise<void>
}

/**
 * Shows how Quoth is from its first moment: not ready until it has started, nor once it stops.
 * @throws QuothError `bad-settings` when the port is taken
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
      metrics.gauge('waiting', async () => (await waiting.list()).length)
      health.ready.set('library', async () => ((await quoth.size()) > 0 ? null : 'The library has no source.'))
      health.ready.delete('start')
    },
    stopping: () => void health.ready.set('stop', () => 'Quoth is stopping.'),
    close: async () => operations?.close(),
  }
}
