import {
  type APIInteractionGuildMember,
  type APIUser,
  ApplicationIntegrationType,
  ChannelType,
  type GuildMemberFlags,
  InteractionContextType,
  Locale,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10'
import type { Interaction } from './interaction.ts'
import { botPermissionsIn, defaultPermissions, permissionsIn, rolesOf } from './permissions.ts'
import type { LoopbackChannel, LoopbackGuild, LoopbackRole, LoopbackUser, World } from './world.ts'

/** The owner of every guild, whom nobody plays: an owner would see every channel. */
const ownerId = '1000000000000000000'

const rolePayload = ({ id, name, permissions = '0' }: LoopbackRole, position: number) => ({
  id,
  name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position,
  permissions,
  managed: false,
  mentionable: false,
  flags: 0,
})

/** The roles of a guild as Discord lists them: first the one that everybody has, which is called by the guild's id. */
export const rolePayloads = ({ id, roles = [] }: LoopbackGuild) =>
  [{ id, name: '@everyone', permissions: defaultPermissions }, ...roles].map(rolePayload)

/** A user object. */
export const userPayload = (id: string, name: string, bot = false): APIUser => ({
  id,
  username: name,
  discriminator: '0',
  global_name: name,
  avatar: null,
  bot,
})

const memberPayload = (
  user: APIUser,
  permissions: string,
  roles: readonly LoopbackRole[] = [],
): APIInteractionGuildMember => ({
  user,
  nick: null,
  avatar: null,
  banner: null,
  roles: roles.map(({ id }) => id),
  joined_at: '2024-01-01T00:00:00.000Z',
  premium_since: null,
  deaf: false,
  mute: false,
  flags: 0 as GuildMemberFlags,
  pending: false,
  communication_disabled_until: null,
  permissions,
})

/** A person as a member of a guild. */
export const memberOf = (world: World, user: LoopbackUser, guild: string): APIInteractionGuildMember =>
  memberPayload(userPayload(user.id, user.name), permissionsIn(world, user, guild), rolesOf(world, user, guild))

/** What a channel allows and denies to everybody, to roles, to people and to the bot, beyond their rights elsewhere. */
const overwritesOf = (world: World, channel: LoopbackChannel) => {
  const { guild, onlyFor } = channel
  const view = String(PermissionFlagsBits.ViewChannel)
  const to = (type: OverwriteType, ids: readonly string[] = []) =>
    ids.filter((id) => id !== world.bot.id).map((id) => ({ id, type, allow: view, deny: '0' }))
  const hidden =
    onlyFor === undefined
      ? []
      : [
          { id: guild, type: OverwriteType.Role, allow: '0', deny: view },
          ...to(OverwriteType.Role, onlyFor.roles),
          ...to(OverwriteType.Member, onlyFor.users),
        ]
  const may = BigInt(botPermissionsIn(world, channel))
  const usual = BigInt(defaultPermissions) & ~(onlyFor === undefined ? 0n : PermissionFlagsBits.ViewChannel)
  if (may === usual) return hidden
  const ofBot = {
    id: world.bot.id,
    type: OverwriteType.Member,
    allow: String(may & ~usual),
    deny: String(usual & ~may),
  }
  return [...hidden, ofBot]
}

/** A channel object. */
export const channelPayload = (world: World, channel: LoopbackChannel) => ({
  id: channel.id,
  ...(channel.guild === null
    ? {
        type: ChannelType.DM,
        recipients: [...world.users.values()]
          .filter(({ id }) => id === channel.recipient)
          .map(({ id, name }) => userPayload(id, name)),
      }
    : {
        type: ChannelType.GuildText,
        guild_id: channel.guild,
        name: channel.name,
        position: 0,
        parent_id: null,
        topic: null,
        nsfw: false,
        rate_limit_per_user: 0,
        permission_overwrites: overwritesOf(world, channel),
        permissions: defaultPermissions,
      }),
  flags: 0,
  last_message_id: null,
})

/** The first event of a session; its guilds follow, each in an event of its own. */
export const readyPayload = (world: World, session: string, url: string) => ({
  v: 10,
  user: world.bot,
  guilds: world.guilds.map(({ id }) => ({ id, unavailable: true })),
  session_id: session,
  resume_gateway_url: url,
  shard: [0, 1],
  application: { id: world.bot.id, flags: 0 },
})

/** A guild as its GUILD_CREATE event describes it. */
export const guildCreatePayload = (world: World, guild: LoopbackGuild) => ({
  id: guild.id,
  name: guild.name,
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: ownerId,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  premium_progress_bar_enabled: false,
  system_channel_id: null,
  system_channel_flags: 0,
  rules_channel_id: null,
  public_updates_channel_id: null,
  safety_alerts_channel_id: null,
  application_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  preferred_locale: guild.locale ?? Locale.EnglishUS,
  features: [],
  roles: rolePayloads(guild),
  emojis: [],
  stickers: [],
  channels: [...world.channels.values()]
    .filter((channel) => channel.guild === guild.id)
    .map((channel) => channelPayload(world, channel)),
  threads: [],
  members: [memberPayload(world.bot, defaultPermissions)],
  member_count: world.users.size + 1,
  joined_at: '2024-01-01T00:00:00.000Z',
  large: false,
  unavailable: false,
  voice_states: [],
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
})

/** An INTERACTION_CREATE event. `data` is what the interaction's type has of its own. */
export const interactionPayload = (
  world: World,
  interaction: Interaction,
  user: LoopbackUser,
  channel: LoopbackChannel,
  data: { readonly data: unknown; readonly message?: unknown },
) => {
  const who = userPayload(user.id, user.name)
  const guild = world.guilds.find(({ id }) => id === channel.guild)
  const owner = { [ApplicationIntegrationType.GuildInstall]: guild?.id ?? '0' }
  return {
    id: interaction.id,
    application_id: world.bot.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: channelPayload(world, channel),
    ...(guild === undefined
      ? { user: who, context: InteractionContextType.BotDM }
      : {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.locale ?? Locale.EnglishUS, features: [] },
          guild_locale: guild.locale ?? Locale.EnglishUS,
          member: memberOf(world, user, guild.id),
          context: InteractionContextType.Guild,
        }),
    app_permissions: botPermissionsIn(world, channel),
    locale: user.locale ?? Locale.EnglishUS,
    entitlements: [],
    authorizing_integration_owners: owner,
    attachment_size_limit: world.attachmentSizeLimit,
    ...data,
  }
}
