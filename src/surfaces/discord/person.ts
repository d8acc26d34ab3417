import { type BaseInteraction, PermissionFlagsBits } from 'discord.js'
import type { Whereabouts } from '../../state/port.ts'

/** Who does something, where, and what is known of them. */
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
