import { type GuildSettings, usualSettings } from '../../../domain/guild-settings.ts'
import type { Log } from '../../../observing/log.ts'
import type { State } from '../../../state/port.ts'
import { keepNewest } from './keep-newest.ts'

/** Guilds whose settings are kept at hand; the one that is longest quiet is read again. */
const mostKept = 1000

/** What holds where the settings cannot be read: nobody else sees what may have been meant for the asker alone. */
const cautiousSettings: GuildSettings = { ...usualSettings, answers: 'private' }

/** The settings of guilds, kept at hand: an interaction is acknowledged according to them, and must not wait for a disk. */
export type SettingsReader = {
  /** Those in force in a guild; the usual ones in a direct message. Never rejects. */
  of(guild: string | null): Promise<GuildSettings>
  /** @throws whatever keeping them throws */
  change(guild: string, changes: Partial<GuildSettings>): Promise<GuildSettings>
}

export const createSettingsReader = (state: State['settings'], log: Log): SettingsReader => {
  const kept = new Map<string, GuildSettings>()
  const keep = (guild: string, settings: GuildSettings): GuildSettings => {
    keepNewest(kept, guild, settings, mostKept)
    return settings
  }
  return {
    of: async (guild) => {
      if (guild === null) return usualSettings
      const known = kept.get(guild)
      if (known !== undefined) return keep(guild, known)
      try {
        return keep(guild, (await state.get(guild)) ?? usualSettings)
      } catch (error) {
        log.error({ err: error, guild }, 'The settings of a server cannot be read; its answers are private meanwhile')
        return cautiousSettings
      }
    },
    change: async (guild, changes) => keep(guild, await state.change(guild, changes)),
  }
}
