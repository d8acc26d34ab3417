import type { Citation } from './citation.ts'
import type { Quote } from './quote.ts'
import type { SourceId } from './source.ts'

/** How many sentences a summary has where nobody says, and at most. */
export const usualSentences = 4
export const mostSentences = 20

/** Sentences that stand for a source: verbatim, in source order, each cited. */
export type Summary = {
  readonly source: SourceId
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly sentences: readonly { readonly quote: Quote; readonly citation: Citation }[]
  /** How many body sentences the source has. */
  readonly of: number
}
