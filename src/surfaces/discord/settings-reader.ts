import { type GuildSettings, usualSettings } from '../../domain/guild-settings.ts'
import type { SourceId } from '../../domain/source.ts'
import type { Log } from '../../observability/log.ts'
import type { State } from '../../state/port.ts'

/** Puts an entry last in `map`, and forgets the first ones beyond `most`: those that were put there longest ago. */
export const keepNewest = <Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void => {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) break
    map.delete(oldest)
  }
}

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

/** Guilds whose uses are kept at hand. */
const mostGuildsUsed = 100

/** How often each guild used which source in the open, kept at hand: it is asked for at every key stroke. */
export type UsesReader = {
  /** None of direct messages, which are private. Never rejects: without what is on disk, nothing was used. */
  of(guild: string | null): Promise<ReadonlyMap<SourceId, number>>
  /** Counts a use of these that all could see. What cannot be written is logged and not missed by anybody. */
  add(guild: string, sources: readonly SourceId[]): Promise<void>
}

export const createUsesReader = (state: State['uses'], log: Log): UsesReader => {
  const kept = new Map<string, Promise<Map<SourceId, number>>>()
  const read = async (guild: string): Promise<Map<SourceId, number>> => {
    try {
      return new Map(await state.of(guild))
    } catch (error) {
      log.error({ err: error }, 'How often sources were used cannot be read')
      kept.delete(guild)
      return new Map()
    }
  }
  const of = (guild: string): Promise<Map<SourceId, number>> => {
    const uses = kept.get(guild) ?? read(guild)
    keepNewest(kept, guild, uses, mostGuildsUsed)
    return uses
  }
  return {
    of: async (guild) => (guild === null ? new Map() : of(guild)),
    add: async (guild, sources) => {
      if (sources.length === 0) return
      const uses = await of(guild)
      for (const source of sources) uses.set(source, (uses.get(source) ?? 0) + 1)
      await state
        .add(guild, sources)
        .catch((error: unknown) => log.error({ err: error }, 'That sources were used cannot be written'))
    },
  }
}
