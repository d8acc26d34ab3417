import { andList, inMarks, type Message, msg, plural } from '../domain/message.ts'
import type { Analyser, Correction, TermKnowledge, Token } from '../index/port.ts'
import type { Compound } from './compounds.ts'
import type { Candidate } from './rank.ts'

/** A word that no source has as typed, and what is searched for instead. */
export type Replacement = {
  readonly typed: string
  /** Each is a way in which the library writes it, as terms. */
  readonly alternatives: readonly (readonly string[])[]
  /** The folded form, to show if no candidate has it; null if only terms are known. */
  readonly form: string | null
}

/** Whether no source has a word, in any spelling, nor another of its family. */
export const isLacking = ({ passages, variants, relatives }: TermKnowledge): boolean =>
  passages === 0 && variants.length === 0 && relatives.length === 0

/** How a word of a question is capitalised. */
type Writing = 'plain' | 'name' | 'abbreviation'

const writingOf = (text: string, { start, end }: Token, isName: boolean): Writing => {
  // In a text all in capitals, they tell nothing.
  if (!/\p{Ll}/u.test(text)) return 'plain'
  if (/\p{Lu}/u.test(text.slice(start + 1, end))) return 'abbreviation'
  return isName ? 'name' : 'plain'
}

/** Letters that a name must have for one typo in it, or two, to be more likely than another name. */
const minLettersForOne = 5
const minLettersForTwo = 10

/**
 * Whether a word may be a typo for a correction. A name needs more evidence, since it may be of somebody whom the
 * library does not know: among words of SQuAD's questions that a library lacks, names with another initial, short ones,
 * and those two letters away were nearly always other names. An abbreviation has no spelling to go by.
 */
const isTypo = (folded: string, writing: Writing, { form, slips }: Correction): boolean => {
  switch (writing) {
    case 'plain':
      return slips === 1 || folded[0] === form[0]
    case 'abbreviation':
      return false
    case 'name':
      return (
        folded[0] === form[0] &&
        (slips === 1
          ? folded.length >= minLettersForOne
          : folded.length >= minLettersForTwo && folded.at(-1) === form.at(-1))
      )
  }
}

/**
 * What to search for instead of a word of `text`: a compound, the word that it is one typo away from, its spelling in
 * the library, or a word two typos away.
 * @returns null for a word that the library has, or has nothing similar to
 */
export const replacementOf = (
  token: Token,
  text: string,
  isName: boolean,
  { passages, variants, relatives, corrections }: TermKnowledge,
  compound: Compound | undefined,
): Replacement | null => {
  if (compound) return { typed: compound.typed, alternatives: [compound.terms], form: compound.forms.join(' ') }
  if (passages > 0 || relatives.length > 0) return null
  const typed = text.slice(token.start, token.end)
  const writing = writingOf(text, token, isName)
  const meant = corrections.find((each) => isTypo(token.folded, writing, each))
  if (meant && (meant.slips === 1 || variants.length === 0))
    return { typed, alternatives: [[meant.term]], form: meant.form }
  return variants.length > 0 ? { typed, alternatives: variants.map((term) => [term]), form: null } : null
}

/** How the first of `texts` with the words of a replacement writes them; null if none has them. */
const writtenIn = (
  texts: readonly string[],
  { alternatives, form }: Replacement,
  { analyse }: Analyser,
): string | null => {
  const ways = form === null ? alternatives : [form.split(' ')]
  for (const text of texts) {
    const tokens = analyse(text)
    const isAt = (way: readonly string[], at: number): boolean =>
      way.every((word, i) => tokens[at + i]?.[form === null ? 'term' : 'folded'] === word)
    for (const [at, { start }] of tokens.entries())
      for (const way of ways)
        if (isAt(way, at)) return text.slice(start, tokens[at + way.length - 1]?.end).replace(/['’]s$/, '')
  }
  return null
}

/** `word` with a capital if the asker typed one: some documents have none. */
const asTyped = (word: string, typed: string): string =>
  /^\p{Lu}/u.test(typed) ? word.charAt(0).toUpperCase() + word.slice(1) : word

/** Notes on which words were searched for instead of others, as the best candidates write them. */
export const replacementNotes = (
  replacements: readonly Replacement[],
  candidates: readonly Candidate[],
  analyser: Analyser,
): readonly Message[] => {
  if (replacements.length === 0) return []
  const texts = candidates.flatMap(({ passage, at }) => passage.sentences[at]?.text ?? [])
  const told = replacements.flatMap((replacement) => {
    const written = writtenIn(texts, replacement, analyser) ?? replacement.form
    return written === null ? [] : [{ typed: replacement.typed, written: asTyped(written, replacement.typed) }]
  })
  if (told.length === 0) return []
  const typed = andList(inMarks(told.map((each) => each.typed)))
  const written = andList(inMarks(told.map((each) => each.written)))
  return [
    plural(
      told.length,
      msg`${typed} is in no source; searched for ${written}.`,
      msg`${typed} are in no source; searched for ${written}.`,
    ),
  ]
}
