import { francAll } from 'franc-min'
import { englishStopWords } from './english/stop-words.ts'
import { frenchRules } from './french/rules.ts'
import { germanRules } from './german/rules.ts'
import type { LanguageRules } from './language-rules.ts'
import { plainForm } from './letters.ts'
import { spanishRules } from './spanish/rules.ts'

/** The languages that have rules of their own; other texts are read by those of English. */
export const readLanguages = ['en', 'de', 'fr', 'es'] as const
export type ReadLanguage = (typeof readLanguages)[number]

const rules: { readonly [L in Exclude<ReadLanguage, 'en'>]: LanguageRules } = {
  de: germanRules,
  fr: frenchRules,
  es: spanishRules,
}

/** The rules of a language, by its tag; null for English, and for a language without rules. */
export const rulesOf = (language: string | null): LanguageRules | null =>
  language !== null && Object.hasOwn(rules, language) ? rules[language as keyof typeof rules] : null

/** The same language; null if it has no rules of its own, so that nothing is known of its words. */
export const withRules = (language: string | null): ReadLanguage | null =>
  readLanguages.find((each) => each === language) ?? null

/** The language by whose rules a text is read. @param language its tag; null if it is unknown */
export const readAs = (language: string | null): ReadLanguage => withRules(language) ?? 'en'

const functionWordsOf = (language: ReadLanguage): ReadonlySet<string> =>
  rulesOf(language)?.stopWords ?? englishStopWords

/** The share of the words of a text that are function words of each language with rules. */
const shareOf = (words: readonly string[], language: ReadLanguage): number => {
  const known = functionWordsOf(language)
  return words.filter((word) => known.has(word)).length / Math.max(1, words.length)
}

const wordsOf = (text: string): readonly string[] => plainForm(text).match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * @param written as a record states a language, such as `de-AT` or `deu`
 * @returns the tag of the language alone; null for what is no tag
 */
export const languageTag = (written: string): string | null => {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i.test(written)) return null
  try {
    return new Intl.Locale(written.replaceAll('_', '-')).language
  } catch {
    return null
  }
}

/** Characters of a text that are read to tell its language, and that it must have. */
const maxCharactersRead = 4000
const minCharacters = 60
/** The least share of function words in running text; a table or a list of names has fewer. */
const minShare = 0.15

/** BCP 47 knows `de` where the detector says `deu`. */
const tagOf = (code: string): string => Intl.getCanonicalLocales(code)[0] ?? code

/**
 * The language of a document. A language with rules has to show in its function words as well, more than any other of
 * them: a page of names or figures is in no language.
 * @param text the beginning of its body
 * @returns a BCP 47 tag, such as `de`; null if the text does not tell
 */
export const languageOf = (text: string): string | null => {
  const read = text.slice(0, maxCharactersRead)
  if (read.trim().length < minCharacters) return null
  const [best] = francAll(read)
  if (best === undefined || best[0] === 'und') return null
  const words = wordsOf(read)
  const shares = readLanguages.map((language) => ({ language, share: shareOf(words, language) }))
  const [first] = shares.toSorted((a, b) => b.share - a.share)
  const tag = tagOf(best[0])
  if (first === undefined || first.share < minShare) return readLanguages.some((each) => each === tag) ? null : tag
  // Related languages share function words, but not their letters.
  return readLanguages.some((each) => each === tag) ? first.language : tag
}

const detectorCodes: { readonly [L in ReadLanguage]: string } = { en: 'eng', de: 'deu', fr: 'fra', es: 'spa' }

/** What a language of the library, and the detector's likeness of 0 to 1, count beside the share of function words. */
const priorShare = 0.1
const detectorShare = 0.1

/**
 * The language of a question, which is too short for a detector alone: its function words count first.
 * @param among the languages of the library, commonest first
 * @returns the likeliest language; the commonest of the library if the words do not tell
 */
export const languageOfQuestion = (question: string, among: readonly ReadLanguage[]): ReadLanguage => {
  const words = wordsOf(question)
  const detected = new Map(francAll(question, { only: Object.values(detectorCodes), minLength: 3 }))
  const scores = readLanguages.map((language) => ({
    language,
    score:
      shareOf(words, language) +
      detectorShare * (detected.get(detectorCodes[language]) ?? 0) +
      (among.includes(language) ? priorShare : 0),
  }))
  const [best] = scores.toSorted((a, b) => b.score - a.score)
  const tells = readLanguages.some((language) => shareOf(words, language) > 0)
  return (tells ? best?.language : among[0]) ?? 'en'
}

/** The least share of function words by which a question is in a language that the library is not in. */
const minShareOfOther = 0.3

/**
 * @param among the tags of the library's languages
 * @returns the language that a question is surely in, if the library is not in it; else null
 */
export const otherLanguageOf = (question: string, among: readonly string[]): ReadLanguage | null => {
  const words = wordsOf(question)
  const [best] = readLanguages
    .map((language) => ({ language, share: shareOf(words, language) }))
    .sort((a, b) => b.share - a.share)
  if (best === undefined || best.share < minShareOfOther || among.includes(best.language)) return null
  const isClear = among.every((tag) => shareOf(words, readAs(tag)) * 2 <= best.share)
  return isClear ? best.language : null
}
