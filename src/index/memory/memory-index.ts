import { createTurns } from '../../concurrency/turns.ts'
import type { Passage, PassageKey } from '../../domain/passage.ts'
import { compareIds, type SourceId } from '../../domain/source.ts'
import { inverseFrequency } from '../bm25.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type {
  Analyser,
  CollectionStatistics,
  IndexedSource,
  PackedSource,
  SavableIndex,
  SearchOptions,
  WeightedTerm,
} from '../port.ts'
import { acronymsAbout, createAcronymTable } from './acronym-table.ts'
import { createDictionary } from './dictionary.ts'
import { createDocumentFrequencies } from './document-frequencies.ts'
import { passagesWithRun } from './find-run.ts'
import { type IndexState, readState, writeState } from './index-snapshot.ts'
import { createLookUp } from './look-up.ts'
import { mergeSegments, mergesDue } from './merge-segments.ts'
import { readingOf } from './passage-reading.ts'
import { createSearcher } from './search-postings.ts'
import {
  allLive,
  type LiveSegment,
  type NumberedSegment,
  numberSegment,
  passageAt,
  postingsOf,
  type Segment,
  type SegmentSource,
  sizeOf,
  withoutSources,
} from './segment.ts'
import { createSegmentBuilder, type IndexThread, openIndexThread } from './segment-builder.ts'
import { createVocabulary } from './vocabulary.ts'

/** Which passages a search may find, in term numbers. */
type Filter = {
  /** The sources by segment; null for all. */
  readonly sources: ReadonlyMap<Segment, readonly SegmentSource[]> | null
  /** The positions by segment; null for all. */
  readonly among: ReadonlyMap<Segment, readonly number[]> | null
  /** Distinct terms that a passage or its context must have. */
  readonly all: readonly number[]
  /** Terms that a passage itself must not have. */
  readonly none: readonly number[]
}

/** 1 at the positions of a segment that may be found; null for all. */
const filterOf =
  ({ sources, among, all, none }: Filter) =>
  ({ segment, alive }: LiveSegment): Uint8Array | null => {
    if (sources === null && among === null && all.length === 0 && none.length === 0) return alive
    let filter = alive?.slice() ?? new Uint8Array(sizeOf(segment)).fill(1)
    if (sources !== null) {
      filter = new Uint8Array(sizeOf(segment))
      for (const { first, passages } of sources.get(segment) ?? []) filter.fill(1, first, first + passages)
    }
    if (among !== null) {
      const chosen = new Uint8Array(sizeOf(segment))
      for (const position of among.get(segment) ?? []) chosen[position] = filter[position] as number
      filter = chosen
    }
    for (const term of all) {
      const holding = new Uint8Array(sizeOf(segment))
      const [from, to] = postingsOf(segment, term)
      for (const position of segment.postingPassages.subarray(from, to)) holding[position] = filter[position] as number
      filter = holding
    }
    for (const term of none) {
      const [from, to] = postingsOf(segment, term)
      for (let posting = from; posting < to; posting++)
        if (segment.postingOwn[posting] !== 0) filter[segment.postingPassages[posting] as number] = 0
    }
    return filter
  }

type Turn = () => Promise<void>

/** The location of a source. */
type Location = { readonly segment: Segment; readonly source: SegmentSource }

/** Maps items, yielding to other work: a hostile library can make even one item slow. */
const eachInTurns = async <Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<readonly Made[]> => {
  const turn = createTurns()
  const results: Made[] = []
  for (const item of items) {
    results.push(make(item))
    await turn()
  }
  return results
}

/** Merges until no merge is due. */
const merged = async (segments: readonly LiveSegment[], turn: Turn): Promise<readonly LiveSegment[]> => {
  const due = mergesDue(segments)
  if (due.length === 0) return segments
  const results: LiveSegment[] = []
  for (const group of due) {
    const segment = await mergeSegments(group, turn)
    if (segment.sources.length > 0) results.push(allLive(segment))
  }
  return merged([...segments.filter((segment) => !due.flat().includes(segment)), ...results], turn)
}

/**
 * A passage index in memory: lunr builds it, flat arrays are searched. Each change adds an immutable segment and marks
 * what was removed from others. Scores use the statistics of the whole index, so the ranking does not depend on the
 * segments. Changes are made in short turns and in `thread`, so that questions can be answered meanwhile.
 * @param isKnownWord whether a folded word is in the language's lexicon
 * @param options `state` to start with, whose arrays it takes over; `thread`, replaced by tests
 */
