import { type Message, msg, plural } from '../domain/message.ts'
import type { Passage } from '../domain/passage.ts'
import type { SourceId } from '../domain/source.ts'
import type { Analyser, PassageReading, PassageSearch, Word } from '../index/port.ts'
import { holdsRun } from '../language/word-runs.ts'
import type { ReadableLibrary } from '../library/port.ts'
import { compareDates, type QuestionSyntax } from './question-syntax.ts'

/** Folded words, to be found side by side in this order. */
type Phrase = readonly string[]

/** What a passage must and must not have. */
export type Restrictions = {
  readonly phrases: readonly Phrase[]
  /** Terms that a passage with the phrases must have, in itself or its context. */
  readonly phraseTerms: readonly string[]
  readonly excludedPhrases: readonly Phrase[]
  /** Terms of excluded single words, in every spelling that the library has. */
  readonly excludedTerms: readonly string[]
}

/** The restrictions of a question. @param words those of its text */
export const restrictionsOf = async (
  { phrases, excluded }: Pick<QuestionSyntax, 'phrases' | 'excluded'>,
  words: readonly Word[],
  index: PassageSearch,
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
  // A stop word has no term, so it is excluded as a phrase of one word.
  const isSingle = (each: (typeof unwanted)[number]): boolean => each.words.length === 1 && each.tokens.length === 1
  const single = unwanted.filter(isSingle).flatMap(({ tokens }) => tokens)
  const known = single.length === 0 ? [] : await index.lookUp(single)
  return {
    phrases: wanted,
    phraseTerms: [...new Set(wanted.flat().flatMap((word) => termOf(word) ?? []))],
    excludedPhrases: unwanted.filter((each) => !isSingle(each)).map((each) => each.words),
    excludedTerms: single.flatMap(({ term }, at) => [term, ...(known[at]?.variants ?? [])]),
  }
}

/** Whether a sentence has every required phrase. @param words those of the sentence */
export const holdsPhrases = ({ phrases }: Restrictions, words: readonly string[]): boolean =>
  phrases.every((phrase) => holdsRun(words, phrase))

/**
 * Whether a passage has the required phrases and none of the excluded ones. A required phrase is within one sentence,
 * or in the title or a heading above.
 */
export const admits = (
  { phrases, excludedPhrases }: Restrictions,
  { context }: Passage,
  { sentences }: PassageReading,
  { tokenise }: Analyser,
): boolean => {
  const isHeld = (phrase: Phrase): boolean => sentences.some(({ words }) => holdsRun(words, phrase))
  if (excludedPhrases.some(isHeld)) return false
  const missing = phrases.filter((phrase) => !isHeld(phrase))
  if (missing.length === 0) return true
  const contextWords = tokenise(context).map(({ folded }) => folded)
  return missing.every((phrase) => holdsRun(contextWords, phrase))
}

/** Bounds for the date of a source; null for none. */
export type Dates = { readonly before: string | null; readonly after: string | null }

/** The sources that are searched. */
type DatedSources = {
  /** Undefined for all of them. */
  readonly sources: ReadonlySet<SourceId> | undefined
  readonly count: number
  /** What the asker should know, in full sentences. */
  readonly notes: readonly Message[]
}

const isWithin = (issued: string, { before, after }: Dates): boolean =>
  (before === null || compareDates(issued, before) < 0) && (after === null || compareDates(issued, after) > 0)

const noneWithin = ({ before, after }: Dates): Message => {
  if (before === null) return msg`No source searched is dated after ${after ?? ''}.`
  if (after === null) return msg`No source searched is dated before ${before}.`
  return msg`No source searched is dated after ${after} and before ${before}.`
}

const undatedLeftOut = (count: number): Message =>
  plural(count, msg`1 source has no date and was left out.`, msg`${count} sources have no date and were left out.`)

/** The sources of `library`, or only the named one, whose date is known and within `dates`. */
export const datedSources = async (
  dates: Dates,
  named: SourceId | undefined,
  library: ReadableLibrary,
): Promise<DatedSources> => {
  if (dates.before === null && dates.after === null) {
    if (named !== undefined) return { sources: new Set([named]), count: 1, notes: [] }
    const count = await library.size()
    const notes =
      count === 0
        ? [msg`The library has no sources yet: put documents (PDF, Word, HTML, text, mail and others) into its folder.`]
        : []
    return { sources: undefined, count, notes }
  }
  const all = (await library.names()).filter(({ id }) => named === undefined || id === named)
  const within = all.filter(({ issued }) => issued !== null && isWithin(issued, dates))
  const undated = all.filter(({ issued }) => issued === null).length
  return {
    sources: new Set(within.map(({ id }) => id)),
    count: within.length,
    notes: [...(within.length === 0 ? [noneWithin(dates)] : []), ...(undated > 0 ? [undatedLeftOut(undated)] : [])],
  }
}
