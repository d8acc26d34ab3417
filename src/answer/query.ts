import type { Message } from '../domain/message.ts'
import type { WeightedTerm } from '../index/port.ts'
import type { Replacement } from './replacement.ts'
import type { Dates, Restrictions } from './restrictions.ts'

/** What kind of thing a question asks for, where its words say so. */
export type AnswerType = 'person' | 'place' | 'time' | 'year' | 'number' | 'money' | 'percentage' | 'reason'

/** One thing that a question speaks of, in every way in which the library may write it. */
export type Concept = {
  /** As the asker wrote it. */
  readonly surface: string
  /** The same as the index folds it: what stands in a text in the same form reads so. */
  readonly folded: string
  /** How much finding it tells: its inverse document frequency, less for words that only frame the question. */
  readonly weight: number
  /** Each a way to write it: terms that must all stand close together. */
  readonly alternatives: readonly (readonly string[])[]
  /** Those of them that acronyms of the library give. */
  readonly otherNames: readonly (readonly string[])[]
  /** What to look up in the index for it. */
  readonly terms: readonly WeightedTerm[]
  /** Whether the asker wrote it as a name. */
  readonly isName: boolean
  /** Whether it says what is done rather than who or what. */
  readonly isVerb: boolean
  /** Whether it is a number, such as a year. */
  readonly isNumber: boolean
  /** Whether no passage has it as it was typed, and what was meant is a guess. */
  readonly isReplaced: boolean
  /** Whether no passage has it in any way. */
  readonly isUnknown: boolean
}

/** What a question says, whoever asks it. */
export type Interpretation = {
  readonly concepts: readonly Concept[]
  /** What to look up in the index: of every concept. */
  readonly terms: readonly WeightedTerm[]
  /** All words of the question, folded, in order; those of an earlier one that it follows stand before them. */
  readonly words: readonly string[]
  readonly expects: AnswerType | null
  readonly restrictions: Restrictions
  readonly dates: Dates
  readonly replacements: readonly Replacement[]
  readonly notes: readonly Message[]
}

/** A question, interpreted. */
export type Query = Interpretation & { readonly question: string }
