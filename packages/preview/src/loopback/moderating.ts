import { type APIApplicationCommandOptionChoice, GatewayDispatchEvents } from 'discord-api-types/v10'
import { waitFor } from './event.ts'
import type { Acknowledgement, Interaction, Modal } from './interaction.ts'
import type { LoopbackMessage } from './message.ts'
import { channelPayload } from './payload.ts'
import type { World } from './world.ts'

/**
 * What happens to messages and channels without the bot doing anything. Everything throws an Error for what is not
 * there.
 */
export type Moderating = {
  /** Deletes a message; edits of it get 10008 from then on. */
  deleteMessage(id: string): void
  /** Deletes a channel and its messages; requests to it get 10003 from then on. */
  deleteChannel(id: string): void
  /** What the bot may do in a guild's channel from now on, as Discord's bit string. */
  allowBot(channel: string, permissions: string): void
  /** Whether a person takes direct messages from the bot from now on; else sending one answers 50007. */
  takeDirectMessages(user: string, yes: boolean): void
  /** What a person may do in guilds from now on, as Discord's bit string. */
  allowPerson(user: string, permissions: string): void
  /** Lets a person leave a guild; requests for that member get 10007 from then on. */
  leave(user: string, guild: string): void
}

const known = <T>(of: ReadonlyMap<string, T>, id: string, what: string): T => {
  const found = of.get(id)
  if (found === undefined) throw new Error(`There is no ${what} ${id}.`)
  return found
}

/** Deletes a message, and emits the event. */
export const removeMessage = (world: World, message: LoopbackMessage): void => {
  world.messages.delete(message.id)
  world.events.emit({ kind: 'message-deleted', message })
}

/** `dispatch` tells the bot, which hears of channels alone. */
export const createModerating = (
  world: World,
  dispatch: (event: GatewayDispatchEvents, data: unknown) => void,
): Moderating => ({
  deleteMessage: (id) => removeMessage(world, known(world.messages, id, 'message')),
  deleteChannel: (id) => {
    const channel = known(world.channels, id, 'channel')
    for (const message of [...world.messages.values()]) if (message.channel === id) removeMessage(world, message)
    world.channels.delete(id)
    world.events.emit({ kind: 'channel-deleted', channel: id })
    dispatch(GatewayDispatchEvents.ChannelDelete, channelPayload(world, channel))
  },
  allowBot: (id, botPermissions) => {
    const channel = { ...known(world.channels, id, 'channel'), botPermissions }
    world.channels.set(id, channel)
    dispatch(GatewayDispatchEvents.ChannelUpdate, channelPayload(world, channel))
  },
  takeDirectMessages: (id, takesDirectMessages) =>
    void world.users.set(id, { ...known(world.users, id, 'user'), takesDirectMessages }),
  allowPerson: (id, permissions) => void world.users.set(id, { ...known(world.users, id, 'user'), permissions }),
  leave: (id, guild) => {
    const user = known(world.users, id, 'user')
    world.users.set(id, { ...user, left: [...(user.left ?? []), guild] })
  },
})

/** One interaction as the person who began it sees it go on. Its methods read the newest state. */
export type FollowedInteraction = {
  readonly id: string
  /** `failed` when no first response came in time. */
  readonly state: () => Interaction['response']['kind']
  /**
   * The first response to the interaction, with content or "is thinking"; undefined while there is none, or deleted.
   */
  readonly original: () => LoopbackMessage | undefined
  readonly followUps: () => readonly LoopbackMessage[]
  /** @throws Error when the interaction fails */
  acknowledged(): Promise<Acknowledgement>
  /**
   * The original response once it has content. @throws Error when the interaction fails, or after `within` ms (a minute)
   */
  answered(within?: number): Promise<LoopbackMessage>
  /** The follow-ups, once there are `count`. @throws Error as `answered` does */
  followedUp(count?: number, within?: number): Promise<readonly LoopbackMessage[]>
  /** The form that the bot opened. @throws Error as `answered` does */
  opened(within?: number): Promise<Modal>
  /** @throws Error as `answered` does */
  choices(within?: number): Promise<readonly APIApplicationCommandOptionChoice[]>
}

const patience = 60_000

/** Follows the interaction with this id. */
export const follow = (world: World, { id }: Interaction): FollowedInteraction => {
  const now = (): Interaction => {
    const found = world.interactions.get(id)
    if (found === undefined) throw new Error(`There is no interaction ${id}.`)
    if (found.response.kind === 'failed') throw new Error(`The application did not respond to interaction ${id}.`)
    return found
  }
  const read = () => world.interactions.get(id)
  const original = () => world.messages.get(read()?.original ?? '')
  const followUps = () => (read()?.followUps ?? []).flatMap((message) => world.messages.get(message) ?? [])
  const once = <T>(what: string, probe: (interaction: Interaction) => T | undefined, within = patience) =>
    waitFor(world.events, () => probe(now()), { within, what })
  return {
    id,
    state: () => read()?.response.kind ?? 'failed',
    original,
    followUps,
    acknowledged: () => once('acknowledgement', ({ response }) => (response.kind === 'given' ? response : undefined)),
    answered: (within) =>
      once(
        'answer',
        () => {
          const message = original()
          return message?.loading ? undefined : message
        },
        within,
      ),
    followedUp: (count = 1, within) =>
      once('follow-up', () => (followUps().length >= count ? followUps() : undefined), within),
    opened: (within) => once('form', ({ modal }) => modal ?? undefined, within),
    choices: (within) => once('choices', (interaction) => interaction.choices ?? undefined, within),
  }
}
