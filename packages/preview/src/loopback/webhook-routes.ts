import { MessageFlags } from 'discord-api-types/v10'
import { refusals } from './api-error.ts'
import { type Interaction, interactionOfToken, isExpired, update } from './interaction.ts'
import { blankMessage, changed, keepMessage, type LoopbackMessage, messagePayload } from './message.ts'
import { removeMessage } from './moderating.ts'
import type { RestRequest, Route } from './route.ts'
import type { World } from './world.ts'

/**
 * The interaction whose token stands in the path. @throws ApiError 10015 when it has none to give, 50027 when it is
 * over, 10003 when its channel is gone
 */
const interactionOf = (world: World, { params }: RestRequest): Interaction => {
  const token = params['token'] ?? ''
  const found = world.interactions.get(interactionOfToken(token))
  const isKnown = params['application'] === world.bot.id && found?.token === token
  if (!isKnown || found.response.kind !== 'given') throw refusals.unknownWebhook()
  if (isExpired(world, found)) throw refusals.invalidToken()
  if (!world.channels.has(found.channel)) throw refusals.unknownChannel()
  return found
}

/** The message that the path names, if it is one of this interaction. @throws ApiError 10008 */
const messageOf = (world: World, interaction: Interaction, request: RestRequest): LoopbackMessage => {
  const named = request.params['message'] ?? ''
  const id = named === '@original' ? interaction.original : named
  const isOwn = id !== null && [interaction.original, ...interaction.followUps].includes(id)
  const found = isOwn ? world.messages.get(id) : undefined
  if (found === undefined) throw refusals.unknownMessage()
  return found
}

const isEphemeral = (body: unknown): boolean => {
  const flags = typeof body === 'object' && body !== null && 'flags' in body ? body.flags : 0
  return typeof flags === 'number' && (flags & MessageFlags.Ephemeral) !== 0
}

/** A body for a message that is there already: it is as private as it was, whatever the body asks. */
const withoutPrivacy = (body: unknown): unknown =>
  isEphemeral(body) ? { ...(body as object), flags: (body as { flags: number }).flags & ~MessageFlags.Ephemeral } : body

/** Edits of the original response, and further messages, until the interaction's token ends. */
export const webhookRoutes = (world: World): readonly Route[] => {
  const keep = (message: LoopbackMessage, kind: 'message-created' | 'message-updated') => {
    keepMessage(world, message)
    world.events.emit({ kind, message })
    return { status: 200, body: messagePayload(world, message) }
  }
  const path = '/webhooks/:application/:token/messages/:message'
  return [
    {
      name: 'follow-up',
      method: 'POST',
      path: '/webhooks/:application/:token',
      needsToken: false,
      handle: (request) => {
        const interaction = interactionOf(world, request)
        const original = world.messages.get(interaction.original ?? '')
        // While the original "is thinking", Discord takes the first follow-up as its content.
        if (original?.loading)
          return keep(changed(world, original, withoutPrivacy(request.json), request.files), 'message-updated')
        const blank = blankMessage(world, {
          author: world.bot.id,
          channel: interaction.channel,
          interaction: interaction.id,
          visibleTo: isEphemeral(request.json) ? interaction.user : null,
        })
        const message = changed(world, blank, request.json, request.files)
        update(world, interaction, { followUps: [...interaction.followUps, message.id] })
        return keep(message, 'message-created')
      },
    },
    {
      name: 'get-message',
      method: 'GET',
      path,
      needsToken: false,
      handle: (request) => ({
        status: 200,
        body: messagePayload(world, messageOf(world, interactionOf(world, request), request)),
      }),
    },
    {
      name: 'edit-message',
      method: 'PATCH',
      path,
      needsToken: false,
      handle: (request) => {
        const before = messageOf(world, interactionOf(world, request), request)
        return keep(changed(world, before, request.json, request.files), 'message-updated')
      },
    },
    {
      name: 'delete-message',
      method: 'DELETE',
      path,
      needsToken: false,
      handle: (request) => {
        const message = messageOf(world, interactionOf(world, request), request)
        removeMessage(world, message)
        return { status: 204 }
      },
    },
  ]
}
