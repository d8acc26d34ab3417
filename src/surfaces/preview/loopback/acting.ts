import {
  type APIApplicationCommandOptionChoice,
  type ApplicationCommandOptionType,
  GatewayDispatchEvents,
  InteractionType,
} from 'discord-api-types/v10'
import { componentData, messageSeenBy } from './component-use.ts'
import { type Chosen, contextMenuData } from './context-menu.ts'
import { type FollowedInteraction, follow } from './follow.ts'
import { begin } from './interaction.ts'
import { invocationData, type Typed } from './invocation.ts'
import { type LoopbackMessage, messagePayload } from './message.ts'
import { type Fields, modalData } from './modal-use.ts'
import { interactionPayload } from './payload.ts'
import { type Actor, type Place, placeOf } from './place.ts'
import type { World } from './world.ts'
import { writeMessage } from './write-message.ts'

/** What a person can do in Discord's client. Everything throws an Error for what that client would not send. */
export type Acting = {
  /** Writes a message into a channel. A bot without the intents for messages hears nothing of it. */
  say(written: Actor & { readonly content: string }): LoopbackMessage
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

type Deed = {
  readonly type: InteractionType
  readonly data: unknown
  readonly on?: LoopbackMessage | undefined
  readonly completing?: ApplicationCommandOptionType | null
}

/** The deeds of the people of `world`; `dispatch` tells the bot. */
export const createActing = (world: World, dispatch: (event: GatewayDispatchEvents, data: unknown) => void): Acting => {
  const act = ({ user, channel }: Place, { type, data, on, completing = null }: Deed): FollowedInteraction => {
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
    say: ({ content, ...actor }) => writeMessage(world, placeOf(world, actor), content),
    invoke: (typed) => {
      const place = placeOf(world, typed)
      const { data } = invocationData(world, place, typed)
      return act(place, { type: InteractionType.ApplicationCommand, data })
    },
    applyTo: (chosen) => {
      const { place, data } = contextMenuData(world, chosen)
      return act(place, { type: InteractionType.ApplicationCommand, data })
    },
    autocomplete: async ({ focused, ...typed }) => {
      const place = placeOf(world, typed)
      const { data, completing } = invocationData(world, place, typed, focused)
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
