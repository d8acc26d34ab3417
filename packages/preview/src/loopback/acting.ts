import {
  type APIApplicationCommandOptionChoice,
  type ApplicationCommandOptionType,
  ApplicationCommandType,
  GatewayDispatchEvents,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import { checkUploads, filesOfMessage, type Upload } from './attachment.ts'
import { commandNamed } from './command-routes.ts'
import { componentData, type Fields, messageSeenBy, modalData } from './component-use.ts'
import { begin } from './interaction.ts'
import { completionData, invocationData, type Typed } from './invocation.ts'
import { parseAll, pingsOf } from './limits/message.ts'
import { blankMessage, keepMessage, type LoopbackMessage, messagePayload } from './message.ts'
import { type FollowedInteraction, follow } from './moderating.ts'
import { interactionPayload } from './payload.ts'
import { allows, permissionsIn } from './permissions.ts'
import { resolvedPeople } from './resolved.ts'
import type { World } from './world.ts'
import { type Actor, type Place, placeOf } from './world.ts'

/** What a person right-clicked and chose under Apps: a command by its name, and a message or a person by its id. */
type Chosen = { readonly command: string } & (
  | { readonly message: string; readonly person?: never }
  | { readonly person: string; readonly message?: never }
)

/**
 * Where a command of a message's or person's menu is used, and its interaction's `data`.
 * @throws Error for what Discord's client would not send: private messages have no such commands
 */
const contextMenuData = (world: World, chosen: Chosen & Actor) => {
  if (chosen.message !== undefined) {
    const message = messageSeenBy(world, chosen.message, placeOf(world, { user: chosen.user }).user.id)
    if (message.visibleTo !== null || message.loading) throw new Error(`Message ${message.id} has no commands.`)
    const place = placeOf(world, { ...chosen, channel: message.channel })
    const { id, name, type } = commandNamed(world, place, chosen.command, ApplicationCommandType.Message)
    const resolved = { messages: { [message.id]: messagePayload(world, message) } }
    return { place, data: { id, name, type, target_id: message.id, resolved } }
  }
  const place = placeOf(world, chosen)
  const person = world.users.get(chosen.person)
  if (person === undefined) throw new Error(`There is no user ${chosen.person}.`)
  const { id, name, type } = commandNamed(world, place, chosen.command, ApplicationCommandType.User)
  const resolved = resolvedPeople(world, [person], place.channel.guild)
  return { place, data: { id, name, type, target_id: person.id, resolved } }
}

/** Characters that a person may write without paying for more. */
const maxContent = 2000

type Written = { readonly content?: string | undefined; readonly files?: readonly Upload[] | undefined }

/** Puts a person's message into a channel. @throws Error for what Discord's client would not send */
const writeMessage = (world: World, { user, channel }: Place, { content = '', files = [] }: Written) => {
  const may = (needed: bigint) => channel.guild === null || allows(permissionsIn(world, user, channel.guild), needed)
  if (!may(PermissionFlagsBits.SendMessages)) throw new Error(`User ${user.id} may not write in channel ${channel.id}.`)
  if (files.length > 0 && !may(PermissionFlagsBits.AttachFiles))
    throw new Error(`User ${user.id} may not attach files in channel ${channel.id}.`)
  const written = content.trim()
  if (written === '' && files.length === 0) throw new Error('A message needs some text or a file.')
  if (written.length > maxContent) throw new Error(`A message has at most ${maxContent} characters.`)
  checkUploads(world, files)
  const message: LoopbackMessage = {
    ...blankMessage(world, { author: user.id, channel: channel.id, interaction: null, visibleTo: null }),
    content: written,
    attachments: filesOfMessage(world, channel.id, files),
    pings: pingsOf(written, parseAll),
  }
  keepMessage(world, message)
  world.events.emit({ kind: 'message-created', message })
  return message
}

/** What a person can do in Discord's client. Everything throws an Error for what that client would not send. */
export type Acting = {
  /**
   * Writes a message into a channel, of text, files or both. A bot without the intents for messages hears nothing of
   * it.
   */
  say(written: Actor & Written): LoopbackMessage
  /** Sends a slash command. */
  invoke(typed: Typed & Actor): FollowedInteraction
  /** Chooses a command from the menu of a message, where it stands, or of a person. */
  applyTo(chosen: Chosen & Actor): FollowedInteraction
  /** The choices that the bot offers for the option `focused`, whose value is what is typed so far. */
  autocomplete(
    typed: Typed & Actor & { readonly focused: string },
  ): Promise<readonly APIApplicationCommandOptionChoice[]>
  click(message: string, customId: string, actor?: Actor): FollowedInteraction
  /** Chooses in a menu: values of its options, or ids of channels or people. */
  select(message: string, customId: string, values: readonly string[], actor?: Actor): FollowedInteraction
  /** Sends the form that the interaction `opener` opened; what is not given keeps what the form had in it. */
  submitModal(opener: string, fields: Fields, actor?: Actor): FollowedInteraction
}

type NewInteraction = {
  readonly type: InteractionType
  readonly data: unknown
  readonly on?: LoopbackMessage | undefined
  readonly completing?: ApplicationCommandOptionType | null
}

/** The actions of the people in `world`; `dispatch` sends events to the bot. */
export const createActing = (world: World, dispatch: (event: GatewayDispatchEvents, data: unknown) => void): Acting => {
  const act = (
    { user, channel }: Place,
    { type, data, on, completing = null }: NewInteraction,
  ): FollowedInteraction => {
    const begun = begin(world, { type, user: user.id, channel: channel.id, on: on?.id ?? null, completing })
    const own = { data, ...(on && { message: messagePayload(world, on) }) }
    dispatch(GatewayDispatchEvents.InteractionCreate, interactionPayload(world, begun, user, channel, own))
    return follow(world, begun)
  }
  const use = (id: string, customId: string, actor: Actor, values?: readonly string[]) => {
    const on = messageSeenBy(world, id, placeOf(world, { user: actor.user }).user.id)
    const place = placeOf(world, { ...actor, channel: on.channel })
    const data = componentData(world, place, on, customId, values)
    return act(place, { type: InteractionType.MessageComponent, data, on })
  }
  return {
    say: (written) => writeMessage(world, placeOf(world, written), written),
    invoke: (typed) => {
      const place = placeOf(world, typed)
      const data = invocationData(world, place, typed)
      return act(place, { type: InteractionType.ApplicationCommand, data })
    },
    applyTo: (chosen) => {
      const { place, data } = contextMenuData(world, chosen)
      return act(place, { type: InteractionType.ApplicationCommand, data })
    },
    autocomplete: async ({ focused, ...typed }) => {
      const place = placeOf(world, typed)
      const { data, completing } = completionData(world, place, typed, focused)
      return act(place, { type: InteractionType.ApplicationCommandAutocomplete, data, completing }).choices()
    },
    click: (message, customId, actor = {}) => use(message, customId, actor),
    select: (message, customId, values, actor = {}) => use(message, customId, actor, values),
    submitModal: (opener, fields, actor = {}) => {
      const opened = world.interactions.get(opener)
      if (!opened?.modal) throw new Error(`Interaction ${opener} opened no form.`)
      const place = placeOf(world, { ...actor, user: opened.user, channel: opened.channel })
      return act(place, {
        type: InteractionType.ModalSubmit,
        data: modalData(world, place, opened.modal, fields),
        on: world.messages.get(opened.on ?? ''),
      })
    },
  }
}
