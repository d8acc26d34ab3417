import type { Hit } from '../domain/passage.ts'
import { compareIds, type SourceId } from '../domain/source.ts'
import { createAcronymTable } from './acronym-table.ts'
import { inverseFrequency, saturation } from './bm25.ts'
import { type Entry, entryOf } from './entry.ts'
import { buildSegment, candidatesOf, liveEntries, type Segment } from './lunr-segment.ts'
import type { Analyser, IndexedSource, PassageIndex, WeightedTerm } from './port.ts'
import { createTurns } from './turns.ts'
import { createVocabulary } from './vocabulary.ts'

/** Passages that a lunr index is built over in one go, which nothing can interrupt. */
const segmentSize = 150
/** Segments of one order of magnitude that may stand side by side before they are merged. */
const segmentsAside = 4

/**
 * A passage index in memory. lunr builds and searches immutable segments, new ones for each change; what they propose is
 * scored by exact BM25 with the figures of the whole index, which makes the ranking independent of how the passages came
 * to lie in segments. Changes are made in short turns, so that questions are answered meanwhile.
 */
export const createLunrIndex = (analyser: Analyser, isKnownWord: (word: string) => boolean): PassageIndex => {
  let segments: readonly Segment[] = []
  const entriesOf = new Map<SourceId, readonly Entry[]>()
  const vocabulary = createVocabulary(isKnownWord)
  const acronyms = createAcronymTable(analyser)

  const build = async (entries: readonly Entry[], turn: () => Promise<void>): Promise<Segment[]> => {
    const built: Segment[] = []
    for (let at = 0; at < entries.length; at += segmentSize) {
      built.push(buildSegment(entries.slice(at, at + segmentSize)))
      await turn()
    }
    return built
  }

  const order = ({ entries }: Segment): number => Math.floor(Math.log2(Math.max(1, entries.length)) / 2)

  /** Joins small segments of one order of magnitude, so that their number grows with the logarithm of the library. */
  const merge = async (all: readonly Segment[], turn: () => Promise<void>): Promise<readonly Segment[]> => {
    const inUse = all.filter(({ live }) => live.size > 0)
    const small = inUse.filter(({ entries }) => entries.length < segmentSize)
    const crowd = small
      .map((segment) => small.filter((other) => order(other) === order(segment)))
      .find(({ length }) => length > segmentsAside)
    if (crowd === undefined) return inUse
    const joined = await build(crowd.flatMap(liveEntries), turn)
    // Joining more than one into as few as hold them always ends: the number of small segments falls.
    return merge([...inUse.filter((segment) => !crowd.includes(segment)), ...joined], turn)
  }

  const without = (ids: ReadonlySet<SourceId>): readonly Segment[] =>
    segments.map((segment) =>
      [...ids].some((id) => segment.live.has(id))
        ? { ...segment, live: new Set([...segment.live].filter((id) => !ids.has(id))) }
        : segment,
    )

  // Changes are made one after the other; a search sees the passages before or after one.
  let changes: Promise<unknown> = Promise.resolve()
  const inTurn = (change: () => Promise<void>): Promise<void> => {
    const done = changes.then(change)
    changes = done.catch(() => undefined)
    return done
  }

  const change = (removed: ReadonlySet<SourceId>, added: readonly IndexedSource[]): Promise<void> =>
    inTurn(async () => {
      const turn = createTurns()
      const analysed = new Map<SourceId, Entry[]>()
      for (const { source, passages } of added) {
        const entries: Entry[] = []
        analysed.set(source, entries)
        for (const passage of passages) {
          entries.push(entryOf(passage, analyser))
          await turn()
        }
      }
      const built = await build([...analysed.values()].flat(), turn)
      const next = await merge([...without(removed), ...built], turn)
      for (const id of removed)
        for (const entry of entriesOf.get(id) ?? []) {
          vocabulary.forget(entry)
          await turn()
        }
      for (const entries of analysed.values())
        for (const entry of entries) {
          vocabulary.learn(entry)
          await turn()
        }
      for (const id of removed) {
        entriesOf.delete(id)
        acronyms.set(id, [])
      }
      for (const [id, entries] of analysed) entriesOf.set(id, entries)
      for (const { source, acronyms: own } of added) acronyms.set(source, own)
      segments = next
    })

  const score = ({ occurrences, terms: { length } }: Entry, terms: readonly WeightedTerm[]): number => {
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
    search: async (terms, { limit, sources, all = [], none = [] }) =>
      segments
        .flatMap((segment) => candidatesOf(segment, terms))
        .filter(({ passage }) => sources === undefined || sources.has(passage.source))
        .filter(({ occurrences }) => all.every((term) => occurrences.has(term)))
        .filter(({ terms: own }) => !none.some((term) => own.includes(term)))
        .map((entry): Hit => ({ passage: entry.passage, score: score(entry, terms) }))
        // An empty lunr query, and a term that lunr reads as a wildcard, match everything: what holds no term scores nothing.
        .filter((hit) => hit.score > 0)
        .sort(
          (a, b) =>
            b.score - a.score || compareIds(a.passage.source, b.passage.source) || a.passage.start - b.passage.start,
        )
        .slice(0, limit),
    read: async (passages) =>
      passages.map(({ source, ordinal, version }) => {
        const all = entriesOf.get(source)
        const entry = all?.[ordinal]
        if (entry === undefined || entry.passage.version !== version) return undefined
        return {
          sentences: entry.readings,
          context: entry.contextTerms,
          nearby: [...(all?.[ordinal - 1]?.terms ?? []), ...(all?.[ordinal + 1]?.terms ?? [])],
        }
      }),
    lookUp: async (tokens) => tokens.map((token) => vocabulary.lookUp(token)),
    frequencies: async (terms) => terms.map((term) => vocabulary.frequency(term)),
    acronyms: async (terms) => acronyms.about(terms),
    statistics: async () => vocabulary.statistics(),
  }
}