export const createMemoryIndex = (
  analyser: Analyser,
  isKnownWord: (word: string) => boolean,
  {
    state,
    thread = openIndexThread(),
  }: { readonly state?: IndexState | undefined; readonly thread?: IndexThread | undefined } = {},
): SavableIndex => {
  let segments: readonly LiveSegment[] = []
  const locations = new Map<SourceId, Location>()
  const dictionary = createDictionary(state?.dictionary)
  const counts = createDocumentFrequencies(dictionary, state?.figures)
  const acronyms = createAcronymTable()
  const own = createVocabulary(dictionary, counts, acronyms)
  const lookUp = createLookUp(isKnownWord, analyser.in('de').termOf)
  const searcher = createSearcher()
  const build = createSegmentBuilder(analyser, thread)

  /** Switches searches to other segments. */
  const adopt = (next: readonly LiveSegment[]): void => {
    const known = new Set(segments.map(({ segment }) => segment))
    for (const { segment, tombstones } of next)
      if (!known.has(segment))
        for (const source of segment.sources) if (!tombstones.has(source)) locations.set(source.id, { segment, source })
    segments = next
  }
  adopt(state?.segments ?? [])
  for (const { source } of locations.values()) acronyms.set(source.id, source.acronyms)

  // Changes are made one after another; a search sees the passages before or after one.
  let changes: Promise<unknown> = Promise.resolve()
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const done = changes.then(change)
    changes = done.catch(() => undefined)
    return done
  }

  const bySegment = <Item>(some: Iterable<readonly [Segment, Item]>): ReadonlyMap<Segment, readonly Item[]> => {
    const grouped = new Map<Segment, Item[]>()
    for (const [segment, item] of some) {
      const items = grouped.get(segment) ?? []
      items.push(item)
      grouped.set(segment, items)
    }
    return grouped
  }
  const sourcesBySegment = (some: readonly Location[]): ReadonlyMap<Segment, readonly SegmentSource[]> =>
    bySegment(some.map(({ segment, source }) => [segment, source]))
  const locationsOf = (ids: Iterable<SourceId>): readonly Location[] =>
    [...ids].flatMap((id) => locations.get(id) ?? [])

  /** Where a passage is; undefined when its source was removed or has changed since. */
  const locationOf = ({ source: id, ordinal, version }: PassageKey): Location | undefined => {
    const location = locations.get(id)
    return location?.source.version === version && ordinal < location.source.passages ? location : undefined
  }

  const change = (tombstones: readonly SourceId[], added: readonly (IndexedSource | PackedSource)[]): Promise<void> =>
    inTurn(async () => {
      const turn = createTurns()
      const numbered: NumberedSegment[] = []
      for await (const built of build(added, turn)) numbered.push(await numberSegment(built, dictionary, turn))
      const leaving = locationsOf(tombstones)
      const gone = sourcesBySegment(leaving)
      const kept = segments.map((alive) => {
        const sources = gone.get(alive.segment)
        return sources === undefined ? alive : withoutSources(alive, sources)
      })
      const next = await merged([...kept, ...numbered.map(({ segment }) => allLive(segment))], turn)
      // Nothing is awaited from here on, so that statistics, locations and passages change at once.
      languages = null
      for (const { segment, source } of leaving) {
        counts.remove(segment, source)
        acronyms.set(source.id, [])
        locations.delete(source.id)
      }
      for (const each of numbered) {
        counts.add(each)
        for (const source of each.segment.sources) acronyms.set(source.id, source.acronyms)
      }
      adopt(next)
    })

  /** The segment of a passage, and its position there; nothing when its source was removed or has changed since. */
  const positionOf = (key: PassageKey): readonly (readonly [Segment, number])[] => {
    const location = locationOf(key)
    return location ? [[location.segment, location.source.first + key.ordinal]] : []
  }

  const filterFor = ({ sources, among, all = [], none = [] }: SearchOptions): Filter => {
    const numbersOf = (terms: readonly string[]): readonly number[] =>
      [...new Set(terms)].map((term) => dictionary.termNumber(term) ?? -1)
    return {
      sources: sources === undefined ? null : sourcesBySegment(locationsOf(sources)),
      among: among === undefined ? null : bySegment(among.flatMap(positionOf)),
      all: numbersOf(all),
      none: numbersOf(none),
    }
  }

  const weightIn =
    (statistics: CollectionStatistics | undefined) =>
    ({ term, weight }: WeightedTerm) => {
      const number = dictionary.termNumber(term)
      const here = number === undefined ? 0 : counts.ofTerm(number)
      if (number === undefined || here === 0 || weight <= 0) return []
      const frequency = statistics?.documentFrequencies.get(term) ?? here
      const { passages } = statistics ?? counts.statistics()
      return [{ term: number, weight: weight * inverseFrequency(frequency, passages) }]
    }

  /** Counted when it is first asked for after a change. */
  let languages: ReadonlyMap<string | null, number> | null = null
  const languagesOf = (): ReadonlyMap<string | null, number> => {
    if (languages !== null) return languages
    const counted = new Map<string | null, number>()
    for (const { source } of locations.values()) counted.set(source.language, (counted.get(source.language) ?? 0) + 1)
    languages = counted
    return counted
  }

  const versions = (): ReadonlyMap<SourceId, string> =>
    new Map([...locations].map(([id, { source }]) => [id, source.version]))

  return {
    replace: async (sources) => {
      const last = new Map(sources.map((source) => [source.source, source]))
      return change([...last.keys()], [...last.values()])
    },
    remove: (source) => change([source], []),
    vocabulary: own,
    has: (source) => locations.has(source),
    search: async (terms, options, statistics) =>
      searcher
        .search(
          segments,
          { terms: terms.flatMap(weightIn(statistics)), limit: options.limit, filter: filterOf(filterFor(options)) },
          statistics ?? counts.statistics(),
        )
        .map(({ segment, position, score }) => ({ passage: passageAt(segment, position), score })),
    passages: async (keys) =>
      keys.map((key) => {
        const location = locationOf(key)
        return location && passageAt(location.segment, location.source.first + key.ordinal)
      }),
    findRun: async (words, { limit, sources }) => {
      const run = words.map((word) => dictionary.wordNumbers(word))
      if (run.length === 0 || run.some((numbers) => numbers.length === 0)) return []
      const turn = createTurns()
      const found: Passage[] = []
      for (const id of [...(sources ?? locations.keys())].sort(compareIds)) {
        const location = locations.get(id)
        if (location === undefined) continue
        const { segment, source } = location
        for (const position of passagesWithRun(segment, source, run, limit - found.length))
          found.push(passageAt(segment, position))
        if (found.length >= limit) break
        await turn()
      }
      return found
    },
    read: (passages) =>
      eachInTurns(passages, (key) => {
        const location = locationOf(key)
        return location && readingOf(location.segment, location.source, key.ordinal, dictionary)
      }),
    lookUp: (tokens, language = null, vocabulary = own) =>
      eachInTurns(tokens, (token) => lookUp(token, language, vocabulary)),
    documentFrequencies: async (terms) => terms.map(own.passagesWith),
    acronyms: async (terms, vocabulary = own) => acronymsAbout(terms, vocabulary),
    statistics: async () => counts.statistics(),
    languages: async () => languagesOf(),
    sources: versions,
    snapshot: () => {
      const state = { dictionary: dictionary.entries(), figures: counts.figures(), segments }
      return { sources: versions(), write: () => writeState(state, fingerprintOf(analyser)) }
    },
    close: () => thread.close(),
  }
}

/** A saved index, or why it cannot be used, as a clause that fits after “because”. */
type OpenedIndex =
  | { readonly kind: 'opened'; readonly index: SavableIndex }
  | { readonly kind: 'unusable'; readonly reason: string }

/**
 * Opens what `IndexSnapshot.write` wrote. It is checked first, so an index is opened whole or not at all.
 * @param file used in place, so it must not change; copied unless it is aligned to 8 bytes in its buffer
 */
export const openIndex = (
  file: Uint8Array,
  analyser: Analyser,
  isKnownWord: (word: string) => boolean,
): OpenedIndex => {
  const state = readState(file, fingerprintOf(analyser))
  return typeof state === 'string'
    ? { kind: 'unusable', reason: state }
    : { kind: 'opened', index: createMemoryIndex(analyser, isKnownWord, { state }) }
}
