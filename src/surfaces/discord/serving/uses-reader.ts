import type { SourceId } from '../../../domain/source.ts'
import type { Log } from '../../../observing/log.ts'
import type { State } from '../../../state/port.ts'
import { keepNewest } from './keep-newest.ts'

/** Guilds whose uses are kept at hand. */
const mostKept = 100

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
    keepNewest(kept, guild, uses, mostKept)
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
