import type { SourceId } from './source.ts'
import type { Span } from './span.ts'

/** An indexed part of a source: a paragraph or a few short ones, about 40 to 200 words. Passages never overlap. */
export type Passage = Span & {
  readonly source: SourceId
  /** `Source.version` of the text that the spans count in. */
  readonly version: string
  /** Position among the source's passages, from 0. */
  readonly ordinal: number
  readonly sentences: readonly Span[]
  /** Text around the passage that helps to find it: title, headings, the question that it answers. */
  readonly context: string
}

/** Which passage: its source, the version of that, and its position among the source's passages. */
export type PassageKey = Pick<Passage, 'source' | 'version' | 'ordinal'>

/** A passage found by an index, with its score. */
export type Hit = { readonly passage: Passage; readonly score: number }

/** Hits, best first; ties are in order of source id, then of position. */
export type Ranking = readonly Hit[]
