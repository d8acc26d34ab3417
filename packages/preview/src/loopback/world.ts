import { randomBytes } from 'node:crypto'
import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10'
import type { LoopbackFile } from './attachment.ts'
import type { LoopbackEvents } from './event.ts'
import type { Interaction } from './interaction.ts'
import type { CommandScope } from './limits/commands.ts'
import type { LoopbackMessage } from './message.ts'
import { seesChannel } from './permissions.ts'

/** The secret that a bot shows, until Discord takes it back. */
type BotToken = {
  readonly value: string
  accepts(shown: string): boolean
  /** From now on no one is let in with it. */
  revoke(): void
}

export const createBotToken = (value: string): BotToken => {
  let isValid = true
  return {
    value,
    accepts: (shown) => isValid && shown === value,
    revoke: () => {
      isValid = false
    },
  }
}

/**
 * A person who can use the bot. `permissions` is Discord's bit string for guilds, beside what the person's roles grant;
 * what a member usually may do when not said.
 */
export type LoopbackUser = {
  readonly id: string
  readonly name: string
  readonly locale?: string
  readonly permissions?: string
  /** The ids of the person's roles, whichever guild they are of. */
  readonly roles?: readonly string[]
  /** Whether the bot may send the person direct messages; it may by default. */
  readonly takesDirectMessages?: boolean
  /** Guilds that the person has left; everybody else is a member of all of them. */
  readonly left?: readonly string[]
}
/** A role of a guild; `permissions` is what it grants, as Discord's bit string: nothing by default. */
export type LoopbackRole = { readonly id: string; readonly name: string; readonly permissions?: string }
/** A guild. Its owner is none of the users. */
export type LoopbackGuild = {
  readonly id: string
  readonly name: string
  readonly locale?: string
  /** Without @everyone; the lowest first. */
  readonly roles?: readonly LoopbackRole[]
  /** Whether the bot is never told of it: an outage of Discord's. People use commands there all the same. */
  readonly isUnavailable?: boolean
}
/** A text channel of a guild, or a direct message with the bot (`guild: null`). */
export type LoopbackChannel = {
  readonly id: string
  readonly name: string
  readonly guild: string | null
  /** The person of a direct message; the first user by default. Nobody else sees the channel. */
  readonly recipient?: string
  /**
   * The roles and people who alone see a guild's channel, with administrators by their roles; everybody does by
   * default. The bot sees it where `users` or `botPermissions` say so.
   */
  readonly onlyFor?: { readonly roles?: readonly string[]; readonly users?: readonly string[] }
  /** What the bot may do in a guild's channel, as Discord's bit string; the usual by default. */
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

/**
 * Everything that the loopback Discord knows. Maps change as requests come in; what they hold is replaced, never
 * changed.
 */
export type World = {
  /** Where the server listens, such as `http://127.0.0.1:4711`. */
  readonly origin: string
  /** What the bot must show in `Authorization`, after `Bot`. */
  readonly token: BotToken
  readonly bot: APIUser
  readonly users: Map<string, LoopbackUser>
  /** Those that the bot is in; it may be invited to more. */
  readonly guilds: LoopbackGuild[]
  readonly channels: Map<string, LoopbackChannel>
  readonly limits: TimeLimits
  /** Identify frames that Discord takes in 24 hours. */
  readonly identifiesADay: number
  /** Bytes that one uploaded file may have, of the bot and of people. */
  readonly attachmentSizeLimit: number
  readonly commands: Map<CommandScope, readonly APIApplicationCommand[]>
  readonly interactions: Map<string, Interaction>
  readonly messages: Map<string, LoopbackMessage>
  /** Files that people uploaded with commands and forms, by id. */
  readonly ephemeralFiles: Map<string, LoopbackFile>
  readonly events: LoopbackEvents
  readonly nextId: () => string
}

const discordEpoch = 1_420_070_400_000n

/**
 * Makes snowflakes: ids that hold the time at which they were made, as discord.js reads it from them, and that only
 * grow.
 */
export const snowflakes = (): (() => string) => {
  let last = 0n
  return () => {
    const first = (BigInt(Date.now()) - discordEpoch) << 22n
    last = first > last ? first : last + 1n
    return String(last)
  }
}

/** Who acts, and where; the first user and channel of the loopback server by default. */
export type Actor = {
  readonly user?: string | undefined
  readonly channel?: string | undefined
  readonly locale?: string | undefined
}
export type Place = { readonly user: LoopbackUser; readonly channel: LoopbackChannel }

const pick = <T>(of: ReadonlyMap<string, T>, id: string | undefined, what: string): T => {
  const found = id === undefined ? of.values().next().value : of.get(id)
  if (found === undefined) throw new Error(`There is no ${what} ${id ?? 'here'}.`)
  return found
}

/** The user with this id, by default the first. @throws Error if there is none */
export const userNamed = (world: World, id?: string): LoopbackUser => pick(world.users, id, 'user')

/**
 * The person and the channel that are meant. @throws Error for one that is not there, or that the person does not see
 */
export const placeOf = (world: World, { user, channel, locale }: Actor): Place => {
  const found = userNamed(world, user)
  const place = pick(world.channels, channel, 'channel')
  if (!seesChannel(world, found.id, place)) throw new Error(`User ${found.id} sees no channel ${place.id}.`)
  return { user: locale === undefined ? found : { ...found, locale }, channel: place }
}

/** Every channel with, for each direct message, the person it is with: one is added for each person who has none. */
export const withDirectMessages = (
  users: readonly LoopbackUser[],
  channels: readonly LoopbackChannel[],
  nextId: () => string,
): readonly LoopbackChannel[] => {
  const given = channels.map((channel) =>
    channel.guild === null ? { ...channel, recipient: channel.recipient ?? users[0]?.id ?? '' } : channel,
  )
  const missing = users.filter(({ id }) => !given.some((channel) => 'recipient' in channel && channel.recipient === id))
  return [...given, ...missing.map(({ id, name }) => ({ id: nextId(), name, guild: null, recipient: id }))]
}

/** How many messages, interactions, requests and frames a preview that runs for weeks keeps of each: the newest. */
export const maxKept = 500

/** Removes the oldest entries until `most` are left, and returns the removed ones. */
export const forgetOldest = <K>(entries: Map<K, unknown> | Set<K>, most = maxKept): readonly K[] => {
  const forgotten: K[] = []
  for (const key of entries.keys()) {
    if (entries.size <= most) break
    entries.delete(key)
    forgotten.push(key)
  }
  return forgotten
}

/**
 * Something that only who was given it knows. A word in it shows where one was written down that should not have been.
 */
export const createSecret = (): string => `canary-${randomBytes(24).toString('base64url')}`
