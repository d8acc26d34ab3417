import type { Source, SourceId } from '../domain/source.ts'

/**
 * Characters of text that are kept, in all: a few hundred articles. Decoding one takes a tenth of a millisecond, so more would
 * save little.
 */
const mostCharacters = 16_000_000

/** What a source takes besides its text, counted in characters: the short ones are mostly that. */
const besidesText = 2000

const sizeOf = ({ text }: Source): number => text.length + besidesText

/** Keeps the sources that were asked for last. */
export type RecentSources = {
  /** The source of that id as it is kept, or as `decode` gives it; nothing is kept of one that cannot be decoded. */
  get(id: SourceId, decode: () => Source | undefined): Source | undefined
  forget(id: SourceId): void
}

/** Keeps sources of `limit` characters in all, with 2,000 for each; of one that is larger, itself alone. */
export const recentSources = (limit: number = mostCharacters): RecentSources => {
  // A Map keeps the order in which its keys were set: the one not asked for the longest stands first.
  const kept = new Map<SourceId, Source>()
  let characters = 0
  const forget = (id: SourceId): void => {
    const source = kept.get(id)
    if (source) characters -= sizeOf(source)
    kept.delete(id)
  }
  return {
    get(id, decode) {
      const source = kept.get(id) ?? decode()
      if (source === undefined) return undefined
      forget(id)
      kept.set(id, source)
      characters += sizeOf(source)
      for (const oldest of kept.keys()) {
        if (characters <= limit || oldest === id) break
        forget(oldest)
      }
      return source
    },
    forget,
  }
}
