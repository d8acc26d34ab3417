import { andList, inMarks, type Message, msg, plural } from '../domain/message.ts'
import type { Analyser, Correction, TermKnowledge, Token } from '../index/port.ts'
import type { Compound } from './compounds.ts'
import type { Candidate } from './rank.ts'

/** A word that no source has as it was typed, and what is searched for in its place. */
export type Replacement = {
  readonly typed: string
  /** Each a way in which the library writes it, as terms. */
  readonly alternatives: readonly (readonly string[])[]
  /** How to write it where none of them is in sight, folded; null when only the terms are known. */
  readonly form: string | null
}

/** Whether a word is in no source, in any spelling, nor is another of its family. */
export const isLacking = ({ passages, variants, relatives }: TermKnowledge): boolean =>
  passages === 0 && variants.length === 0 && relatives.length === 0

/** How a word of a question is written. */
type Writing = 'plain' | 'name' | 'abbreviation'

const writingOf = (text: string, { start, end }: Token, isName: boolean): Writing => {
  // In a text all in capitals, capitals single nothing out.
  if (!/\p{Ll}/u.test(text)) return 'plain'
  if (/\p{Lu}/u.test(text.slice(start + 1, end))) return 'abbreviation'
  return isName ? 'name' : 'plain'
}

/** Letters that a name needs for one slip in it to be told from another name, and for two. */
const lettersForOne = 5
const lettersForTwo = 10

/**
 * Whether a word may be a slip of the hand for `meant`. It takes more to believe of a name, which may be of somebody whom
 * the library does not know: of the words that SQuAD's questions have and a library lacks, names that begin otherwise, are
 * short, or are two letters away were other names nearly always. An abbreviation has no spelling to go by.
 */
const isSlip = (folded: string, writing: Writing, { form, slips }: Correction): boolean => {
  switch (writing) {
    case 'plain':
      return slips === 1 || folded[0] === form[0]
    case 'abbreviation':
      return false
    case 'name':
      return (
        folded[0] === form[0] &&
        (slips === 1 ? folded.length >= lettersForOne : folded.length >= lettersForTwo && folded.at(-1) === form.at(-1))
      )
  }
}

/**
 * What is searched for in the place of a word of `text`: the compound that it is in the library, the word that one slip of
 * the hand made it from, its spelling in the library, or a word that is two slips away. Null for a word that the library
 * has, or has nothing like.
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
  const meant = corrections.find((each) => isSlip(token.folded, writing, each))
  if (meant && (meant.slips === 1 || variants.length === 0))
    return { typed, alternatives: [[meant.term]], form: meant.form }
  return variants.length > 0 ? { typed, alternatives: variants.map((term) => [term]), form: null } : null
}

/** How the first of `texts` that has the words of a replacement writes them; null when none has. */
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

/** `word` with a capital where the asker typed one: some documents have none. */
const asTyped = (word: string, typed: string): string =>
  /^\p{Lu}/u.test(typed) ? word.charAt(0).toUpperCase() + word.slice(1) : word

/** Tells the asker which words were searched for in the place of others, as the best candidates write them. */
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
