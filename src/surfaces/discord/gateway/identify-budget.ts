import { setTimeout as sleep } from 'node:timers/promises'
import type { IIdentifyThrottler } from 'discord.js'
import { QuothError } from '../../../domain/error.ts'
import type { Log } from '../../../observability/log.ts'
import type { State } from '../../../state/port.ts'

/** How often the bot may identify itself. Discord allows 1,000 times in 24 hours, and resets the token beyond that. */
export type IdentifyLimits = {
  /** Milliseconds between two. */
  readonly spacing: number
  /** How many in `window` milliseconds. */
  readonly max: number
  readonly window: number
}
export const discordsLimits: IdentifyLimits = { spacing: 5000, max: 900, window: 24 * 3_600_000 }

const exhaustedError = ({ max }: IdentifyLimits): QuothError =>
  new QuothError(
    'bad-settings',
    `Quoth logged in to Discord ${max} times in 24 hours, and stops before Discord resets its token at 1,000. ` +
      'Check the log for what restarts it or cuts its connection, and start it again tomorrow.',
  )

/** Never resolves; rejects once `signal` aborts. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/**
 * Lets the bot identify itself, one login after another, as often as the limits allow; each is recorded before it is
 * made. When they are used up, `onExhausted` is called with the reason, and no login is allowed any more.
 *
 * A wait rejects only when its signal aborts: after any other error discord.js would identify at once.
 * @param identifies the logins of earlier runs; those of this run count in any case
 * @param now Unix milliseconds, for those of other runs
 * @param elapsed milliseconds of a monotonic clock, for those of this run
 */
export const createIdentifyBudget = ({
  identifies,
  log,
  onIdentify = () => {},
  onExhausted,
  limits = discordsLimits,
  now = Date.now,
  elapsed = () => performance.now(),
}: {
  readonly identifies?: State['identifies'] | undefined
  readonly log: Log
  readonly onIdentify?: () => void
  readonly onExhausted: (error: QuothError) => void
  readonly limits?: IdentifyLimits
  readonly now?: () => number
  readonly elapsed?: () => number
}): IIdentifyThrottler => {
  let last = Number.NEGATIVE_INFINITY
  /** Of this run only, for when the state cannot be read or written. */
  let own: readonly number[] = []
  let turn: Promise<unknown> = Promise.resolve()

  const used = async (): Promise<number> => {
    const begin = elapsed() - limits.window
    own = own.filter((at) => at > begin)
    const kept = await identifies?.countSince(now() - limits.window).catch((error: unknown) => {
      log.error({ err: error }, 'Cannot count earlier logins to Discord; counting those of this run only')
      return 0
    })
    return Math.max(kept ?? 0, own.length)
  }
  const keep = async (): Promise<void> => {
    last = elapsed()
    own = [...own, last]
    await identifies?.add(now()).catch((error: unknown) => {
      log.error({ err: error }, 'Cannot record a login to Discord')
    })
  }
  const take = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    const wait = last + limits.spacing - elapsed()
    if (wait > 0) await sleep(wait, undefined, { signal })
    if ((await used()) >= limits.max) {
      onExhausted(exhaustedError(limits))
      await untilAborted(signal)
    }
    signal.throwIfAborted()
    await keep()
    onIdentify()
  }
  return {
    waitForIdentify: (_shard, signal) => {
      const mine = turn.then(() => take(signal))
      turn = mine.catch(() => {})
      return mine
    },
  }
}
