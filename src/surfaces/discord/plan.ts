import { setTimeout as sleep } from 'node:timers/promises'
import type { APIModalInteractionResponseCallbackData } from 'discord.js'
import { QuothError } from '../../domain/error.ts'
import type { Translator } from '../../i18n/say.ts'
import { createIncident } from '../../observability/defects.ts'
import type { Log } from '../../observability/log.ts'
import type { Outcome } from '../../observability/metrics.ts'
import { deliver, deliverBeside } from './gateway/deliver.ts'
import type { InteractionHandle, Responder } from './gateway/responder.ts'
import { expectedErrorMessage, incidentMessage, noticeMessage, stoppingMessage } from './message/notice.ts'
import type { OutgoingMessage } from './message/view.ts'

/** What is sent once the work is done. */
export type Done = {
  readonly outcome: Outcome
  /**
   * Replaces the deferred reply, or the reply whose button was pressed; that one stays as it is where this is
   * missing.
   */
  readonly message?: OutgoingMessage
  /** Sent beside it: to the asker alone, or to everybody in the channel. */
  readonly beside?: {
    readonly message: OutgoingMessage
    readonly isPrivate: boolean
    /** Takes back what was recorded about it, if it cannot be sent. */
    undo?(): Promise<void>
  }
}

/** What is done about an interaction: how it is acknowledged, at once, and the work that follows. */
export type Plan = {
  /** How the asker is told what goes wrong. */
  readonly t: Translator
  /** For the log: a command or an action, never what somebody wrote. */
  readonly label: string
  /** What was asked, for a host who wants that in the log. */
  readonly question?: string
} & (
  | {
      /** With a new reply, or as a change of the reply whose button was pressed. */
      readonly acknowledge: 'public' | 'private' | 'change'
      /** Whether it may take minutes, and shows how far it has come. */
      readonly isLong?: boolean
      /**
       * @param show shows a message in the place of a new reply until the work is done; called as often as one likes
       * @throws QuothError for what cannot be done; anything else is a bug
       */
      work(show: (message: OutgoingMessage) => void): Promise<Done>
    }
  | { readonly acknowledge: 'form'; readonly form: APIModalInteractionResponseCallbackData }
)

/** A plan that only says something, to the asker alone. */
export const noticePlan = (
  t: Translator,
  label: string,
  message: OutgoingMessage,
  outcome: Outcome = 'refused',
): Plan => ({
  t,
  label,
  acknowledge: 'private',
  work: async () => ({ outcome, message }),
})

/** How an interaction went; milliseconds from its arrival, null for what it did not come to. */
export type Performed = {
  readonly outcome: Outcome
  readonly msToAcknowledge: number | null
  readonly msToAnswer: number | null
}

/** What `work` returns, or null as soon as `signal` aborts. */
const unlessAborted = async <T>(work: Promise<T>, signal: AbortSignal): Promise<T | null> => {
  const settled = new AbortController()
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null)
    signal.addEventListener('abort', () => resolve(null), { signal: settled.signal })
  })
  return Promise.race([work, aborted]).finally(() => settled.abort())
}

type Working = Exclude<Plan, { readonly acknowledge: 'form' }>

/** Takes back what was recorded about a message that is not sent. */
const takeBack = async (beside: Done['beside'], log: Log): Promise<void> =>
  beside?.undo?.().catch((error: unknown) => log.error({ err: error }, 'Cannot take back what was recorded'))

/** Milliseconds that work may take, such as a write to a disk that hangs: Discord must still let the asker be told. */
const workWithin = 120_000
/** The same for work that shows how far it has come: Discord accepts the last edit for 15 minutes. */
const progressWithin = 12 * 60_000
/** Milliseconds before progress is first shown, and between two edits: Discord takes five in five seconds. */
const progressEvery = 1500

