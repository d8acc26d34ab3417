import type { SourceId } from './source.ts'
import type { Span } from './span.ts'

/** An indexed run of a source: a paragraph or a few short ones, about 40 to 200 words. Passages of a source never overlap. */
export type Passage = Span & {
  readonly source: SourceId
  /** `Source.version` of the text that the spans count in. */
  readonly version: string
  /** Position among the source's passages, from 0. */
  readonly ordinal: number
  readonly sentences: readonly Span[]
  /** Words that help to find the passage and are not its own: title, headings, the question that it answers. */
  readonly context: string
}

/** A passage that an index proposes, with the index's score. */
export type Hit = { readonly passage: Passage; readonly score: number }

/** Hits, best first; ties stand by source id, then by place. */
export type Ranking = readonly Hit[]
