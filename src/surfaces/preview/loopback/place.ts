import type { LoopbackChannel, LoopbackUser, World } from './world.ts'

/** Who acts, and where; the first user and channel of the loopback server when not said. */
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

/** Whether a person sees a channel: those of guilds, and the own direct message. */
export const seesChannel = (user: string, { guild, recipient }: LoopbackChannel): boolean =>
  guild !== null || recipient === user

/** The person and the channel that are meant. @throws Error for one that is not there, or that the person does not see */
export const placeOf = (world: World, { user, channel, locale }: Actor): Place => {
  const found = pick(world.users, user, 'user')
  const place = pick(world.channels, channel, 'channel')
  if (!seesChannel(found.id, place)) throw new Error(`User ${found.id} sees no channel ${place.id}.`)
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