/** Shows the newest of many messages, no more often than Discord likes. Failures are logged: the reply follows. */
const createProgress = (edit: (message: OutgoingMessage) => Promise<void>, log: Log) => {
  let newest: OutgoingMessage | null = null
  let isOver = false
  let timer: NodeJS.Timeout | undefined
  let editing: Promise<void> = Promise.resolve()
  const next = (): void => {
    timer = undefined
    const message = newest
    newest = null
    if (message === null || isOver) return
    editing = edit(message).catch((error: unknown) => log.debug({ err: error }, 'Cannot show progress'))
    void editing.then(() => {
      if (newest !== null && !isOver) timer ??= setTimeout(next, progressEvery).unref()
    })
  }
  return {
    show: (message: OutgoingMessage): void => {
      newest = message
      timer ??= setTimeout(next, progressEvery).unref()
    },
    /** Resolves when no edit is under way, so that none comes after the reply. */
    end: async (): Promise<void> => {
      isOver = true
      clearTimeout(timer)
      await editing
    },
  }
}

/** Does the work. Never rejects: a failure becomes a message about it, and a bug is logged as well. */
const workOn = async (
  { work, t, label }: Working,
  show: (message: OutgoingMessage) => void,
  log: Log,
  within: number,
): Promise<Done> => {
  const settled = new AbortController()
  const late = sleep(within, 'late' as const, { ref: false, signal: settled.signal }).catch(() => 'late' as const)
  try {
    const working = work(show)
    const done = await Promise.race([working, late])
    if (done !== 'late') return done
    // It may still end, when nobody waits for it any more.
    working.then(
      ({ beside }) => takeBack(beside, log),
      (error: unknown) => {
        // An expected error may quote somebody's words.
        if (!(error instanceof QuothError))
          log.error({ err: error, command: label }, 'A command failed after it had timed out')
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

/** An error replaces a new reply, but stands beside one that is already there. */
const besideIt = (done: Done, plan: Working): Done =>
  plan.acknowledge === 'change' && done.message !== undefined && !['answered', 'silent'].includes(done.outcome)
    ? { outcome: done.outcome, beside: { message: done.message, isPrivate: true } }
    : done

/**
 * Acknowledges an interaction, does the work, and delivers the result.
 * - `stop`: once it aborts, whoever is still waiting is told that Quoth is restarting.
 * - `begin` is awaited before the work, which is given up after `within` milliseconds.
 */
export const perform = async (
  plan: Plan,
  asked: InteractionHandle,
  {
    responder,
    log,
    stop,
    begin,
    within = plan.acknowledge !== 'form' && plan.isLong ? progressWithin : workWithin,
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
  const progress = createProgress((shown) => responder.edit(asked, shown), log)
  const show = plan.acknowledge === 'change' ? () => {} : progress.show
  const working = stop.aborted ? null : workOn(plan, show, log, within)
  const worked = working && (await unlessAborted(working, stop))
  await progress.end()
  const done = besideIt(worked ?? stopping, plan)
  const { message, beside } = done
  // What everybody sees goes first: the reply says that it was shared.
  if (beside !== undefined && !beside.isPrivate && !(await deliverBeside(responder, asked, beside, log))) {
    await takeBack(beside, log)
    const problem = t`This may not have been shared. Check the channel, and try again if it is not there.`
    await deliverBeside(responder, asked, { message: noticeMessage(problem), isPrivate: true }, log)
    return { outcome: 'failed', msToAcknowledge, msToAnswer: elapsed() }
  }
  const isChange = plan.acknowledge === 'change'
  const isShown = message === undefined || (await deliver(responder, asked, message, { t, log, isChange }))
  const isTold = !beside?.isPrivate || (await deliverBeside(responder, asked, beside, log))
  // What came too late to be sent must not count as sent after the restart.
  if (working !== null && worked === null) await takeBack((await working).beside, log)
  return { outcome: isShown && isTold ? done.outcome : 'failed', msToAcknowledge, msToAnswer: elapsed() }
}
