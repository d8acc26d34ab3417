import type { Log } from './log.ts'
import type { Handled, Metrics } from './metrics.ts'

/** A finished interaction, as it is logged. */
export type HandledInteraction = Handled & {
  /** The kind of interaction. Suggestions come with every keystroke, so they are logged at `debug` only. */
  readonly kind: 'command' | 'message command' | 'button' | 'menu' | 'form' | 'suggestions'
  /** The server's id; null in a direct message. */
  readonly guild: string | null
  /** The question; logged only if the host wants that. */
  readonly question?: string | undefined
}

const rounded = (milliseconds: number | null): number | null =>
  milliseconds === null ? null : Math.round(milliseconds)

/**
 * Creates a function that takes each finished interaction, logs it in one line, and counts it.
 * @param options `questions`: whether to log what people ask, which is private unless the host decides otherwise
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
