import {
  type APIApplicationCommandOptionChoice,
  InteractionResponseType,
  InteractionType,
  MessageFlags,
} from 'discord-api-types/v10'
import { z } from 'zod'
import { ApiError, refusals } from './api-error.ts'
import { fail, type Interaction, type Modal, update } from './interaction.ts'
import { autocompleteResult } from './limits/commands.ts'
import { checkForm, invalidForm } from './limits/form.ts'
import { modal } from './limits/modal.ts'
import { blankMessage, changed, keepMessage, type LoopbackMessage, messagePayload } from './message.ts'
import type { RestRequest, Route } from './route.ts'
import type { World } from './world.ts'

type Callback = { readonly type: InteractionResponseType; readonly data?: unknown }

const callback = z.object({ type: z.int() })
const deferred = z.object({ flags: z.int().min(0).nullish() }).nullish()

const { ChannelMessageWithSource, DeferredChannelMessageWithSource, DeferredMessageUpdate, UpdateMessage } =
  InteractionResponseType
const toMessage = [ChannelMessageWithSource, DeferredChannelMessageWithSource]

/** The responses that Discord takes for an interaction. */
const responsesTo = ({ type, on }: Interaction): readonly InteractionResponseType[] => {
  const toComponent = on === null ? [] : [DeferredMessageUpdate, UpdateMessage]
  switch (type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [InteractionResponseType.ApplicationCommandAutocompleteResult]
    case InteractionType.ModalSubmit:
      return [...toMessage, ...toComponent]
    case InteractionType.ApplicationCommand:
    case InteractionType.MessageComponent:
      return [...toMessage, ...toComponent, InteractionResponseType.Modal]
    case InteractionType.Ping:
      return [InteractionResponseType.Pong]
  }
}

/**
 * What a response changes, worked out before anything is changed, so that a refused one leaves the interaction awaited.
 */
type Outcome = {
  readonly ephemeral: boolean
  readonly message?: LoopbackMessage
  readonly choices?: readonly APIApplicationCommandOptionChoice[]
  readonly modal?: Modal
}

/** The message that `make` makes of a response's `data`, whose faults are told where they stand in the response. */
const fromData = (make: () => LoopbackMessage): LoopbackMessage => {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof ApiError) || error.errors === undefined) throw error
    throw new ApiError(error.status, error.code, error.message, { data: error.errors })
  }
}

const outcomeOf = (world: World, interaction: Interaction, { type, data }: Callback, request: RestRequest): Outcome => {
  const own = (isEphemeral: boolean) =>
    blankMessage(world, {
      author: world.bot.id,
      channel: interaction.channel,
      interaction: interaction.id,
      visibleTo: isEphemeral ? interaction.user : null,
    })
  const ephemeralIn = (value: unknown): boolean =>
    Boolean((checkForm<{ flags?: number } | undefined>(deferred, value, ['data'])?.flags ?? 0) & MessageFlags.Ephemeral)
  const target = world.messages.get(interaction.on ?? '')
  switch (type) {
    case ChannelMessageWithSource: {
      const ephemeral = ephemeralIn(data)
      return { ephemeral, message: fromData(() => changed(world, own(ephemeral), data ?? {}, request.files)) }
    }
    case DeferredChannelMessageWithSource: {
      const ephemeral = ephemeralIn(data)
      return { ephemeral, message: { ...own(ephemeral), loading: true } }
    }
    case UpdateMessage:
    case DeferredMessageUpdate: {
      if (target === undefined) throw refusals.unknownMessage()
      const ephemeral = target.visibleTo !== null
      const edited = () => changed(world, target, data ?? {}, request.files)
      return { ephemeral, message: type === UpdateMessage ? fromData(edited) : target }
    }
    case InteractionResponseType.ApplicationCommandAutocompleteResult: {
      const result = autocompleteResult(interaction.completing ?? 0)
      return { ephemeral: true, ...checkForm<Pick<Required<Outcome>, 'choices'>>(result, data, ['data']) }
    }
    case InteractionResponseType.Modal:
      return { ephemeral: true, modal: checkForm<Modal>(modal, data, ['data']) }
    default:
      throw refusals.noRoute()
  }
}

const announce = (world: World, id: string, before: LoopbackMessage | undefined, outcome: Outcome): void => {
  const { message, choices, modal: opened } = outcome
  if (choices) world.events.emit({ kind: 'choices-offered', interaction: id, choices })
  if (opened) world.events.emit({ kind: 'modal-opened', interaction: id, modal: opened })
  if (message && message !== before)
    world.events.emit({ kind: before === undefined ? 'message-created' : 'message-updated', message })
}

/**
 * The interaction that the path names, if it can still be responded to. @throws ApiError 10062 when it cannot, 40060
 * when it was
 */
const awaited = (world: World, { params }: RestRequest, isExpired: boolean): Interaction => {
  const found = world.interactions.get(params['id'] ?? '')
  if (found === undefined || found.token !== params['token']) throw refusals.unknownInteraction()
  // The timer that ends the wait is late itself when this process was busy.
  if (isExpired || performance.now() - found.begunAt >= world.limits.respondWithin) fail(world, found.id)
  const interaction = world.interactions.get(found.id) ?? found
  switch (interaction.response.kind) {
    case 'awaited':
      return interaction
    case 'failed':
      throw refusals.unknownInteraction()
    case 'given':
      throw refusals.alreadyAcknowledged()
  }
}

/**
 * The first response to an interaction, which must come in time and only once. `expiresNext` is asked once a request
 * whether this one is to find its interaction gone.
 */
export const callbackRoutes = (world: World, expiresNext: () => boolean): readonly Route[] => [
  {
    name: 'callback',
    method: 'POST',
    path: '/interactions/:id/:token/callback',
    needsToken: false,
    handle: (request) => {
      const interaction = awaited(world, request, expiresNext())
      if (!world.channels.has(interaction.channel)) throw refusals.unknownChannel()
      const sent = checkForm<Callback>(callback, request.json)
      const allowed = responsesTo(interaction)
      if (!allowed.includes(sent.type))
        throw invalidForm([
          { path: ['type'], code: 'BASE_TYPE_CHOICES', message: `Value must be one of {${allowed.join(', ')}}.` },
        ])
      const outcome = outcomeOf(world, interaction, sent, request)
      const { message, choices = null, modal: opened = null, ephemeral } = outcome
      const before = world.messages.get(message?.id ?? '')
      if (message) keepMessage(world, message)
      const acknowledgement = { type: sent.type, ephemeral, afterMs: performance.now() - interaction.begunAt }
      update(world, interaction, {
        response: { kind: 'given', ...acknowledgement },
        original: message?.id ?? null,
        choices,
        modal: opened,
      })
      world.events.emit({ kind: 'acknowledged', interaction: interaction.id, acknowledgement })
      announce(world, interaction.id, before, outcome)
      if (request.query.get('with_response') !== 'true') return { status: 204 }
      return {
        status: 200,
        body: {
          interaction: {
            id: interaction.id,
            type: interaction.type,
            ...(message && { response_message_id: message.id }),
          },
          ...(message && { resource: { type: sent.type, message: messagePayload(world, message) } }),
        },
      }
    },
  },
]
