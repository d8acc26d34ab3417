import { createTurns } from '../concurrency/turns.ts'
import type { SourceId } from '../domain/source.ts'
import { createAcronymTable } from './acronym-table.ts'
import { type Admission, admittedBy } from './admitted.ts'
import { inverseFrequency } from './bm25.ts'
import { createCounts } from './counts.ts'
import { createDictionary } from './dictionary.ts'
import { fingerprintOf } from './fingerprint.ts'
import { type IndexThread, openIndexThread } from './index-thread.ts'
import { allLive, type LiveSegment, withoutSources } from './live-segment.ts'
import { mergesDue } from './merge-policy.ts'
import { mergeSegments } from './merge-segments.ts'
import { type NumberedSegment, numberSegment } from './numbered-segment.ts'
import { packedSource } from './packed-source.ts'
import type { Analyser, PackedSource, SavableIndex, SearchOptions, WeightedTerm } from './port.ts'
import { readingOf } from './reading.ts'
import { createSearcher } from './search-postings.ts'
import { passageAt, type Segment, type SegmentSource } from './segment.ts'
import { createSegmentBuilder } from './segment-builder.ts'
import { type IndexState, writeState } from './snapshot.ts'
import { createVocabulary } from './vocabulary.ts'

type Turn = () => Promise<void>

/** Where a source stands. */
type Place = { readonly segment: Segment; readonly source: SegmentSource }

/** What `make` gives for each; one alone may take long in a library that is made for it. */
const eachInTurns = async <Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Made,
): Promise<readonly Made[]> => {
  const turn = createTurns()
  const made: Made[] = []
  for (const item of items) {
    made.push(make(item))
    await turn()
  }
  return made
}

/** Merges until no merge is due. */
const merged = async (segments: readonly LiveSegment[], turn: Turn): Promise<readonly LiveSegment[]> => {
  const due = mergesDue(segments)
  if (due.length === 0) return segments
  const made: LiveSegment[] = []
  for (const group of due) {
    const segment = await mergeSegments(group, turn)
    if (segment.sources.length > 0) made.push(allLive(segment))
  }
  return merged([...segments.filter((segment) => !due.flat().includes(segment)), ...made], turn)
}

/**
 * A passage index in memory: lunr builds, flat lists of numbers are searched. Each change adds an immutable segment and
 * marks what was removed in others; scores come from the figures of the whole index, which makes the ranking
 * independent of how the passages came to lie in segments. Changes are made in short turns and in `thread`, so that
 * questions are answered meanwhile. It begins with `state`, whose arrays become its own.
 */
