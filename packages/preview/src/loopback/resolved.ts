import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10'
import { attachmentPayload, type LoopbackFile } from './attachment.ts'
import { memberOf, userPayload } from './payload.ts'
import type { LoopbackChannel, LoopbackUser, Place, World } from './world.ts'
import { granted } from './world.ts'

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
export const resolvedPeople = (people: readonly LoopbackUser[], guild: string | null): Resolved => ({
  users: byId(people, ({ id, name }) => userPayload(id, name)),
  ...(guild !== null && {
    members: byId(people, (user) => {
      const { user: _, ...member } = memberOf(user)
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
      chosen.flatMap((id) => world.users.get(id) ?? []),
      channel.guild,
    ),
})

const resolvedChannel = ({ id, name }: LoopbackChannel, { permissions }: LoopbackUser) => ({
  id,
  name,
  type: ChannelType.GuildText,
  parent_id: null,
  permissions: String(BigInt(granted(permissions)) | PermissionFlagsBits.ViewChannel),
})

/** The channels of a place's guild; of these types alone, if there are any. */
export const channelsIn = (world: World, { user, channel }: Place, types: readonly number[] = []): Entities => {
  const isListed = types.length === 0 || types.includes(ChannelType.GuildText)
  const here = [...world.channels.values()].filter(({ guild }) => isListed && guild !== null && guild === channel.guild)
  return {
    ids: here.map(({ id }) => id),
    resolve: (chosen) => ({
      channels: byId(
        here.filter(({ id }) => chosen.includes(id)),
        (each) => resolvedChannel(each, user),
      ),
    }),
  }
}
