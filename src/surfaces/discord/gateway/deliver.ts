import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import type { Translator } from '../../../i18n/say.ts'
import { createIncident } from '../../../observability/defects.ts'
import type { Log } from '../../../observability/log.ts'
import { incidentMessage } from '../message/notice.ts'
import type { OutgoingMessage } from '../message/view.ts'
import type { InteractionHandle, Responder } from './responder.ts'

/** The place of the reply is gone or closed to the bot; the asker can still be told. */
const placeLost: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]

/** Discord does not take the message: as it is, or for its size. */
const messageRefused: readonly number[] = [400, 413]

/**
 * Puts a message in the place of a deferred reply. Where that place is lost, the asker alone is told, once; where Discord
 * refuses the message itself, a line with an incident id takes its place, or stands beside it where there is a reply already. What
 * then still fails is logged: there is nobody left to tell.
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
    log.error({ err: error, incident, interaction: asked.id }, 'A reply could not be shown')
    if (!(error instanceof DiscordAPIError)) return false
    try {
      if (placeLost.includes(error.code)) {
        await responder.tellAsker(asked, message)
        return true
      }
      if (messageRefused.includes(error.status))
        await (isChange ? responder.tellAsker : responder.edit)(asked, incidentMessage(t, incident))
    } catch (second) {
      log.error({ err: second, incident, interaction: asked.id }, 'Nor could the asker be told')
    }
    return false
  }
}

/** Shows a message beside the reply, to the asker alone or to everybody in the channel. Gives whether it did; if not, the log says why. */
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
    log.error({ err: error, interaction: asked.id, isPrivate }, 'A message beside a reply could not be shown')
    return false
  }
}
