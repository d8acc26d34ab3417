import type { Analyser, TermKnowledge } from '../search/port.ts'
import type { Compound } from './compounds.ts'
import type { Candidate } from './rank.ts'

/** A word that no source has as it was typed, and what is searched for in its place. */
export type Correction = {
  readonly typed: string
  /** Each a way in which the library writes it, as terms. */
  readonly alternatives: readonly (readonly string[])[]
  /** How to write it where none of them is in sight, folded; null when only the terms are known. */
  readonly form: string | null
}

/** Whether a word is in no source, in any spelling, nor is another of its family. */
export const isLacking = ({ passages, variants, relatives }: TermKnowledge): boolean =>
  passages === 0 && variants.length === 0 && relatives.length === 0

/**
 * What is searched for in the place of `typed`: the compound that it is in the library, its spelling there, or the
 * likeliest word that a slip of the hand made it from. Null for a word that the library has, or has nothing like.
 */
export const correctionOf = (
  typed: string,
  knowledge: TermKnowledge,
  compound: Compound | undefined,
): Correction | null => {
  if (compound) return { typed: compound.typed, alternatives: [compound.terms], form: compound.forms.join(' ') }
  const { passages, variants, corrections } = knowledge
  if (passages === 0 && variants.length > 0) return { typed, alternatives: variants.map((term) => [term]), form: null }
  const [likeliest] = isLacking(knowledge) ? (corrections ?? []) : []
  return likeliest ? { typed, alternatives: [[likeliest.term]], form: likeliest.form } : null
}

/** How the first sentence that has one of `alternatives` writes it; null when none of `texts` does. */
const writtenIn = (
  texts: readonly string[],
  alternatives: Correction['alternatives'],
  { analyse }: Analyser,
): string | null => {
  for (const text of texts) {
    const tokens = analyse(text)
    for (const [at, { start }] of tokens.entries())
      for (const terms of alternatives) {
        const last = tokens[at + terms.length - 1]
        if (last && terms.every((term, i) => tokens[at + i]?.term === term)) return text.slice(start, last.end)
      }
  }
  return null
}

/** Writes a folded word with a capital where the asker typed one. */
const asTyped = (form: string, typed: string): string =>
  /^\p{Lu}/u.test(typed) ? form.charAt(0).toUpperCase() + form.slice(1) : form

/** What the asker is told of the words that were searched for in the place of others, as the best candidates write them. */
export const correctionNotes = (
  corrections: readonly Correction[],
  candidates: readonly Candidate[],
  analyser: Analyser,
): readonly string[] =>
  corrections.flatMap(({ typed, alternatives, form }) => {
    const texts = candidates.flatMap(({ passage, at }) => passage.sentences[at]?.text ?? [])
    const written = writtenIn(texts, alternatives, analyser) ?? (form === null ? null : asTyped(form, typed))
    return written === null ? [] : [`“${typed}” is in no source; searched for “${written}”.`]
  })
