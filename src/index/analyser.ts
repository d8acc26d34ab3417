import lunr from 'lunr'
import german from 'lunr-languages/lunr.de.js'
import spanish from 'lunr-languages/lunr.es.js'
import french from 'lunr-languages/lunr.fr.js'
import support from 'lunr-languages/lunr.stemmer.support.js'
import { attachedClitic, clitic, detachedNegation, halfNegations } from '../language/english/clitics.ts'
import { isMonthMay, nameLikeWords } from '../language/english/name-like-words.ts'
import { isNamingLetter } from '../language/english/naming-letters.ts'
import { spellingOf } from '../language/english/spelling.ts'
import type { LanguageRules } from '../language/language-rules.ts'
import { type ReadLanguage, readAs, rulesOf } from '../language/languages.ts'
import { invisible, plainForm } from '../language/letters.ts'
import type { Analyser, Word } from './port.ts'

// A word: letters, digits and combining marks, with the inner points of `U.S.` and `3.5`, the inner commas of `1,000`
// and the inner apostrophe of `O'Brien`. Marks count that make another name of it (`C++`, `F#`, `.NET`), and what is
// written with a hyphen or without is one word (`B-12`, `X-ray`). Each alternative reads a word at most once more, so
// the scan is linear.
const wordPattern = new RegExp(
  [
    String.raw`(?:\p{L}\.){2,}`,
    String.raw`\p{L}(?:\+\+(?!\p{L})|[+#](?![\p{L}\p{N}+#]))`,
    String.raw`(?<![\p{L}\p{N}])\.(?:NET|Net|net)(?![\p{L}\p{N}])`,
    String.raw`\p{L}{1,2}[-‐‑]\p{N}{1,4}(?![.,-]?\p{N})\p{L}?(?!\p{L})`,
    String.raw`(?:[Ee][-‐‑ ]?[Mm](?:ail|AIL)|[Xx][-‐‑ ]?[Rr](?:ay|AY)|[Tt][-‐‑ ]?[Ss](?:hirt|HIRT))\p{L}*`,
    String.raw`\p{N}+(?:[.,]\p{N}+)*`,
    `[\\p{L}\\p{M}\\p{N}${invisible}]+(?:['’][\\p{L}\\p{M}${invisible}]+)*`,
  ].join('|'),
  'gu',
)

// Scripts written without spaces: the platform's dictionary segments them.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u

/** Creating one costs more than a short text, so it is created once, when first needed. */
let created: Intl.Segmenter | undefined
const segmenter = (): Intl.Segmenter => {
  created ??= new Intl.Segmenter('und', { granularity: 'word' })
  return created
}

/** The platform's dictionary takes quadratic time over a run, so it gets a part at a time. */
const maxUnspacedLength = 256

/** Most words; folding them only takes lower case. */
const plain = /^[A-Za-z]+$/

const fold = (word: string): string => (plain.test(word) ? word.toLowerCase() : foldAll(word))

const foldAll = (word: string): string =>
  plainForm(word)
    .replaceAll('’', "'")
    .replace(attachedClitic, '')
    .replace(/^\.net$/, 'dotnet')
    .replace(/[,'\s‐-]/g, '')
    .replace(/\.(?!\p{N})/gu, '')

const isCapitals = (word: string): boolean =>
  word.length >= 2 && word === word.toUpperCase() && word !== word.toLowerCase()

const isStopWord = (folded: string): boolean => lunr.stopWordFilter(folded as never) === undefined

const isLetterOfName = (text: string, start: number, raw: string, previous: Word | undefined): boolean =>
  previous !== undefined && isNamingLetter(text, start, raw, previous, isStopWord)

/** `seatsPerWeek`: the name of a column or of a variable, whose words are looked for. Brands have fewer: `easyJet`. */
const camelCase = /^[a-z]+(?:[A-Z][a-z]+){2,}$/

/** Longer runs of letters are cut: their tails make no difference. */
const maxWordLength = 64

/**
 * The words of `text` in order. Detached clitics of pre-tokenised text (` 's`, `n't`) are not words of their own.
 * Linear in the length of the text.
 */
export const tokenise = (text: string): readonly Word[] => wordsOf(text, null)

const wordsOf = (text: string, rules: LanguageRules | null): readonly Word[] => {
  const words: Word[] = []
  // In a text all in capitals, they tell nothing.
  const cased = /\p{Ll}/u.test(text)
  let previous = ''
  const push = (raw: string, start: number): void => {
    const folded = fold(raw).slice(0, maxWordLength)
    if (folded === '') return
    const isName =
      (nameLikeWords.has(folded) &&
        ((cased && isCapitals(raw.replaceAll('.', ''))) || (previous === 'the' && raw === folded))) ||
      (rules === null &&
        ((folded === 'may' && isMonthMay(text, start, raw, previous)) ||
          ((folded === 'a' || folded === 'i') && isLetterOfName(text, start, raw, words.at(-1)))))
    words.push({ start, end: start + raw.length, folded: isName ? folded.toUpperCase() : folded })
    previous = folded
  }
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0]
    const before = match.index > 0 ? text[match.index - 1] : ''
    const isClitic = (before === "'" || before === '’') && clitic.test(raw)
    if (isClitic || detachedNegation.test(raw)) {
      if (halfNegations.has(words.at(-1)?.folded ?? '')) words.pop()
      continue
    }
    if (!plain.test(raw) && unspaced.test(raw)) {
      for (let at = 0; at < raw.length; at += maxUnspacedLength)
        for (const part of segmenter().segment(raw.slice(at, at + maxUnspacedLength)))
          if (part.isWordLike) push(part.segment, match.index + at + part.index)
    } else {
      const elided = rules?.elision?.exec(raw)?.[0].length ?? 0
      if (camelCase.test(raw)) for (const part of raw.matchAll(/[A-Z]?[a-z]+/g)) push(part[0], match.index + part.index)
      else push(raw.slice(elided), match.index + elided)
    }
  }
  return words
}