export const createLunrIndex = (
  analyser: Analyser,
  isKnownWord: (word: string) => boolean,
  {
    state,
    thread = openIndexThread(),
  }: { readonly state?: IndexState | undefined; readonly thread?: IndexThread | undefined } = {},
): SavableIndex => {
  let segments: readonly LiveSegment[] = []
  const places = new Map<SourceId, Place>()
  const dictionary = createDictionary(state?.dictionary)
  const counts = createCounts(dictionary, state?.figures)
  const vocabulary = createVocabulary(dictionary, counts, isKnownWord)
  const acronyms = createAcronymTable()
  const searcher = createSearcher()
  const build = createSegmentBuilder(analyser, thread)

  /** Puts other segments in the place of those that were searched. */
  const adopt = (next: readonly LiveSegment[]): void => {
    const known = new Set(segments.map(({ segment }) => segment))
    for (const { segment, removed } of next)
      if (!known.has(segment))
        for (const source of segment.sources) if (!removed.has(source)) places.set(source.id, { segment, source })
    segments = next
  }
  adopt(state?.segments ?? [])
  for (const { source } of places.values()) acronyms.set(source.id, source.acronyms)

  // Changes are made one after the other; a search sees the passages before or after one.
  let changes: Promise<unknown> = Promise.resolve()
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const done = changes.then(change)
    changes = done.catch(() => undefined)
    return done
  }

  const bySegment = (some: readonly Place[]): ReadonlyMap<Segment, readonly SegmentSource[]> => {
    const grouped = new Map<Segment, SegmentSource[]>()
    for (const { segment, source } of some) {
      const sources = grouped.get(segment) ?? []
      sources.push(source)
      grouped.set(segment, sources)
    }
    return grouped
  }
  const placesOf = (ids: Iterable<SourceId>): readonly Place[] => [...ids].flatMap((id) => places.get(id) ?? [])

  const change = (removed: readonly SourceId[], added: readonly PackedSource[]): Promise<void> =>
    inTurn(async () => {
      const turn = createTurns()
      const numbered: NumberedSegment[] = []
      for await (const built of build(added, turn)) numbered.push(await numberSegment(built, dictionary, turn))
      const leaving = placesOf(removed)
      const gone = bySegment(leaving)
      const kept = segments.map((live) => {
        const sources = gone.get(live.segment)
        return sources === undefined ? live : withoutSources(live, sources)
      })
      const next = await merged([...kept, ...numbered.map(({ segment }) => allLive(segment))], turn)
      // From here on nothing waits, so that figures, places and passages change at once.
      for (const { segment, source } of leaving) {
        counts.remove(segment, source)
        acronyms.set(source.id, [])
        places.delete(source.id)
      }
      for (const each of numbered) {
        counts.add(each)
        for (const source of each.segment.sources) acronyms.set(source.id, source.acronyms)
      }
      adopt(next)
    })

  const admission = ({ sources, all = [], none = [] }: SearchOptions): Admission => {
    const numbersOf = (terms: readonly string[]): readonly number[] =>
      [...new Set(terms)].map((term) => dictionary.termNumber(term) ?? -1)
    return {
      sources: sources === undefined ? null : bySegment(placesOf(sources)),
      all: numbersOf(all),
      none: numbersOf(none),
    }
  }

  const worthOf = ({ term, weight }: WeightedTerm) => {
    const number = dictionary.termNumber(term)
    const passages = number === undefined ? 0 : counts.ofTerm(number)
    return number === undefined || passages === 0 || weight <= 0
      ? []
      : [{ term: number, worth: weight * inverseFrequency(passages, counts.statistics().passages) }]
  }

  const versions = (): ReadonlyMap<SourceId, string> =>
    new Map([...places].map(([id, { source }]) => [id, source.version]))

  return {
    replace: async (sources) => {
      const last = new Map(sources.map((source) => [source.source, source]))
      return change(
        [...last.keys()],
        [...last.values()].map((source) => ('packed' in source ? source : packedSource(source))),
      )
    },
    remove: (source) => change([source], []),
    search: async (terms, options) =>
      searcher
        .search(
          segments,
          { terms: terms.flatMap(worthOf), limit: options.limit, admitted: admittedBy(admission(options)) },
          counts.statistics(),
        )
        .map(({ segment, position, score }) => ({ passage: passageAt(segment, position), score })),
    read: (passages) =>
      eachInTurns(passages, ({ source: id, ordinal, version }) => {
        const place = places.get(id)
        if (place === undefined || place.source.version !== version || ordinal >= place.source.passages)
          return undefined
        return readingOf(place.segment, place.source, ordinal, dictionary)
      }),
    lookUp: (tokens) => eachInTurns(tokens, (token) => vocabulary.lookUp(token)),
    frequencies: async (terms) => terms.map((term) => counts.ofTerm(dictionary.termNumber(term) ?? -1)),
    acronyms: async (terms) => acronyms.about(terms),
    statistics: async () => counts.statistics(),
    sources: versions,
    snapshot: () => {
      const held = { dictionary: dictionary.entries(), figures: counts.figures(), segments }
      return { sources: versions(), write: () => writeState(held, fingerprintOf(analyser)) }
    },
    close: () => thread.close(),
  }
}
