import type { Source, SourceId } from '../domain/source.ts'

/**
 * Characters of text that are kept, in all: a few hundred articles. Decoding one takes a tenth of a millisecond, so more would
 * save little.
 */
const mostCharacters = 16_000_000

/** Keeps the sources that were asked for last. */
export type RecentSources = {
  /** The source of that id as it is kept, or as `decode` gives it. */
  get(id: SourceId, decode: () => Source): Source
  forget(id: SourceId): void
}

/** Keeps sources of `limit` characters in all; of one that is larger, itself alone. */
export const recentSources = (limit: number = mostCharacters): RecentSources => {
  // A Map keeps the order in which its keys were set: the one not asked for the longest stands first.
  const kept = new Map<SourceId, Source>()
  let characters = 0
  const forget = (id: SourceId): void => {
    characters -= kept.get(id)?.text.length ?? 0
    kept.delete(id)
  }
  return {
    get(id, decode) {
      const source = kept.get(id) ?? decode()
      forget(id)
      kept.set(id, source)
      characters += source.text.length
      for (const oldest of kept.keys()) {
        if (characters <= limit || oldest === id) break
        forget(oldest)
      }
      return source
    },
    forget,
  }
}
