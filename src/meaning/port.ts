import type { PassageKey } from '../domain/passage.ts'
import type { SourceId } from '../domain/source.ts'

/** How like a question a passage and each of its sentences are in meaning: cosines, 1 for the same. */
export type Likeness = { readonly passage: number; readonly sentences: readonly number[] }

/** A question compared with the passages of a library. */
export type Comparison = {
  /** The passages most like the question in meaning, best first; ties are in order of source id, then of position. */
  readonly nearest: readonly PassageKey[]
  /**
   * Undefined for a passage that has not been encoded yet; null for one that never is, since the encoder does not know
   * its language.
   */
  likenessOf(passage: PassageKey): Likeness | null | undefined
}

/** Compares questions with passages by what they mean; it returns positions and figures, never text. */
export type Meaning = {
  /**
   * @param options `limit` is the most of `nearest`; `sources` are those to choose them from, all if not given
   * @returns null while nothing can be compared: no encoder runs, or no passage has been encoded yet
   */
  compare(
    question: string,
    options: { readonly limit: number; readonly sources?: ReadonlySet<SourceId> | undefined },
  ): Promise<Comparison | null>
  /** Whether a passage never gets a vector, since the encoder does not know its language. */
  isLeftOut(passage: PassageKey): boolean
  /** How many passages have a vector. */
  encoded(): number
  /** How many never get one, since the encoder does not know their language. */
  leftOut(): number
}
