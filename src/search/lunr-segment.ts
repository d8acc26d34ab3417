import lunr from 'lunr'
import type { SourceId } from '../domain/source.ts'
import type { Analyser, IndexedPassage, WeightedTerm } from './port.ts'

/** An immutable lunr index over some passages, and which of them still count. */
export type Segment = {
  readonly index: lunr.Index
  /** lunr's reference of a passage is its position here. */
  readonly entries: readonly IndexedPassage[]
  readonly live: ReadonlySet<SourceId>
}

/** Builds an index over `entries`. Synchronous; its cost grows with the text. */
export const buildSegment = (entries: readonly IndexedPassage[], { analyse }: Analyser): Segment => {
  const builder = new lunr.Builder()
  builder.ref('ref')
  builder.field('text')
  builder.field('context', { boost: 0.5 })
  // Documents and questions are analysed by our pipeline, so lunr's own gets the finished terms.
  const terms = (text: string): lunr.Token[] => analyse(text).map(({ term }) => new lunr.Token(term, {}))
  // lunr types its tokeniser as a function with static members, which it never reads here.
  builder.tokenizer = ((text: string) => terms(text)) as unknown as typeof builder.tokenizer
  for (const [ref, { passage, text }] of entries.entries())
    builder.add({ ref: String(ref), text, context: passage.context })
  return { index: builder.build(), entries, live: new Set(entries.map(({ passage }) => passage.source)) }
}

/**
 * The live passages that hold any of `terms`, best first by lunr's score. Terms go in as terms: nothing a person types
 * reaches lunr's query language, which throws on or runs out of memory over it.
 */
export const candidatesOf = (segment: Segment, terms: readonly WeightedTerm[]): readonly IndexedPassage[] =>
  segment.index
    .query((query) => {
      for (const { term, weight } of terms) query.term(term, { usePipeline: false, boost: weight })
    })
    .flatMap(({ ref }) => {
      const entry = segment.entries[Number(ref)]
      return entry !== undefined && segment.live.has(entry.passage.source) ? [entry] : []
    })

/** The passages of a segment that still count. */
export const liveEntries = (segment: Segment): readonly IndexedPassage[] =>
  segment.entries.filter(({ passage }) => segment.live.has(passage.source))
