import { setTimeout as sleep } from 'node:timers/promises'
import { QuothError } from '../../domain/error.ts'
import { createIncident } from '../../observability/defects.ts'
import type { Log } from '../../observability/log.ts'
import type { Outcome } from '../../observability/metrics.ts'
import { deliver, deliverBeside } from './gateway/deliver.ts'
import type { InteractionHandle, Responder } from './gateway/responder.ts'
import { expectedErrorMessage, incidentMessage, noticeMessage, stoppingMessage } from './message/notice.ts'
import type { Done, Plan } from './plan.ts'

/** How an interaction went; milliseconds from its arrival, null for what it did not come to. */
export type Performed = {
  readonly outcome: Outcome
  readonly msToAcknowledge: number | null
  readonly msToAnswer: number | null
}

/** What `work` gives, or null as soon as `signal` aborts. */
const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> => {
  const settled = new AbortController()
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { signal: settled.signal })
  })
  return Promise.race([work, aborted]).finally(() => settled.abort())
}

type Working = Exclude<Plan, { readonly acknowledge: 'form' }>

/** Takes back what was noted of a message that is not sent. */
const takeBack = async (beside: Done['beside'], log: Log): Promise<void> =>
  beside?.undo?.().catch((error: unknown) => log.error({ err: error }, 'What was noted could not be taken back'))

/** Milliseconds that work may take, such as a write to a disk that hangs: whoever asked is told something while Discord lets it. */
const workWithin = 120_000

/** Does the work. Never rejects: a failure becomes the message that tells of it, and a bug is logged as well. */
const workOn = async ({ work, t, label }: Working, log: Log, within: number): Promise<Done> => {
  const settled = new AbortController()
  const late = sleep(within, 'late' as const, { ref: false, signal: settled.signal }).catch(() => 'late' as const)
  try {
    const working = work()
    const done = await Promise.race([working, late])
    if (done !== 'late') return done
    // It may end yet, when nobody waits for it any more.
    working.then(
      ({ beside }) => takeBack(beside, log),
      (error: unknown) => {
        // What was expected may have somebody's words in it.
        if (!(error instanceof QuothError))
          log.error({ err: error, command: label }, 'A command failed, after it was given up')
      },
    )
    throw new Error(`it took longer than ${within} ms`)
  } catch (error) {
    if (error instanceof QuothError) return { outcome: 'refused', message: expectedErrorMessage(t, error) }
    const incident = createIncident()
    log.error({ err: error, incident, command: label }, 'A command failed')
    return { outcome: 'failed', message: incidentMessage(t, incident) }
  } finally {
    settled.abort()
  }
}

/** What went wrong takes the place of a new reply, and leaves one that is there as it is. */
const besideIt = (done: Done, plan: Working): Done =>
  plan.acknowledge === 'change' && done.message !== undefined && !['answered', 'silent'].includes(done.outcome)
    ? { outcome: done.outcome, beside: { message: done.message, isPrivate: true } }
    : done

/**
 * Acknowledges an interaction, does the work, and delivers what comes of it.
 * - `stop`: whoever waits still when it aborts is told that Quoth is restarting.
 * - `begin` is waited for before the work, which is given up after `within` milliseconds.
 */
export const perform = async (
  plan: Plan,
  asked: InteractionHandle,
  {
    responder,
    log,
    stop,
    begin,
    within = workWithin,
  }: {
    readonly responder: Responder
    readonly log: Log
    readonly stop: AbortSignal
    readonly begin: () => Promise<void>
    readonly within?: number
  },
): Promise<Performed> => {
  const elapsed = (): number => performance.now() - asked.receivedAt
  const acknowledged = await (plan.acknowledge === 'form'
    ? responder.openForm(asked, plan.form)
    : responder.acknowledge(asked, plan.acknowledge))
  if (acknowledged === 'expired') return { outcome: 'expired', msToAcknowledge: null, msToAnswer: null }
  const msToAcknowledge = elapsed()
  if (plan.acknowledge === 'form') return { outcome: 'answered', msToAcknowledge, msToAnswer: msToAcknowledge }
  const { t } = plan
  const stopping: Done = { outcome: 'stopping', message: stoppingMessage(t) }
  await begin()
  const working = stop.aborted ? null : workOn(plan, log, within)
  const worked = working && (await unlessAborted(working, stop))
  const done = besideIt(worked ?? stopping, plan)
  const { message, beside } = done
  // What all are to see goes first: the reply says that it was shared.
  if (beside !== undefined && !beside.isPrivate && !(await deliverBeside(responder, asked, beside, log))) {
    await takeBack(beside, log)
    const problem = t`This could not be shared here. Look whether it is there all the same, and try again if it is not.`
    await deliverBeside(responder, asked, { message: noticeMessage(problem), isPrivate: true }, log)
    return { outcome: 'failed', msToAcknowledge, msToAnswer: elapsed() }
  }
  const isChange = plan.acknowledge === 'change'
  const isShown = message === undefined || (await deliver(responder, asked, message, { t, log, isChange }))
  const isTold = !beside?.isPrivate || (await deliverBeside(responder, asked, beside, log))
  // What came too late to be sent is not to count as sent after the restart.
  if (working !== null && worked === null) await takeBack((await working).beside, log)
  return { outcome: isShown && isTold ? done.outcome : 'failed', msToAcknowledge, msToAnswer: elapsed() }
}
