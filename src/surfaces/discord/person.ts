import { type BaseInteraction, PermissionFlagsBits } from 'discord.js'
import type { GuildSettings } from '../../domain/guild-settings.ts'
import { languageFor, type Translator, translatorFor } from '../../i18n/say.ts'
import type { Whereabouts } from '../../state/port.ts'

/** Who uses Quoth, and where. */
export type Person = Whereabouts & {
  /** The channel that a thread belongs to; null elsewhere. */
  readonly parent: string | null
  /** The languages of the person and of the server, such as `en-GB`. */
  readonly locale: string
  readonly guildLocale: string | null
  /** Whether they may manage the server. */
  readonly isManager: boolean
}

export const personOf = (interaction: BaseInteraction): Person => ({
  user: interaction.user.id,
  guild: interaction.guildId,
  channel: interaction.channelId ?? '',
  parent: interaction.channel?.isThread() ? interaction.channel.parentId : null,
  locale: interaction.locale,
  guildLocale: interaction.guildLocale,
  isManager: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
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
