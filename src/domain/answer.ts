import type { Citation } from './citation.ts'
import type { Explanation } from './explanation.ts'
import type { Quote } from './quote.ts'
import type { Said } from './said.ts'

/** A quote in an answer. `rank` counts from 1; `score` orders the quotes of one answer and has no unit. */
export type RankedQuote = {
  readonly rank: number
  readonly quote: Quote
  readonly score: number
  readonly citation: Citation
}

/** A question that another one follows, and whether it was asked for the asker's eyes alone. */
export type EarlierQuestion = { readonly text: string; readonly isPrivate: boolean }

type Answered = {
  readonly question: string
  /** 0 to 1: how sure Quoth is that the first quote answers. */
  readonly confidence: number
  /** Sources whose matter is nearest to the question, best first, each cited at its nearest paragraph. */
  readonly nearest: readonly Citation[]
  /** Words of the question that no source of the library has, as the asker wrote them. */
  readonly unknownTerms: readonly string[]
  /** What the asker should know about how the question was read, in whole sentences. */
  readonly notes: readonly Said[]
  /** How many sources were searched. */
  readonly searched: number
  /** The earlier questions that it was read with, oldest first; only where there are some. */
  readonly follows?: readonly EarlierQuestion[]
  /** Why it is this answer; only when that was asked for. */
  readonly explanation?: Explanation
}

/** The library's words on a question, or an explicit silence. Never empty quotes with `quoted`. */
export type Answer =
  | (Answered & {
      readonly kind: 'quoted'
      readonly quotes: readonly RankedQuote[]
      /** How many more quotes there are to ask for, of eight at most in all. */
      readonly more: number
    })
  | (Answered & { readonly kind: 'silent'; readonly quotes: readonly [] })
