import lunr from 'lunr'
import type { SourceId } from '../domain/source.ts'
import type { Entry } from './entry.ts'
import type { WeightedTerm } from './port.ts'

/** An immutable lunr index over some passages, and which of them still count. */
export type Segment = {
  readonly index: lunr.Index
  /** lunr's reference of a passage is its position here. */
  readonly entries: readonly Entry[]
  readonly live: ReadonlySet<SourceId>
}

/** Builds an index over `entries`. Synchronous; its cost grows with the text. */
export const buildSegment = (entries: readonly Entry[]): Segment => {
  const builder = new lunr.Builder()
  builder.ref('ref')
  builder.field('terms')
  builder.field('contextTerms')
  // Documents and questions are analysed by our pipeline, so lunr's own gets the finished terms.
  // lunr types its tokeniser as a function with static members, which it never reads here.
  const finished = (terms: readonly string[]): lunr.Token[] => terms.map((term) => new lunr.Token(term, {}))
  builder.tokenizer = finished as unknown as typeof builder.tokenizer
  for (const [ref, { terms, contextTerms }] of entries.entries()) builder.add({ ref: String(ref), terms, contextTerms })
  return { index: builder.build(), entries, live: new Set(entries.map(({ passage }) => passage.source)) }
}

/**
 * The live passages that hold any of `terms`. Terms go in as terms: nothing a person types reaches lunr's query
 * language, which throws on or runs out of memory over it.
 */
export const candidatesOf = (segment: Segment, terms: readonly WeightedTerm[]): readonly Entry[] =>
  segment.index
    .query((query) => {
      for (const { term } of terms) query.term(term, { usePipeline: false })
    })
    .flatMap(({ ref }) => {
      const entry = segment.entries[Number(ref)]
      return entry !== undefined && segment.live.has(entry.passage.source) ? [entry] : []
    })

/** The passages of a segment that still count. */
export const liveEntries = (segment: Segment): readonly Entry[] =>
  segment.entries.filter(({ passage }) => segment.live.has(passage.source))
