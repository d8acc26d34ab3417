/** A full stop after a word, and what stands around it. */
export type Stop = {
  /** The sentence so far, up to the word; only its end if it is long. */
  readonly lead: string
  /** The word, without its full stop. */
  readonly before: string
  /** The word that follows, as written; a mark, if one stands before the word. */
  readonly next: string
  /** The character behind that word. */
  readonly following: string
  /** Whether the word is the first of its sentence. */
  readonly opensSentence: boolean
}

/** By which words a language tells the full stop of an abbreviation. Words are folded. */
export type StopTable = {
  /** Stand before what they belong to: `Dr. Meier`, `vs. Stone`, `z. B. Meier`. The full stop never ends a sentence. */
  readonly titles: ReadonlySet<string>
  /** Those of them that are words as well, in lower case: `gen`, `rep`. */
  readonly alsoWords: ReadonlySet<string>
  /** Stand before a number or a letter: `vol. II`, `Abs. 3`, `app. B`. */
  readonly references: ReadonlySet<string>
  /** Written with a capital, may end a sentence or be inside one; the next word decides. */
  readonly shortForms: ReadonlySet<string>
  /** Titles that also stand behind a name: `St. Paul`, `Elm St.` */
  readonly behindNames: ReadonlySet<string>
  /** Words that open a sentence and are hardly ever part of a name. */
  readonly openers: ReadonlySet<string>
  /** Nouns that a letter tells apart: `vitamin C`. */
  readonly labelledNouns: ReadonlySet<string>
  /** Nouns that open a numbered part of a document: `Section 3.` */
  readonly parts: ReadonlySet<string>
  /** Follow a time of day in its sentence: `5 p.m. Monday`. */
  readonly daysAndZones: ReadonlySet<string>
  /** A sentence so far that is nothing but the time of what follows: `At 6` before `p.m.` */
  readonly onlyTime: RegExp | null
  /** Whether a word that opens no sentence as such may do so behind a small word and its full stop, without a space. */
  readonly opensGlued: (before: string, next: string) => boolean
  /** What only this language has, such as ordinals with a full stop. */
  readonly goesOn: (stop: Stop, opener: boolean) => boolean
}

/** Titles and the like that a text in any language may have. */
export const sharedTitles = 'mr mrs ms messrs mme mlle dr prof st vs cf'
