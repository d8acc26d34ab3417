import { setTimeout as sleep } from 'node:timers/promises'
import type { IIdentifyThrottler } from 'discord.js'
import { QuothError } from '../../../domain/error.ts'
import type { Log } from '../../../observability/log.ts'
import type { State } from '../../../state/port.ts'

/** How often the bot may identify itself. Discord allows 1,000 times in 24 hours, and resets the token of who goes beyond. */
export type IdentifyLimits = {
  /** Milliseconds between two. */
  readonly spacing: number
  /** How many in `window` milliseconds. */
  readonly most: number
  readonly window: number
}
export const discordsLimits: IdentifyLimits = { spacing: 5000, most: 900, window: 24 * 3_600_000 }

const exhaustedError = ({ most }: IdentifyLimits): QuothError =>
  new QuothError(
    'bad-settings',
    `Quoth logged in to Discord ${most} times in 24 hours and stops before Discord resets its token, as it does at 1,000. Find out in the log what restarts it or cuts its connection, and start it again tomorrow.`,
  )

/** Only rejects, once `signal` aborts. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.throwIfAborted()
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

/**
 * Lets the bot identify itself one login after another, as often as the limits allow; each is kept before it is made. When
 * they are used up, `onExhausted` is told why, and nobody identifies any more.
 *
 * A wait ends with an error only when its signal aborts: discord.js takes any other for a leave to identify at once.
 * @param identifies where the logins of earlier runs are known; those of this run count in any case
 * @param now Unix milliseconds, for those of other runs
 * @param elapsed milliseconds of a clock that nobody sets, for those of this run
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
  /** Of this run alone, for when the state cannot be read or written. */
  let own: readonly number[] = []
  let turn: Promise<unknown> = Promise.resolve()

  const used = async (): Promise<number> => {
    const begin = elapsed() - limits.window
    own = own.filter((at) => at > begin)
    const kept = await identifies?.countSince(now() - limits.window).catch((error: unknown) => {
      log.error({ err: error }, 'Earlier logins to Discord cannot be counted; those of this run are')
      return 0
    })
    return Math.max(kept ?? 0, own.length)
  }
  const keep = async (): Promise<void> => {
    last = elapsed()
    own = [...own, last]
    await identifies?.add(now()).catch((error: unknown) => {
      log.error({ err: error }, 'A login to Discord could not be noted')
    })
  }
  const take = async (signal: AbortSignal): Promise<void> => {
    signal.throwIfAborted()
    const wait = last + limits.spacing - elapsed()
    if (wait > 0) await sleep(wait, undefined, { signal })
    if ((await used()) >= limits.most) {
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
