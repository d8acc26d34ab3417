import type { APIModalInteractionResponseCallbackData } from 'discord.js'
import type { Translator } from '../../i18n/say.ts'
import type { Outcome } from '../../observability/metrics.ts'
import type { OutgoingMessage } from './message/view.ts'

/** What is sent once the work is done. */
export type Done = {
  readonly outcome: Outcome
  /** In the place of the deferred reply; of a deed that changes a reply, in the place of that reply, where it changes at all. */
  readonly message?: OutgoingMessage
  /** Beside it: for the asker alone, or for everybody in the channel. */
  readonly beside?: {
    readonly message: OutgoingMessage
    readonly isPrivate: boolean
    /** Takes back what was noted of it, where it cannot be sent. */
    undo?(): Promise<void>
  }
}

/** What is done about an interaction: how it is acknowledged, at once, and then what follows. */
export type Plan = {
  /** How whoever asked is told of what goes wrong. */
  readonly t: Translator
  /** For the log: a command or a deed, never what somebody wrote. */
  readonly label: string
  /** What was asked, for a host who wants that in the log. */
  readonly question?: string
} & (
  | {
      /** With a new reply, or as a change of the reply that was pressed. */
      readonly acknowledge: 'public' | 'private' | 'change'
      /** @throws QuothError for what cannot be done; anything else is a bug */
      work(): Promise<Done>
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
