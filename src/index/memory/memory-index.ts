import { createTurns } from '../../concurrency/turns.ts'
import type { SourceId } from '../../domain/source.ts'
import { inverseFrequency } from '../bm25.ts'
import { fingerprintOf } from '../fingerprint.ts'
import type {
  Analyser,
  IndexedSource,
  PackedSource,
  PassageReading,
  SavableIndex,
  SearchOptions,
  SentenceReading,
  WeightedTerm,
} from '../port.ts'
import { createAcronymTable } from './acronym-table.ts'
import { createDictionary, type Dictionary } from './dictionary.ts'
import { createDocumentFrequencies } from './document-frequencies.ts'
import { type IndexState, readState, writeState } from './index-snapshot.ts'
import { mergeSegments, mergesDue } from './merge-segments.ts'
import { createSearcher } from './search-postings.ts'
import {
  allLive,
  type LiveSegment,
  type NumberedSegment,
  noTerm,
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

/** What passages a search may find, in term numbers. */
type Admission = {
  /** Sources by the segment that they stand in; null for all. */
  readonly sources: ReadonlyMap<Segment, readonly SegmentSource[]> | null
  /** Terms that a passage or its context must hold, each once. */
  readonly all: readonly number[]
  /** Terms that a passage itself must not hold. */
  readonly none: readonly number[]
}

/** 1 at the positions of `of` that may be found; null when all may. */
const filterOf =
  ({ sources, all, none }: Admission) =>
  ({ segment, alive }: LiveSegment): Uint8Array | null => {
    if (sources === null && all.length === 0 && none.length === 0) return alive
    let filter = alive?.slice() ?? new Uint8Array(sizeOf(segment)).fill(1)
    if (sources !== null) {
      filter = new Uint8Array(sizeOf(segment))
      for (const { first, passages } of sources.get(segment) ?? []) filter.fill(1, first, first + passages)
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

/** Words that are read of one sentence of a passage nearby: a text without full stops is one sentence of any length. */
const maxNearbyWords = 1000

/**
 * How the passage at place `ordinal` of `source` was read. A question reads 30 passages of some 130 words, so this is
 * written in plain loops: they take a tenth of the time that mapping over parts of lists does.
 */
const readingOf = (
  segment: Segment,
  source: SegmentSource,
  ordinal: number,
  { words: texts, terms: termTexts, termOfWord }: Dictionary,
): PassageReading => {
  const { firstSentence, firstWord, words: numbers, contexts, firstContextWord, contextWords } = segment

  const sentence = (at: number): SentenceReading => {
    const words: string[] = []
    const terms: (string | null)[] = []
    const end = firstWord[2 * at + 2] as number
    for (let place = firstWord[2 * at] as number; place < end; place++) {
      const word = numbers[place] as number
      const term = termOfWord(word)
      words.push(texts[word] as string)
      terms.push(term === noTerm ? null : (termTexts[term] as string))
    }
    return { words, terms }
  }

  /** Adds the terms of a list of words between two places. */
  const addTerms = (to: string[], list: Uint32Array, from: number, end: number): void => {
    for (let place = from; place < end; place++) {
      const term = termOfWord(list[place] as number)
      if (term !== noTerm) to.push(termTexts[term] as string)
    }
  }
  /** Adds the terms of a passage itself, of a sentence that goes on only its beginning; none where the source has no such passage. */
  const addPassage = (to: string[], of: number): void => {
    if (of < 0 || of >= source.passages) return
    const end = firstSentence[source.first + of + 1] as number
    for (let at = firstSentence[source.first + of] as number; at < end; at++) {
      const from = firstWord[2 * at + 1] as number
      addTerms(to, numbers, from, Math.min(firstWord[2 * at + 2] as number, from + maxNearbyWords))
    }
  }

  const position = source.first + ordinal
  const sentences: SentenceReading[] = []
  const end = firstSentence[position + 1] as number
  for (let at = firstSentence[position] as number; at < end; at++) sentences.push(sentence(at))
  const context: string[] = []
  const ofContext = contexts[position] as number
  addTerms(context, contextWords, firstContextWord[ofContext] as number, firstContextWord[ofContext + 1] as number)
  const nearby: string[] = []
  addPassage(nearby, ordinal - 1)
  addPassage(nearby, ordinal + 1)
  return { sentences, context, nearby }
}

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
  const counts = createDocumentFrequencies(dictionary, state?.figures)
  const vocabulary = createVocabulary(dictionary, counts, isKnownWord)
  const acronyms = createAcronymTable()
  const searcher = createSearcher()
  const build = createSegmentBuilder(analyser, thread)

  /** Puts other segments in the place of those that were searched. */
  const adopt = (next: readonly LiveSegment[]): void => {
    const known = new Set(segments.map(({ segment }) => segment))
    for (const { segment, tombstones } of next)
      if (!known.has(segment))
        for (const source of segment.sources) if (!tombstones.has(source)) places.set(source.id, { segment, source })
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

  const change = (tombstones: readonly SourceId[], added: readonly (IndexedSource | PackedSource)[]): Promise<void> =>
    inTurn(async () => {
      const turn = createTurns()
      const numbered: NumberedSegment[] = []
      for await (const built of build(added, turn)) numbered.push(await numberSegment(built, dictionary, turn))
      const leaving = placesOf(tombstones)
      const gone = bySegment(leaving)
      const kept = segments.map((alive) => {
        const sources = gone.get(alive.segment)
        return sources === undefined ? alive : withoutSources(alive, sources)
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

  const conditionsOf = ({ sources, all = [], none = [] }: SearchOptions): Admission => {
    const numbersOf = (terms: readonly string[]): readonly number[] =>
      [...new Set(terms)].map((term) => dictionary.termNumber(term) ?? -1)
    return {
      sources: sources === undefined ? null : bySegment(placesOf(sources)),
      all: numbersOf(all),
      none: numbersOf(none),
    }
  }

  const weightOf = ({ term, weight }: WeightedTerm) => {
    const number = dictionary.termNumber(term)
    const passages = number === undefined ? 0 : counts.ofTerm(number)
    return number === undefined || passages === 0 || weight <= 0
      ? []
      : [{ term: number, weight: weight * inverseFrequency(passages, counts.statistics().passages) }]
  }

  const versions = (): ReadonlyMap<SourceId, string> =>
    new Map([...places].map(([id, { source }]) => [id, source.version]))

  return {
    replace: async (sources) => {
      const last = new Map(sources.map((source) => [source.source, source]))
      return change([...last.keys()], [...last.values()])
    },
    remove: (source) => change([source], []),
    search: async (terms, options) =>
      searcher
        .search(
          segments,
          { terms: terms.flatMap(weightOf), limit: options.limit, filter: filterOf(conditionsOf(options)) },
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
    documentFrequencies: async (terms) => terms.map((term) => counts.ofTerm(dictionary.termNumber(term) ?? -1)),
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

/** An index that was saved, or why it cannot be used, in words that fit after `because`. */
type OpenedIndex =
  | { readonly kind: 'opened'; readonly index: SavableIndex }
  | { readonly kind: 'unusable'; readonly reason: string }

/**
 * Opens what `IndexSnapshot.write` gave. It is checked as a whole first, so an index is opened whole or not at all. The
 * index goes on using `file`, which must not change; it is copied unless it begins at a multiple of 8 bytes of its buffer.
 */
export const openIndex = (
  file: Uint8Array,
  analyser: Analyser,
  isKnownWord: (word: string) => boolean,
): OpenedIndex => {
  const state = readState(file, fingerprintOf(analyser))
  return typeof state === 'string'
    ? { kind: 'unusable', reason: state }
    : { kind: 'opened', index: createLunrIndex(analyser, isKnownWord, { state }) }
}
