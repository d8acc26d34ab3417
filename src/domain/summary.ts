import type { CitedQuote } from './citation.ts'
import type { SourceId } from './source.ts'

/** The default and the maximum number of sentences in a summary. */
export const defaultSentences = 4
export const maxSentences = 20

/** Sentences that represent a source: verbatim, in source order, each cited. */
export type Summary = {
  readonly source: SourceId
  readonly titleShown: string
  readonly titleIsDerived: boolean
  readonly sentences: readonly CitedQuote[]
  /** How many body sentences the source has. */
  readonly of: number
}
