import type { Message } from '../domain/message.ts'
import type { WeightedTerm } from '../index/port.ts'
import type { ReadLanguage } from '../language/languages.ts'
import type { Label } from './labels.ts'
import type { Replacement } from './replacement.ts'
import type { Dates, Restrictions } from './restrictions.ts'

/** The kind of thing that a question asks for. */
export type AnswerType = 'person' | 'place' | 'time' | 'year' | 'number' | 'money' | 'percentage' | 'reason'

/** One thing in a question, with every way in which the library may write it. */
export type Concept = {
  /** As the asker wrote it. */
  readonly surface: string
  /** The same, folded as the index folds words. */
  readonly folded: string
  /** Its inverse document frequency, reduced for words that only frame the question. */
  readonly weight: number
  /** Each is a way to write it: terms that must all be close together. */
  readonly alternatives: readonly (readonly string[])[]
  /** Those of the alternatives that come from acronyms. */
  readonly otherNames: readonly (readonly string[])[]
  /** What to search the index for. */
  readonly terms: readonly WeightedTerm[]
  /** Whether the asker wrote it as a name. */
  readonly isName: boolean
  /** Whether it is a verb. */
  readonly isVerb: boolean
  /** Whether it is a number, such as a year. */
  readonly isNumber: boolean
  /** Whether no passage has it as typed, so that another word was guessed. */
  readonly isReplaced: boolean
  /** Whether no passage has it in any form. */
  readonly isUnknown: boolean
}

/** What a question means, apart from its wording. */
export type Interpretation = {
  readonly concepts: readonly Concept[]
  /** The terms of all concepts, to search the index for. */
  readonly terms: readonly WeightedTerm[]
  /** All words of the question, folded, in order, after those of an earlier question that it follows. */
  readonly words: readonly string[]
  readonly expects: AnswerType | null
  /** What tells the things asked about from others of their kind. */
  readonly labels: readonly Label[]
  readonly restrictions: Restrictions
  readonly dates: Dates
  readonly replacements: readonly Replacement[]
  readonly notes: readonly Message[]
}

/** A question, interpreted. */
export type Query = Interpretation & {
  readonly question: string
  /** By whose rules it was read. */
  readonly language: ReadLanguage
}
