import { plainForm } from './letters.ts'
import type { StopTable } from './stop-table.ts'

/** What a question may ask for. */
export type AskedType = 'percentage' | 'money' | 'year' | 'time' | 'number' | 'person' | 'place' | 'reason'

/** How a language is read, besides English. Words are folded: in lower case, without accents. */
export type LanguageRules = {
  /** Words that say nothing of a text's topic, those that ask included. */
  readonly stopWords: ReadonlySet<string>
  /** Words that frame a question and seldom stand in its answer. */
  readonly framingWords: ReadonlySet<string>
  /** Whether every noun has a capital, so that it does not tell a name. */
  readonly nounsHaveCapitals: boolean
  /** Whether a word and its parts are looked for in one another, as in `Haftpflichtversicherung`. */
  readonly hasCompounds: boolean
  /** What is cut from the start of a word, as in `l'eau`; null for nothing. */
  readonly elision: RegExp | null
  /** A folded word as the stemmer takes it: with accents that it needs, without what it would leave in front. */
  readonly beforeStemming: (word: string) => string
  /** A stem without what the stemmer leaves. */
  readonly afterStemming: (stem: string) => string
  /** By which words a full stop is read. */
  readonly stops: StopTable
  /** A question has one of these words if it asks at all. */
  readonly questionWord: RegExp
  /** The types of answer by the questions that ask for them; the first that matches counts. */
  readonly asks: readonly (readonly [AskedType, RegExp])[]
  /** The noun that is asked for, as its group. */
  readonly focus: RegExp
  readonly numberWords: ReadonlySet<string>
  readonly timeWords: ReadonlySet<string>
  /** What shows in a sentence that it tells a time, an amount of money, a share or a reason. */
  readonly relativeTime: RegExp
  readonly money: RegExp
  readonly percentage: RegExp
  readonly reason: RegExp
  /** A place behind its preposition, and a name of two parts; each part is a group. */
  readonly placeName: RegExp
  readonly personName: RegExp
}

/** The words of a list, folded. */
export const foldedWords = (list: string): ReadonlySet<string> => new Set(plainForm(list).trim().split(/\s+/))
