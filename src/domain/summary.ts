import type { Citation } from './citation.ts'
import type { Quote } from './quote.ts'
import type { SourceId } from './source.ts'

/** Sentences that stand for a source: verbatim, in source order, each cited. */
export type Summary = {
  readonly source: SourceId
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly sentences: readonly { readonly quote: Quote; readonly citation: Citation }[]
  /** How many body sentences the source has. */
  readonly of: number
}