/** Words whose terms are cached; a library's vocabulary seldom has more. */
const maxCachedTerms = 200_000

type OtherLanguage = Exclude<ReadLanguage, 'en'>

const reading = (words: Analyser['tokenise'], termOf: Analyser['termOf']): Omit<Analyser, 'in'> => ({
  tokenise: words,
  termOf,
  analyse: (text) =>
    words(text).flatMap(({ start, end, folded }) => {
      const term = termOf(folded)
      return term === null ? [] : [{ start, end, folded, term }]
    }),
})

for (const plugin of [support, german, french, spanish]) plugin(lunr)
type Stemmer = { readonly stemmer: (word: string) => string }
const stemmers = lunr as unknown as { readonly [L in OtherLanguage]: Stemmer }

/** Snowball's stemmer and stop words, on folded words. */
const analyserWith = (rules: LanguageRules, language: OtherLanguage, english: Analyser): Analyser => {
  const { stemmer } = stemmers[language]
  const terms = new Map<string, string | null>()
  const termOf = (folded: string): string | null => {
    const known = terms.get(folded)
    if (known !== undefined) return known
    const isWord = /^\p{Ll}+$/u.test(folded)
    const term = rules.stopWords.has(folded)
      ? null
      : isWord
        ? rules.afterStemming(foldAll(stemmer(rules.beforeStemming(folded))))
        : folded.toLowerCase()
    if (terms.size >= maxCachedTerms) terms.clear()
    terms.set(folded, term)
    return term
  }
  return { ...reading((text) => wordsOf(text, rules), termOf), in: (other) => english.in(other) }
}

/**
 * lunr's pipeline (stop words, Porter stemmer) over our tokens.
 * @param lemmaOf the dictionary form, for irregular inflections that a stemmer cannot join (`fled` and `flee`)
 */
export const createAnalyser = (lemmaOf: (word: string) => string): Analyser => {
  const pipeline = new lunr.Pipeline()
  pipeline.add(lunr.stopWordFilter, lunr.stemmer)
  const stem = (word: string): string | undefined => pipeline.runString(word)[0]
  const terms = new Map<string, string | null>()

  const termOf = (folded: string): string | null => {
    const known = terms.get(folded)
    if (known !== undefined) return known
    const isWord = /^\p{Ll}+$/u.test(folded)
    const term = stem(isWord ? spellingOf(folded) : folded)
    // A lemma that is a stop word (`saw` is a form of `see`) does not make its form one.
    const lemma = term === undefined || !isWord ? undefined : stem(spellingOf(lemmaOf(folded)))
    const result = term === undefined ? null : (lemma ?? term)
    if (terms.size >= maxCachedTerms) terms.clear()
    terms.set(folded, result)
    return result
  }

  const english: Analyser = {
    ...reading(tokenise, termOf),
    in: (language) => (rulesOf(language) === null ? english : others[readAs(language) as OtherLanguage]),
  }
  const others: { readonly [L in OtherLanguage]: Analyser } = {
    de: analyserWith(rulesOf('de') as LanguageRules, 'de', english),
    fr: analyserWith(rulesOf('fr') as LanguageRules, 'fr', english),
    es: analyserWith(rulesOf('es') as LanguageRules, 'es', english),
  }
  return english
}
