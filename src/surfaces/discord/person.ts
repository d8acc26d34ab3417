import { type BaseInteraction, type GuildMember, PermissionFlagsBits } from 'discord.js'
import type { CuratorRole } from '../../curation/port.ts'
import type { GuildSettings } from '../../domain/guild-settings.ts'
import { type Audience, libraryIdOf, type Reader } from '../../domain/stored-document.ts'
import { languageFor, type Translator, translatorFor } from '../../i18n/say.ts'
import type { Whereabouts } from '../../state/port.ts'
import { threadOf } from './gateway/threads.ts'

/** Who uses Quoth, and where. */
export type Person = Whereabouts & {
  /** The channel that a thread belongs to; null elsewhere. */
  readonly parent: string | null
  /** The languages of the person and of the server, such as `en-GB`. */
  readonly locale: string
  readonly guildLocale: string | null
  /** Whether they may write where they are. */
  readonly maySend: boolean
  /** Whether they may manage the server. */
  readonly isManager: boolean
  /** The ids of their roles. */
  readonly roles: readonly string[]
  /** Who reads a reply: the person alone, or everyone in the channel. */
  readonly audiences: { readonly alone: Audience; readonly channel: Audience }
}

const rolesOf = ({ member }: BaseInteraction): readonly string[] => {
  if (!member) return []
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()]
}

/** What a person can see, by the permissions of each channel as Discord last told them. */
const aloneIn = (interaction: BaseInteraction, here: readonly string[], roles: readonly string[]): Audience => ({
  channels: {
    has: (id) => {
      if (here.includes(id)) return true
      const { guild, member } = interaction
      const channel = guild?.channels.cache.get(id)
      if (channel === undefined || !member || Array.isArray(member.roles)) return false
      return channel.permissionsFor(member as GuildMember)?.has(PermissionFlagsBits.ViewChannel) ?? false
    },
  },
  roles: new Set(roles),
})

/** What everyone in a channel can see: itself, and what is for the one role that alone can see it. */
const everyoneIn = ({ guild, client }: BaseInteraction, here: readonly string[]): Audience => ({
  channels: new Set(here),
  roles: {
    has: (role) => {
      const channel = guild?.channels.cache.get(here.at(-1) ?? '')
      if (!guild || channel === undefined || !('permissionOverwrites' in channel)) return false
      const overwrites = [...channel.permissionOverwrites.cache.values()]
      const view = PermissionFlagsBits.ViewChannel
      return (
        overwrites.some(({ id, deny }) => id === guild.id && deny.has(view)) &&
        overwrites.every(({ id, allow }) => !allow.has(view) || id === role || id === client.user.id)
      )
    },
  },
})

const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits

export const personOf = (interaction: BaseInteraction): Person => {
  const channel = interaction.channelId ?? ''
  const thread = threadOf(interaction)
  const parent = thread?.parent ?? null
  const here = parent === null ? [channel] : [channel, parent]
  const roles = rolesOf(interaction)
  return {
    user: interaction.user.id,
    guild: interaction.guildId,
    channel,
    parent,
    locale: interaction.locale,
    guildLocale: interaction.guildLocale,
    maySend: interaction.memberPermissions?.has(thread === null ? SendMessages : SendMessagesInThreads) ?? true,
    isManager: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
    roles,
    audiences: { alone: aloneIn(interaction, here, roles), channel: everyoneIn(interaction, here) },
  }
}

/**
 * @param person who asks
 * @param settings those of the server
 * @param isPrivate whether the person alone reads the reply
 * @returns what may be quoted to them
 */
export const readerOf = (
  { guild, user, audiences }: Person,
  { readsShared }: GuildSettings,
  isPrivate: boolean,
): Reader => ({
  library: libraryIdOf(guild, user),
  audience: isPrivate ? audiences.alone : audiences.channel,
  readsShared,
})

/**
 * @param person who wants to look after the library
 * @param settings those of the server
 * @returns what they may do: a person’s own library is theirs, a server’s is its managers’ and its curators’
 */
export const curatorRoleOf = (
  { guild, user, isManager, roles, audiences }: Person,
  { curators }: GuildSettings,
): CuratorRole => ({
  library: libraryIdOf(guild, user),
  by: user,
  audience: audiences.alone,
  mayChange: guild === null || isManager || (curators !== null && roles.includes(curators)),
})

/**
 * @param isPrivate whether the person alone reads it; what others read too is in the server's language
 * @returns how Quoth speaks to a person: in the language that the server has set, or else in theirs
 */
export const translatorTo = (person: Person, { language }: GuildSettings, isPrivate: boolean): Translator => {
  const locale = isPrivate ? person.locale : (person.guildLocale ?? person.locale)
  return translatorFor(language === 'auto' ? languageFor(locale) : language)
}

/** Whether Quoth answers in the channel where a person is. */
export const answersThere = ({ channel, parent, guild }: Person, { channels }: GuildSettings): boolean =>
  guild === null ||
  channels.length === 0 ||
  channels.includes(channel) ||
  (parent !== null && channels.includes(parent))

/** Where Quoth does answer, for somebody who asks elsewhere. */
export const elsewhereLine = ({ channels }: GuildSettings, t: Translator): string =>
  t`Quoth does not answer in this channel. Please ask in ${channels.map((channel) => `<#${channel}>`).join(', ')}.`
