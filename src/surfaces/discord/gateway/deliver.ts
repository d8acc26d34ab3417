import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import type { Translator } from '../../../i18n/say.ts'
import { createIncident } from '../../../observability/defects.ts'
import type { Log } from '../../../observability/log.ts'
import { incidentMessage } from '../message/notice.ts'
import type { OutgoingMessage } from '../message/view.ts'
import type { InteractionHandle, Responder } from './responder.ts'

/** The reply's channel is gone or closed to the bot; the asker can still be told. */
const channelLost: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]

/** Discord rejects the message: invalid, or too large. */
const messageRefused: readonly number[] = [400, 413]

/**
 * Replaces a deferred reply with a message. If the channel is lost, the asker alone is told, once; if Discord refuses
 * the message itself, a line with an incident id takes its place, or stands beside a reply that is already there.
 * What then still fails is logged.
 * @returns whether the message is shown to somebody
 */
export const deliver = async (
  responder: Responder,
  asked: InteractionHandle,
  message: OutgoingMessage,
  { t, log, isChange }: { readonly t: Translator; readonly log: Log; readonly isChange: boolean },
): Promise<boolean> => {
  try {
    await responder.edit(asked, message)
    return true
  } catch (error) {
    const incident = createIncident()
    log.error({ err: error, incident, interaction: asked.id }, 'Could not show a reply')
    if (!(error instanceof DiscordAPIError)) return false
    try {
      if (channelLost.includes(error.code)) {
        await responder.tellAsker(asked, message)
        return true
      }
      if (messageRefused.includes(error.status))
        await (isChange ? responder.tellAsker : responder.edit)(asked, incidentMessage(t, incident))
    } catch (second) {
      log.error({ err: second, incident, interaction: asked.id }, 'Could not tell the asker either')
    }
    return false
  }
}

/**
 * Shows a message beside the reply, to the asker alone or to everybody in the channel.
 * @returns whether it was shown; if not, the log says why
 */
export const deliverBeside = async (
  responder: Responder,
  asked: InteractionHandle,
  { message, isPrivate }: { readonly message: OutgoingMessage; readonly isPrivate: boolean },
  log: Log,
): Promise<boolean> => {
  try {
    await (isPrivate ? responder.tellAsker : responder.tellAll)(asked, message)
    return true
  } catch (error) {
    log.error({ err: error, interaction: asked.id, isPrivate }, 'Could not show a message beside a reply')
    return false
  }
}
