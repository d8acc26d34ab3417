import { LRUCache } from 'lru-cache'
import { defaultSettings, type GuildSettings } from '../../domain/guild-settings.ts'
import type { SourceId } from '../../domain/source.ts'
import type { Log } from '../../observability/log.ts'
import type { State } from '../../state/port.ts'

/** Guilds whose settings and uses are cached. */
const maxSettings = 1000
const maxUses = 100

/** In force where the settings cannot be read: nobody else sees what may have been meant for the asker alone. */
const cautiousSettings: GuildSettings = { ...defaultSettings, answers: 'private' }

/** The settings of guilds, cached: they decide how an interaction is acknowledged, which must not wait for a disk. */
export type SettingsReader = {
  /** Those in force in a guild; the defaults in a direct message. Never rejects. */
  of(guild: string | null): Promise<GuildSettings>
  /** @throws whatever writing them throws */
  change(guild: string, changes: Partial<GuildSettings>): Promise<GuildSettings>
}

export const createSettingsReader = (state: State['settings'], log: Log): SettingsReader => {
  const cache = new LRUCache<string, GuildSettings>({ max: maxSettings })
  const cached = (guild: string, settings: GuildSettings): GuildSettings => {
    cache.set(guild, settings)
    return settings
  }
  return {
    of: async (guild) => {
      if (guild === null) return defaultSettings
      const known = cache.get(guild)
      if (known !== undefined) return known
      try {
        return cached(guild, (await state.get(guild)) ?? defaultSettings)
      } catch (error) {
        log.error(
          { err: error, guild },
          'Cannot read the settings of a server; its answers are private until that works',
        )
        return cautiousSettings
      }
    },
    change: async (guild, changes) => cached(guild, await state.change(guild, changes)),
  }
}

/** How often each guild used which source in public, cached: autocomplete needs it at every keystroke. */
export type UsesReader = {
  /** Empty for direct messages, which are private, and where nothing can be read. Never rejects. */
  of(guild: string | null): Promise<ReadonlyMap<SourceId, number>>
  /** Counts a public use of these. Never rejects: a failed write is logged. */
  add(guild: string, sources: readonly SourceId[]): Promise<void>
}

export const createUsesReader = (state: State['uses'], log: Log): UsesReader => {
  const cache = new LRUCache<string, Promise<Map<SourceId, number>>>({ max: maxUses })
  const read = async (guild: string): Promise<Map<SourceId, number>> => {
    try {
      return new Map(await state.of(guild))
    } catch (error) {
      log.error({ err: error }, 'Cannot read how often sources were used')
      cache.delete(guild)
      return new Map()
    }
  }
  const of = (guild: string): Promise<Map<SourceId, number>> => {
    const uses = cache.get(guild) ?? read(guild)
    cache.set(guild, uses)
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
        .catch((error: unknown) => log.error({ err: error }, 'Cannot write that sources were used'))
    },
  }
}
