import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { attachmentPayload, type LoopbackFile } from './attachment.ts'
import { memberOf, rolePayloads, userPayload } from './payload.ts'
import { permissionsIn, seesChannel } from './permissions.ts'
import type { LoopbackChannel, LoopbackUser, Place, World } from './world.ts'

/** What interactions call `resolved`: objects by kind and id. */
export type Resolved = Readonly<Record<string, Readonly<Record<string, object>>>>

/** What a person can choose among in a place: the ids, and the objects that chosen ones stand for. */
export type Entities = { readonly ids: readonly string[]; resolve(chosen: readonly string[]): Resolved }

const byId = <T extends { readonly id: string }>(of: readonly T[], make: (each: T) => object) =>
  Object.fromEntries(of.map((each) => [each.id, make(each)]))

/** Everything that several parts of an interaction resolve. */
export const mergeResolved = (all: readonly Resolved[]): Resolved => {
  const merged: Record<string, Record<string, object>> = {}
  for (const resolved of all)
    for (const [kind, entities] of Object.entries(resolved)) merged[kind] = { ...merged[kind], ...entities }
  return merged
}

/** People, who in a guild are its members too. */
export const resolvedPeople = (world: World, people: readonly LoopbackUser[], guild: string | null): Resolved => ({
  users: byId(people, ({ id, name }) => userPayload(id, name)),
  ...(guild !== null && {
    members: byId(people, (user) => {
      const { user: _, ...member } = memberOf(world, user, guild)
      return member
    }),
  }),
})

export const resolvedFiles = (files: readonly LoopbackFile[]): Resolved => ({
  attachments: byId(files, attachmentPayload),
})

/** The people of a place. */
export const peopleIn = (world: World, { channel }: Place): Entities => ({
  ids: [...world.users.keys()],
  resolve: (chosen) =>
    resolvedPeople(
      world,
      chosen.flatMap((id) => world.users.get(id) ?? []),
      channel.guild,
    ),
})

/** The channels of a place's guild that the person sees; of these types alone, if there are any. */
export const channelsIn = (world: World, { user, channel }: Place, types: readonly number[] = []): Entities => {
  const isListed = types.length === 0 || types.includes(ChannelType.GuildText)
  const here = [...world.channels.values()].filter(
    (each) => isListed && each.guild !== null && each.guild === channel.guild && seesChannel(world, user.id, each),
  )
  const permissions = BigInt(permissionsIn(world, user, channel.guild)) | PermissionFlagsBits.ViewChannel
  const resolved = ({ id, name }: LoopbackChannel) => ({
    id,
    name,
    type: ChannelType.GuildText,
    parent_id: null,
    permissions: String(permissions),
  })
  return {
    ids: here.map(({ id }) => id),
    resolve: (chosen) => ({
      channels: byId(
        here.filter(({ id }) => chosen.includes(id)),
        resolved,
      ),
    }),
  }
}

/** The roles of a place's guild, without the one that everybody has. */
export const rolesIn = (world: World, { channel }: Place): Entities => {
  const guild = world.guilds.find(({ id }) => id === channel.guild)
  const here = guild === undefined ? [] : rolePayloads(guild).filter(({ id }) => id !== guild.id)
  return {
    ids: here.map(({ id }) => id),
    resolve: (chosen) => ({
      roles: byId(
        here.filter(({ id }) => chosen.includes(id)),
        (role) => role,
      ),
    }),
  }
}

/** The people and the roles of a place. */
export const mentionablesIn = (world: World, place: Place): Entities => {
  const [people, roles] = [peopleIn(world, place), rolesIn(world, place)]
  return {
    ids: [...people.ids, ...roles.ids],
    resolve: (chosen) => mergeResolved([people.resolve(chosen), roles.resolve(chosen)]),
  }
}
