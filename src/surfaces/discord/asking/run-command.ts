import { actionOf, type Command, readArguments, type SharedContext } from '../../../command.ts'
import { QuothError } from '../../../domain/error.ts'
import type { GuildSettings } from '../../../domain/guild-settings.ts'
import type { Log } from '../../../observing/log.ts'
import { expectedErrorMessage, incidentMessage } from '../messages/error-message.ts'
import type { Message } from '../messages/message.ts'
import { renderReply } from '../messages/render-reply.ts'
import type { Frame } from '../views/frame.ts'
import type { Given } from './asked-command.ts'
import { createIncident } from './incident.ts'
import type { Limiter } from './limiter.ts'

export type Asking = {
  /** Undefined when Discord still shows a command that is no longer ours. */
  readonly command: Command | undefined
  readonly given: Given
  readonly userId: string
  readonly channelId: string
  readonly settings: GuildSettings
  readonly frame: Frame
}

/** @throws QuothError `too-many-questions` */
const count = (limiter: Limiter, userId: string): void => {
  const verdict = limiter(userId)
  if (!verdict.allowed) {
    const wait = verdict.seconds === 1 ? '1 second' : `${verdict.seconds} seconds`
    throw new QuothError(
      'too-many-questions',
      `You ask faster than Quoth may answer. Please wait ${wait} and ask again.`,
    )
  }
}

const reply = async (
  { command, given, userId, channelId, settings, frame }: Asking,
  context: SharedContext,
  limiter: Limiter,
): Promise<Message> => {
  if (command === undefined)
    throw new QuothError(
      'bad-argument',
      'Quoth no longer has this command. Reload Discord to see the ones that it has.',
    )
  const action = actionOf(command, given.subcommand)
  // A command that takes a question searches; only that costs enough to be counted.
  if (Object.hasOwn(action.options, 'question')) count(limiter, userId)
  const asker = `${userId} in ${channelId}`
  const args = readArguments(action.options, given.options)
  return renderReply(await action.run(args, { ...context, asker, settings, pageSize: 10 }), frame)
}

/** Runs a slash command. Never rejects: a failure becomes the message that tells of it, and a bug is logged as well. */
export const runCommand = async (
  asking: Asking,
  { context, limiter, log }: { readonly context: SharedContext; readonly limiter: Limiter; readonly log: Log },
): Promise<Message> => {
  try {
    return await reply(asking, context, limiter)
  } catch (error) {
    if (error instanceof QuothError) return expectedErrorMessage(error)
    const incident = createIncident()
    log.error({ err: error, incident, command: asking.command?.name }, 'A command failed')
    return incidentMessage(incident)
  }
}
