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
import type { LoopbackChannel, LoopbackGuild, LoopbackUser, World } from './world.ts'
import { defaultPermissions, granted } from './world.ts'

/** A role object; the one that has the guild's own id is everyone's. */
export const rolePayload = ({ id, name }: { readonly id: string; readonly name: string }) => ({
  id,
  name,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  position: 0,
  permissions: defaultPermissions,
  managed: false,
  mentionable: false,
  flags: 0,
})

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
  roles: readonly string[] = [],
): APIInteractionGuildMember => ({
  user,
  nick: null,
  avatar: null,
  banner: null,
  roles: [...roles],
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
export const memberOf = (user: LoopbackUser): APIInteractionGuildMember =>
  memberPayload(userPayload(user.id, user.name), granted(user.permissions), user.roles)

/** What the bot may do in a channel beyond or below everybody's rights there. */
const botOverwrites = (world: World, { botPermissions = defaultPermissions }: LoopbackChannel) => {
  const [may, usual] = [BigInt(botPermissions), BigInt(defaultPermissions)]
  return may === usual
    ? []
    : [{ id: world.bot.id, type: OverwriteType.Member, allow: String(may & ~usual), deny: String(usual & ~may) }]
}

const view = String(PermissionFlagsBits.ViewChannel)

/** Who alone sees a channel: nobody, but for the bot and those that it is for. */
const onlyFor = (world: World, { guild, onlyFor: some }: LoopbackChannel) => {
  if (some === undefined || guild === null) return []
  const allowed = (type: OverwriteType) => (id: string) => ({ id, type, allow: view, deny: '0' })
  return [
    { id: guild, type: OverwriteType.Role, allow: '0', deny: view },
    ...(some.roles ?? []).map(allowed(OverwriteType.Role)),
    ...[world.bot.id, ...(some.users ?? [])].map(allowed(OverwriteType.Member)),
  ]
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
        permission_overwrites: [...botOverwrites(world, channel), ...onlyFor(world, channel)],
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
  owner_id: [...world.users.keys()][0] ?? world.bot.id,
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
  roles: [{ id: guild.id, name: '@everyone' }, ...(guild.roles ?? [])].map(rolePayload),
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
          member: memberOf(user),
          context: InteractionContextType.Guild,
        }),
    app_permissions: channel.botPermissions ?? defaultPermissions,
    locale: user.locale ?? Locale.EnglishUS,
    entitlements: [],
    authorizing_integration_owners: owner,
    attachment_size_limit: world.attachmentSizeLimit,
    ...data,
  }
}
