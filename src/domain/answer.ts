import type { Citation } from './citation.ts'
import type { Message } from './message.ts'
import type { Quote } from './quote.ts'

/** How a quote has a word of the question; `words` are the quote's own, verbatim. The first kind that holds is told. */
export type WordFound =
  | { readonly kind: 'as-asked' }
  /** In another form, in another spelling, or as a word of the same family. */
  | { readonly kind: 'other-form'; readonly words: readonly string[] }
  /** Through an acronym that the library spells out, either way round. */
  | { readonly kind: 'acronym'; readonly words: readonly string[] }
  /** What was searched for in the place of a word that no source has. */
  | { readonly kind: 'replaced'; readonly words: readonly string[] }
  /** In its title, its headings or the question that it answers. */
  | { readonly kind: 'context' }
  /** Only a word that is like it in meaning; `likeness` is 0 to 1. */
  | { readonly kind: 'related'; readonly words: readonly string[]; readonly likeness: number }
  /** Elsewhere in the same passage. */
  | { readonly kind: 'passage' }
  /** In the passages before or after. */
  | { readonly kind: 'nearby' }
  | { readonly kind: 'missing' }
  /** In no source at all. */
  | { readonly kind: 'unknown' }

/** A word of the question, as it was asked, and how much of the question it is: 0 to 1. */
export type WordExplained = { readonly word: string; readonly share: number; readonly found: WordFound }

/** What one feature does: its value, and what that adds to a score. */
export type Effect = { readonly name: string; readonly label: string; readonly value: number; readonly adds: number }

/**
 * What the features of one topic add together, largest effect first. They measure much the same in different ways, so one
 * may take back what another adds; their sum is what tells.
 */
export type TopicEffect = { readonly label: string; readonly adds: number; readonly effects: readonly Effect[] }

/** A score and what it is the sum of, largest effect first. */
export type ScoreExplained = { readonly score: number; readonly topics: readonly TopicEffect[] }

/** Why a quote stands where it does. */
export type QuoteExplained = {
  readonly words: readonly WordExplained[]
  /** Runs of several words, verbatim, that stand in the question in the same order. */
  readonly runs: readonly string[]
  /** What is asked for, such as `a year`, and whether the quote shows one; null where its words do not tell. */
  readonly asksFor: { readonly label: string; readonly isShown: boolean | null } | null
  /** Of the passage that it is from, among the passages. */
  readonly passage: ScoreExplained
  /** Of its best sentence, among the sentences of the best passages. */
  readonly sentence: ScoreExplained
}

/** Why an answer is what it is. Scores are rounded to four places, and deterministic as the answer is. */
export type Explanation = {
  /** Of the quotes in their order; of a silence, of the sentence that comes nearest, if there is one. */
  readonly quotes: readonly QuoteExplained[]
  readonly confidence: {
    /** The confidence below which a library of that size is silent. */
    readonly silentBelow: number
    /** What speaks for an answer and against it, in log-odds that the library answers; largest first. */
    readonly topics: readonly TopicEffect[]
  }
  /** Why there is no quote, in a whole sentence; null when there are quotes. */
  readonly silence: string | null
}

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
  readonly notes: readonly Message[]
  /** How many sources were searched. */
  readonly searched: number
  /** The earlier questions that it was read with, oldest first; only where there are some. */
  readonly earlier?: readonly EarlierQuestion[]
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
