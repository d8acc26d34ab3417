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
