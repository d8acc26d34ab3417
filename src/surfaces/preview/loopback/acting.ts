import {
  type APIApplicationCommandOptionChoice,
  type ApplicationCommandOptionType,
  GatewayDispatchEvents,
  InteractionType,
} from 'discord-api-types/v10'
import { componentData, messageSeenBy, modalData } from './component-use.ts'
import { type FollowedInteraction, follow } from './follow.ts'
import { begin } from './interaction.ts'
import { invocationData, type Typed } from './invocation.ts'
import { type LoopbackMessage, messagePayload } from './message.ts'
import { interactionPayload } from './payload.ts'
import type { LoopbackChannel, LoopbackUser, World } from './world.ts'

/** Who acts, and where; the first user and channel of the loopback server when not said. */
type Actor = { readonly user?: string; readonly channel?: string; readonly locale?: string }

/** What a person can do in Discord's client. Everything throws an Error for what that client would not send. */
export type Acting = {
  /** Sends a slash command. */
  invoke(typed: Typed & Actor): FollowedInteraction
  /** The choices that the bot offers for the option `focused`, whose value is what is typed so far. */
  autocomplete(
    typed: Typed & Actor & { readonly focused: string },
  ): Promise<readonly APIApplicationCommandOptionChoice[]>
  click(message: string, customId: string, actor?: Actor): FollowedInteraction
  select(message: string, customId: string, values: readonly string[], actor?: Actor): FollowedInteraction
  /** Sends the form that the interaction `opener` opened; text fields go by custom id. */
  submitModal(opener: string, fields: Readonly<Record<string, string>>, actor?: Actor): FollowedInteraction
}

type Place = { readonly user: LoopbackUser; readonly channel: LoopbackChannel }
type Deed = {
  readonly type: InteractionType
  readonly data: unknown
  readonly on?: LoopbackMessage | undefined
  readonly completing?: ApplicationCommandOptionType | null
}

const pick = <T extends { readonly id: string }>(of: readonly T[], id: string | undefined, what: string): T => {
  const found = id === undefined ? of[0] : of.find((each) => each.id === id)
  if (found === undefined) throw new Error(`There is no ${what} ${id}.`)
  return found
}

const placeOf = (world: World, { user, channel, locale }: Actor): Place => {
  const found = pick(world.users, user, 'user')
  return {
    user: locale === undefined ? found : { ...found, locale },
    channel: pick(world.channels, channel, 'channel'),
  }
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
    const { user } = placeOf(world, actor)
    const on = messageSeenBy(world, id, user.id)
    const data = componentData(on, customId, values)
    return act(placeOf(world, { ...actor, channel: on.channel }), { type: InteractionType.MessageComponent, data, on })
  }
  return {
    invoke: (typed) => {
      const place = placeOf(world, typed)
      const { data } = invocationData(world, place.channel, typed)
      return act(place, { type: InteractionType.ApplicationCommand, data })
    },
    autocomplete: async ({ focused, ...typed }) => {
      const place = placeOf(world, typed)
      const { data, completing } = invocationData(world, place.channel, typed, focused)
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
        data: modalData(opened.modal, fields),
        on: world.messages.get(opened.on ?? ''),
      })
    },
  }
}
