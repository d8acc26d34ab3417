import type { Log } from './log.ts'
import type { Handled, Metrics } from './metrics.ts'

/** An interaction that is over, as the log has it. */
export type HandledInteraction = Handled & {
  /** What kind of deed it was; suggestions, of which each key stroke asks for some, are logged at `debug` alone. */
  readonly kind: 'command' | 'message command' | 'button' | 'menu' | 'form' | 'suggestions'
  /** The server's id; null in a direct message. */
  readonly guild: string | null
  /** What was asked, written down only where the host wants that. */
  readonly question?: string | undefined
}

const rounded = (milliseconds: number | null): number | null =>
  milliseconds === null ? null : Math.round(milliseconds)

/**
 * Takes each interaction once it is over: one line in the log, and counted.
 * @param questions whether the log has what people ask; nobody's business unless a host decides otherwise
 */
export const createInteractionLog =
  ({
    log,
    metrics,
    questions,
  }: {
    readonly log: Log
    readonly metrics: Metrics
    readonly questions: boolean
  }): ((interaction: HandledInteraction) => void) =>
  (interaction) => {
    const { kind, action, guild, msToAcknowledge, msToAnswer, outcome, question } = interaction
    metrics.handled(interaction)
    log[kind === 'suggestions' ? 'debug' : 'info'](
      {
        kind,
        action,
        guild,
        outcome,
        msToAcknowledge: rounded(msToAcknowledge),
        msToAnswer: rounded(msToAnswer),
        ...(questions && question !== undefined && { question }),
      },
      'Handled',
    )
  }
