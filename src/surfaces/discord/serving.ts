import type { Command } from '../../command.ts'
import type { GuildSettings } from '../../domain/guild-settings.ts'
import { languageFor, type Translator, translatorFor } from '../../i18n/say.ts'
import type { Log } from '../../observability/log.ts'
import type { Quoth } from '../../quoth.ts'
import type { State } from '../../state/port.ts'
import type { Limiter } from './limiter.ts'
import type { Person } from './person.ts'
import type { SettingsReader, UsesReader } from './settings-reader.ts'

/** What every interaction is served with. */
export type Serving = {
  readonly commands: readonly Command[]
  /** The library that the people of a guild may read; of null, those who write to the bot directly. */
  libraryOf(guild: string | null): Quoth
  readonly state: State
  readonly settings: SettingsReader
  readonly uses: UsesReader
  /** Counts what searches. */
  readonly limiter: Limiter
  readonly log: Log
  /** Unix milliseconds. */
  now(): number
}

/** How Quoth speaks to a person: in the server's language, or their own; what all see, in the language of the server. */
export const translatorTo = (person: Person, { language }: GuildSettings, isPrivate: boolean): Translator => {
  const locale = isPrivate ? person.locale : (person.guildLocale ?? person.locale)
  return translatorFor(language === 'auto' ? languageFor(locale) : language)
}

/** Where Quoth answers, to somebody who asks elsewhere. */
export const elsewhereLine = ({ channels }: GuildSettings, t: Translator): string =>
  t`Quoth does not answer in this channel. Please ask in ${channels.map((channel) => `<#${channel}>`).join(', ')}.`

/** Whether Quoth answers in the channel where a person is. */
export const answersThere = ({ channel, parent, guild }: Person, { channels }: GuildSettings): boolean =>
  guild === null ||
  channels.length === 0 ||
  channels.includes(channel) ||
  (parent !== null && channels.includes(parent))
