import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js'
import { createIncident } from '../../../observing/incident.ts'
import type { Log } from '../../../observing/log.ts'
import type { Say } from '../../../wording/say.ts'
import { incidentMessage } from '../messages/error-message.ts'
import type { Message } from '../messages/message.ts'
import type { Asked, Responder } from './responder.ts'

/** The place of the reply is gone or closed to the bot; the asker can still be told. */
const placeLost: readonly (string | number)[] = [
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.MissingPermissions,
]

/**
 * Puts a message in the place of a deferred reply. Where that place is lost, the asker alone is told, once; where Discord
 * refuses the message itself, a line with an incident id takes its place. What then still fails is logged: there is nobody
 * left to tell.
 */
export const deliver = async (
  responder: Responder,
  asked: Asked,
  message: Message,
  { say, log }: { readonly say: Say; readonly log: Log },
): Promise<void> => {
  try {
    await responder.edit(asked, message)
  } catch (error) {
    const incident = createIncident()
    log.error({ err: error, incident, interaction: asked.id }, 'A reply could not be shown')
    if (!(error instanceof DiscordAPIError)) return
    try {
      if (placeLost.includes(error.code)) await responder.tellAsker(asked, message)
      else if (error.status === 400) await responder.edit(asked, incidentMessage(say, incident))
    } catch (second) {
      log.error({ err: second, incident, interaction: asked.id }, 'Nor could the asker be told')
    }
  }
}

/** Shows everybody in the channel a message beside the reply. Gives whether it did; if not, the log says why. */
export const deliverToAll = async (
  responder: Responder,
  asked: Asked,
  message: Message,
  log: Log,
): Promise<boolean> => {
  try {
    await responder.tellAll(asked, message)
    return true
  } catch (error) {
    log.error({ err: error, interaction: asked.id }, 'A reply could not be shared')
    return false
  }
}
