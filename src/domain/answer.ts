import type { CitedQuote } from './citation.ts'
import type { Message } from './message.ts'

/**
 * How a quote matches a word of the question; `words` are the quote's own, verbatim. The first kind that applies wins.
 */
export type WordFound =
  | { readonly kind: 'as-asked' }
  /** In another form, in another spelling, or as a word of the same family. */
  | { readonly kind: 'other-form'; readonly words: readonly string[] }
  /** Through an acronym that the library expands, in either direction. */
  | { readonly kind: 'acronym'; readonly words: readonly string[] }
  /** What was searched for instead of a word that no source has. */
  | { readonly kind: 'replaced'; readonly words: readonly string[] }
  /** In its title, its headings or the question that it answers. */
  | { readonly kind: 'context' }
  /** Only a word of similar meaning; `likeness` is 0 to 1. */
  | { readonly kind: 'related'; readonly words: readonly string[]; readonly likeness: number }
  /** Elsewhere in the same passage. */
  | { readonly kind: 'passage' }
  /** In the passages before or after. */
  | { readonly kind: 'nearby' }
  | { readonly kind: 'missing' }
  /** In no source at all. */
  | { readonly kind: 'unknown' }

/** A word of the question, as asked, and its share of the question's weight, 0 to 1. */
export type WordExplained = { readonly word: string; readonly share: number; readonly found: WordFound }

/** A feature's value, and what it adds to a score. */
export type Effect = { readonly name: string; readonly label: string; readonly value: number; readonly adds: number }

/**
 * What the features of one topic add up to, largest effect first. They measure much the same thing in different ways,
 * so one may cancel another; the sum is what counts.
 */
export type TopicEffect = { readonly label: string; readonly adds: number; readonly effects: readonly Effect[] }

/** A score and its parts, largest effect first. */
export type ScoreExplained = { readonly score: number; readonly topics: readonly TopicEffect[] }

/** Why a quote ranks where it does. */
export type QuoteExplained = {
  readonly words: readonly WordExplained[]
  /** Phrases of the quote, verbatim, that the question has in the same order. */
  readonly runs: readonly string[]
  /** The expected answer, such as `a year`, and whether the quote has one; null when the question does not say. */
  readonly asksFor: { readonly label: string; readonly isShown: boolean | null } | null
  /** The score of its passage, among the passages. */
  readonly passage: ScoreExplained
  /** The score of its best sentence, among the sentences of the best passages. */
  readonly sentence: ScoreExplained
}

/** Why an answer is what it is. Scores are rounded to four places. */
export type Explanation = {
  /** One a quote, in order; for a silent answer, of the closest quote, if there is one. */
  readonly quotes: readonly QuoteExplained[]
  readonly confidence: {
    /** The confidence below which Quoth gives no quotes; depends on the library's size. */
    readonly silentBelow: number
    /** What raises and lowers the log-odds that the library answers; largest first. */
    readonly topics: readonly TopicEffect[]
  }
  /** Why there is no quote, in a whole sentence; null when there are quotes. */
  readonly silence: string | null
}

/** The words of a quote in another source. `isSame`: all of them, without others; if not, they differ a little. */
export type OtherPlace = CitedQuote & { readonly isSame: boolean }

/** A quote in an answer. `rank` counts from 1; `score` has no unit and compares quotes of one answer only. */
export type RankedQuote = CitedQuote & {
  readonly rank: number
  readonly score: number
  /** Where else the library says it, at most eight places; absent when nowhere. */
  readonly alsoIn?: readonly OtherPlace[]
}

/** A question that a follow-up refers to, and whether only the asker could see it. */
export type EarlierQuestion = { readonly text: string; readonly isPrivate: boolean }

type Answered = {
  readonly question: string
  /** The estimated probability that the first quote answers, 0 to 1. */
  readonly confidence: number
  /** Whether the first quote is more likely wrong than right; present only if so. */
  readonly isWeak?: true
  /** Whether the first quote, or the first of `nearest`, has no keyword of the question; present only if so. */
  readonly byMeaning?: true
  /** When silent, the quotes that come closest, best first, at most three. They may or may not answer. */
  readonly nearest: readonly CitedQuote[]
  /** Words of the question that no source has, as the asker wrote them. */
  readonly unknownTerms: readonly string[]
  /** How the question was interpreted, in whole sentences. */
  readonly notes: readonly Message[]
  /** How many sources were searched. */
  readonly searched: number
  /** The earlier questions that it follows up on, oldest first; absent when there are none. */
  readonly earlier?: readonly EarlierQuestion[]
  /** Present only when it was asked for. */
  readonly explanation?: Explanation
}

/** Quotes that answer a question, or an explicit silence. `quoted` has at least one quote. */
export type Answer =
  | (Answered & {
      readonly kind: 'quoted'
      readonly quotes: readonly RankedQuote[]
      /** How many more quotes can be asked for; an answer has at most eight. */
      readonly more: number
      /** How many stories the quoted sources tell; present only if fewer than there are sources. */
      readonly origins?: number
    })
  | (Answered & { readonly kind: 'silent'; readonly quotes: readonly [] })
