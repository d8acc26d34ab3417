import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10'
import type { BotToken } from './bot-token.ts'
import type { LoopbackEvents } from './event.ts'
import type { Interaction } from './interaction.ts'
import type { CommandScope } from './limits/commands.ts'
import type { LoopbackMessage } from './message.ts'

/** A person who can use the bot. `permissions` is Discord's bit string for guilds; what a member usually may do when not said. */
export type LoopbackUser = {
  readonly id: string
  readonly name: string
  readonly locale?: string
  readonly permissions?: string
  /** Whether the bot may send the person direct messages; it may when not said. */
  readonly takesDirectMessages?: boolean
  /** Guilds that the person has left; everybody else is a member of all of them. */
  readonly left?: readonly string[]
}
export type LoopbackGuild = { readonly id: string; readonly name: string; readonly locale?: string }
/** A text channel of a guild, or a direct message with the bot (`guild: null`). */
export type LoopbackChannel = {
  readonly id: string
  readonly name: string
  readonly guild: string | null
  /** The person of a direct message; the first user when not said. Nobody else sees the channel. */
  readonly recipient?: string
  /** What the bot may do in a guild's channel, as Discord's bit string; the usual when not said. */
  readonly botPermissions?: string
}

/** Time limits in milliseconds, settable so that a test need not wait for them. */
export type TimeLimits = {
  /** From an interaction to its first response: 3 s. */
  readonly respondWithin: number
  /** From an interaction to the last edit or follow-up: 15 min. */
  readonly tokenLifetime: number
  readonly heartbeatInterval: number
}

/** Everything that the loopback Discord knows. Maps change as requests come in; what they hold is replaced, never changed. */
export type World = {
  /** Where the server listens, such as `http://127.0.0.1:4711`. */
  readonly origin: string
  /** What the bot must show in `Authorization`, after `Bot`. */
  readonly token: BotToken
  readonly bot: APIUser
  readonly users: Map<string, LoopbackUser>
  readonly guilds: readonly LoopbackGuild[]
  readonly channels: Map<string, LoopbackChannel>
  readonly limits: TimeLimits
  /** Identify frames that Discord takes in 24 hours. */
  readonly identifiesADay: number
  /** Bytes that one uploaded file may have. */
  readonly attachmentSizeLimit: number
  readonly commands: Map<CommandScope, readonly APIApplicationCommand[]>
  readonly interactions: Map<string, Interaction>
  readonly messages: Map<string, LoopbackMessage>
  readonly events: LoopbackEvents
  readonly nextId: () => string
}

const discordEpoch = 1_420_070_400_000n

/** Makes snowflakes: ids that hold the time at which they were made, as discord.js reads it from them, and that only grow. */
export const snowflakes = (): (() => string) => {
  let last = 0n
  return () => {
    const first = (BigInt(Date.now()) - discordEpoch) << 22n
    last = first > last ? first : last + 1n
    return String(last)
  }
}
