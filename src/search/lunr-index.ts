import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Hit } from '../domain/passage.ts'
import type { SourceId } from '../domain/source.ts'
import { inverseFrequency, saturation } from './bm25.ts'
import { buildSegment, candidatesOf, liveEntries, type Segment } from './lunr-segment.ts'
import type {
  AnalysedAcronym,
  Analyser,
  IndexedPassage,
  IndexedSource,
  PassageIndex,
  Token,
  WeightedTerm,
} from './port.ts'
import { createVocabulary } from './vocabulary.ts'

/** Passages a lunr index is built over at once: about 50 ms of work, after which other work gets its turn. */
const segmentSize = 250
/** Segments of one order of magnitude that may stand side by side before they are merged. */
const segmentsAside = 4
/** A match in title, headings or question counts half of one in the passage itself. */
const contextShare = 0.5

type Measured = { readonly occurrences: ReadonlyMap<string, number>; readonly length: number }

/**
 * A passage index in memory. lunr builds and searches immutable segments, a new one for each change; what they propose
 * is scored by exact BM25 with the figures of the whole index, which makes the ranking independent of how the passages
 * came to lie in segments.
 */
export const createLunrIndex = (analyser: Analyser, isKnownWord: (word: string) => boolean): PassageIndex => {
  let segments: readonly Segment[] = []
  let acronymsOf: ReadonlyMap<SourceId, readonly AnalysedAcronym[]> = new Map()
  const vocabulary = createVocabulary(isKnownWord)
  const measured = new WeakMap<IndexedPassage, Measured>()

  /** What a passage is found by: its own words and those of its context. */
  const tokensOf = ({ text, passage }: IndexedPassage): readonly Token[] => [
    ...analyser.analyse(text),
    ...analyser.analyse(passage.context),
  ]

  const measure = (entry: IndexedPassage): Measured => {
    const known = measured.get(entry)
    if (known) return known
    const occurrences = new Map<string, number>()
    let length = 0
    for (const { term } of analyser.analyse(entry.text)) {
      occurrences.set(term, (occurrences.get(term) ?? 0) + 1)
      length++
    }
    for (const { term } of analyser.analyse(entry.passage.context))
      occurrences.set(term, (occurrences.get(term) ?? 0) + contextShare)
    const result = { occurrences, length }
    measured.set(entry, result)
    return result
  }

  const build = async (entries: readonly IndexedPassage[]): Promise<Segment[]> => {
    const built: Segment[] = []
    for (let at = 0; at < entries.length; at += segmentSize) {
      built.push(buildSegment(entries.slice(at, at + segmentSize), analyser))
      await nextTurn()
    }
    return built
  }

  const order = ({ entries }: Segment): number => Math.floor(Math.log2(Math.max(1, entries.length)) / 2)

  /** Joins small segments of one order of magnitude, so that their number grows with the logarithm of the library. */
  const merge = async (all: readonly Segment[]): Promise<readonly Segment[]> => {
    const inUse = all.filter(({ live }) => live.size > 0)
    const small = inUse.filter(({ entries }) => entries.length < segmentSize)
    const crowd = small
      .map((segment) => small.filter((other) => order(other) === order(segment)))
      .find(({ length }) => length > segmentsAside)
    if (crowd === undefined) return inUse
    // Joining more than one into as few as hold them always ends: the number of small segments falls.
    return merge([...inUse.filter((segment) => !crowd.includes(segment)), ...(await build(crowd.flatMap(liveEntries)))])
  }

  const without = (ids: ReadonlySet<SourceId>): readonly Segment[] =>
    segments.map((segment) =>
      [...ids].some((id) => segment.live.has(id))
        ? { ...segment, live: new Set([...segment.live].filter((id) => !ids.has(id))) }
        : segment,
    )

  const analyseAcronyms = ({ acronyms }: IndexedSource): readonly AnalysedAcronym[] =>
    acronyms.flatMap(({ short, long }) => {
      // After its article, even a name that is a common word (`IS`) is read as a name.
      const [shortTerm, ...rest] = analyser.analyse(`the ${short}`).map(({ term }) => term)
      const longTerms = analyser.analyse(long).map(({ term }) => term)
      return shortTerm !== undefined && rest.length === 0 && longTerms.length > 1
        ? [{ short: shortTerm, long: longTerms }]
        : []
    })

  // Changes are made one after the other; a search sees the state before or after one.
  let changes: Promise<unknown> = Promise.resolve()
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const done = changes.then(change)
    changes = done.catch(() => undefined)
    return done
  }

  const change = (removed: ReadonlySet<SourceId>, added: readonly IndexedSource[]): Promise<void> =>
    inTurn(async () => {
      const built = await build(added.flatMap(({ passages }) => passages))
      const next = await merge([...without(removed), ...built])
      for (const segment of segments)
        for (const entry of liveEntries(segment))
          if (removed.has(entry.passage.source)) vocabulary.forget(tokensOf(entry), measure(entry).length)
      for (const { passages } of added)
        for (const entry of passages) vocabulary.learn(tokensOf(entry), measure(entry).length)
      const acronyms = new Map([...acronymsOf].filter(([id]) => !removed.has(id)))
      for (const source of added) acronyms.set(source.source, analyseAcronyms(source))
      segments = next
      acronymsOf = acronyms
    })

  const score = (entry: IndexedPassage, terms: readonly WeightedTerm[]): number => {
    const { occurrences, length } = measure(entry)
    const statistics = vocabulary.statistics()
    let sum = 0
    for (const { term, weight } of terms) {
      const count = occurrences.get(term)
      if (count !== undefined)
        sum +=
          weight *
          inverseFrequency(vocabulary.frequency(term), statistics.passages) *
          saturation(count, length, statistics)
    }
    return sum
  }

  return {
    replace: (sources) => change(new Set(sources.map(({ source }) => source)), sources),
    remove: (source) => change(new Set([source]), []),
    search: async (terms, { limit, source }) =>
      segments
        .filter(({ live }) => source === undefined || live.has(source))
        .flatMap((segment) => candidatesOf(segment, terms))
        .filter(({ passage }) => source === undefined || passage.source === source)
        .map((entry): Hit => ({ passage: entry.passage, score: score(entry, terms) }))
        // An empty lunr query, and a term that lunr reads as a wildcard, match everything: what holds no term scores nothing.
        .filter((hit) => hit.score > 0)
        .sort(byScore)
        .slice(0, limit),
    lookUp: async (tokens) => tokens.map((token) => vocabulary.lookUp(token)),
    frequencies: async (terms) => terms.map((term) => vocabulary.frequency(term)),
    acronyms: async () => [
      ...new Map(
        [...acronymsOf.values()].flat().map((acronym) => [`${acronym.short}=${acronym.long.join(' ')}`, acronym]),
      ).values(),
    ],
    statistics: async () => vocabulary.statistics(),
  }
}

const byScore = (a: Hit, b: Hit): number =>
  b.score - a.score ||
  (a.passage.source < b.passage.source
    ? -1
    : a.passage.source > b.passage.source
      ? 1
      : a.passage.start - b.passage.start)
