import type { Analyser, PassageIndex, PassageReading, Word } from '../search/port.ts'
import type { QuestionSyntax } from './question-syntax.ts'

/** Words that stand side by side in this order, folded. */
type Phrase = readonly string[]

/** What a passage must and must not hold besides what is asked. */
export type Restrictions = {
  /** Each with its terms, which are all that the index knows of a title. */
  readonly phrases: readonly { readonly words: Phrase; readonly terms: Phrase }[]
  readonly excludedPhrases: readonly Phrase[]
  /** Terms of single words that are left out, in every spelling that the library has. */
  readonly excludedTerms: readonly string[]
}

/** The restrictions of a question; `words` are those of its text. */
export const restrictionsOf = async (
  { phrases, excluded }: Pick<QuestionSyntax, 'phrases' | 'excluded'>,
  words: readonly Word[],
  index: PassageIndex,
  { analyse, tokenise, termOf }: Analyser,
): Promise<Restrictions> => {
  const wanted = phrases
    .map(({ start, end }) => words.filter((word) => start <= word.start && word.end <= end))
    .map((phrase) => phrase.map(({ folded }) => folded))
    .filter(({ length }) => length > 0)
  const unwanted = excluded.map((each) => ({
    words: tokenise(each).map(({ folded }) => folded),
    tokens: analyse(each),
  }))
  // A stop word has no term, so it is left out as a phrase of one word.
  const isSingle = ({ words: own, tokens }: (typeof unwanted)[number]): boolean =>
    own.length === 1 && tokens.length === 1
  const single = unwanted.filter(isSingle).flatMap(({ tokens }) => tokens)
  const known = single.length === 0 ? [] : await index.lookUp(single)
  return {
    phrases: wanted.map((phrase) => ({ words: phrase, terms: phrase.flatMap((word) => termOf(word) ?? []) })),
    excludedPhrases: unwanted.filter((each) => !isSingle(each)).map((each) => each.words),
    excludedTerms: single.flatMap(({ term }, at) => [term, ...(known[at]?.variants ?? [])]),
  }
}

/** Whether `phrase` stands in `words`, side by side and in order. */
export const holdsInOrder = (words: readonly string[], phrase: readonly string[]): boolean =>
  phrase.length > 0 && words.some((_, at) => phrase.every((word, i) => words[at + i] === word))

/** Whether every phrase that must be found stands in a sentence of these words. */
export const holdsPhrases = ({ phrases }: Restrictions, words: readonly string[]): boolean =>
  phrases.every((phrase) => holdsInOrder(words, phrase.words))

/** Whether a passage keeps to the restrictions that the index cannot tell: a phrase may stand in its title as well. */
export const admits = ({ phrases, excludedPhrases }: Restrictions, { sentences, context }: PassageReading): boolean => {
  if (phrases.length === 0 && excludedPhrases.length === 0) return true
  const words = sentences.flatMap((sentence) => sentence.words)
  return (
    phrases.every((phrase) => holdsInOrder(words, phrase.words) || holdsInOrder(context, phrase.terms)) &&
    !excludedPhrases.some((phrase) => holdsInOrder(words, phrase))
  )
}
