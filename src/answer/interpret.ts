import { inMarks, msg, orList } from '../domain/message.ts'
import { inverseFrequency } from '../index/bm25.ts'
import type { AnalysedAcronym, Analyser, PassageSearch, TermKnowledge, Token } from '../index/port.ts'
import { framingWords } from '../language/english/question-words.ts'
import { analyseTokens } from '../language/english/wink.ts'
import { foreignFunctionWords } from '../language/foreign-function-words.ts'
import { type ReadLanguage, rulesOf } from '../language/languages.ts'
import { answerTypeOf } from './answer-type.ts'
import { compoundsOf } from './compounds.ts'
import { following, followingNote } from './following.ts'
import { knownNamesIn } from './known-names.ts'
import { labelsOf } from './labels.ts'
import type { Concept, Interpretation, Query } from './query.ts'
import type { QuestionSyntax } from './question-syntax.ts'
import { isLacking, type Replacement, replacementOf } from './replacement.ts'
import { restrictionsOf } from './restrictions.ts'
import { stopWordPhrase } from './stop-word-phrase.ts'

/** Whether a word has a capital although it does not open the question. */
const isWrittenAsName = (text: string, { start, end }: Token): boolean =>
  /^\p{Lu}/u.test(text.slice(start, end)) && !/^[\s¿¡]*$/.test(text.slice(0, start))

/**
 * The offsets of a question's verbs, and of the words that only ask: function words, the adjective of `how long`, and
 * single letters, which are remains of a cut word.
 */
const grammarOf = (
  question: string,
  language: ReadLanguage,
): { readonly verbs: ReadonlySet<number>; readonly asking: ReadonlySet<number> } => {
  if (language !== 'en') return { verbs: new Set(), asking: new Set() }
  const tokens = analyseTokens(question)
  const startsOf = (is: (token: (typeof tokens)[number], at: number) => boolean): ReadonlySet<number> =>
    new Set(tokens.filter(is).map(({ start }) => start))
  const afterHow = (at: number): boolean => tokens[at - 1]?.normal === 'how'
  return {
    verbs: startsOf(({ pos }) => pos === 'VERB'),
    asking: startsOf(
      ({ stop, pos, normal }, at) =>
        stop || /^\p{L}$/u.test(normal) || (afterHow(at) && (pos === 'ADJ' || pos === 'ADV')),
    ),
  }
}

/** Ways to write one thing, each as terms. */
type Alternatives = readonly (readonly string[])[]

/** The positions in `tokens` where the terms of `long` follow one another. */
const runsOf = (tokens: readonly Token[], long: readonly string[]): readonly number[] =>
  tokens.flatMap((_, at) => (long.every((term, i) => tokens[at + i]?.term === term) ? [at] : []))

/** By term, other ways in which the library writes what `tokens` name, from the acronyms that it spells out. */
const otherNames = (
  tokens: readonly Token[],
  acronyms: readonly AnalysedAcronym[],
): ((term: string) => Alternatives) => {
  const names = new Map<string, (readonly string[])[]>()
  const add = (term: string, alternative: readonly string[]): void => {
    names.set(term, [...(names.get(term) ?? []), alternative])
  }
  for (const { short, long } of acronyms) {
    if (tokens.some(({ term }) => term === short)) {
      add(short, long)
      // Two acronyms may share a long name: `IS` and `ISIS`.
      for (const other of acronyms)
        if (other.short !== short && other.long.join(' ') === long.join(' ')) add(short, [other.short])
    }
    if (runsOf(tokens, long).length > 0) for (const term of long) add(term, [short])
  }
  return (term) => names.get(term) ?? []
}

/** Maximum number of terms that are looked up: the rarest. */
const maxTerms = 32

/** Relative weight of a word that only frames a question, if the library has it; without it, nothing. */
const framingShare = 0.3
/** Relative weight of a spelling variant or a spelt-out acronym. */
const variantShare = 0.9
/** Relative weight of another name of a country or body that the library also has by the name typed. */
const knownNameShare = 0.3
/** Relative weight of a word that may have been meant. */
const replacementShare = 0.7

const withoutRepeats = (alternatives: Alternatives): Alternatives => [
  ...new Map(alternatives.map((terms) => [terms.join(' '), terms])).values(),
]

/** Tokens of distinct terms in order; of very many, only the rarest, preferring those that the library has. */
const rarestTokens = async (all: readonly Token[], index: PassageSearch): Promise<readonly Token[]> => {
  const distinct = [...new Map([...all].reverse().map((token) => [token.term, token])).values()].reverse()
  if (distinct.length <= maxTerms) return distinct
  const documentFrequencies = await index.documentFrequencies(distinct.map(({ term }) => term))
  const rarity = (at: number): number => documentFrequencies[at] || Number.POSITIVE_INFINITY
  const kept = distinct
    .map((_, at) => at)
    .sort((a, b) => rarity(a) - rarity(b) || a - b)
    .slice(0, maxTerms)
  return distinct.filter((_, at) => kept.includes(at))
}

/** The languages that a question is read in. */
export type ReadIn = {
  readonly language: ReadLanguage
  /** The other languages of the library, in which it may have the same words. */
  readonly others: readonly ReadLanguage[]
}

/** The compounds that have a word, and its parts. */
const compoundWays = ({ compounds, parts }: TermKnowledge): Alternatives => [
  ...compounds.map((term) => [term]),
  ...(parts.length > 1 ? [parts] : []),
]

const nothingKnown: TermKnowledge = {
  passages: 0,
  variants: [],
  relatives: [],
  corrections: [],
  compounds: [],
  parts: [],
}

/** Interprets a question regardless of earlier ones. @param isAlone whether there are none */
const interpretAlone = async (
  { text, phrases, excluded, before, after }: Omit<QuestionSyntax, 'typed' | 'source'>,
  index: PassageSearch,
  analysers: Analyser,
  { language, others }: ReadIn,
  isAlone: boolean,
): Promise<Interpretation> => {
  const rules = rulesOf(language)
  const analyser = analysers.in(language)
  const all = analyser.analyse(text)
  const tokens = await rarestTokens(all, index)
  const [knowledge, acronyms, { passages }] = await Promise.all([
    index.lookUp(tokens, language),
    index.acronyms(all.map(({ term }) => term)),
    index.statistics(),
  ])
  const lacking = new Set(tokens.filter((_, at) => isLacking(knowledge[at] ?? nothingKnown)))
  const compounds = await compoundsOf(lacking, all, text, index, analyser)
  const spelledOut = otherNames(all, acronyms)
  // The names of countries and bodies are known in English alone, and so is what a letter behind a noun names.
  const known: ReturnType<typeof knownNamesIn> = rules === null ? knownNamesIn(all, analyser) : new Map()
  const namesOf = (term: string): Alternatives => [...spelledOut(term), ...(known.get(term) ?? [])]
  const { verbs, asking } = grammarOf(text, language)
  const words = analyser.tokenise(text)
  const labels = rules === null ? labelsOf(text, words, verbs, analyser) : []
  const labelWords = new Map(labels.map((label) => [label.word, label]))

  /** The terms of a word in the other languages of the library. */
  const termsIn = ({ folded }: Token): readonly string[] =>
    others.flatMap((other) => analysers.in(other).termOf(folded) ?? [])

  const conceptOf = async (token: Token, at: number): Promise<readonly [Concept, Replacement | null]> => {
    const held = knowledge[at] ?? nothingKnown
    const surface = text.slice(token.start, token.end)
    const isFraming =
      !labelWords.has(token.folded) &&
      ((rules?.framingWords ?? framingWords).has(token.folded) ||
        (asking.has(token.start) && token.folded === token.folded.toLowerCase()))
    const isName = !rules?.nounsHaveCapitals && isWrittenAsName(text, token)
    const numeral = labelWords.get(token.folded)?.numeral
    const names = [...namesOf(token.term), ...(numeral ? [[numeral]] : [])]
    const compounding = compoundWays(held)
    const replacement =
      isFraming || names.length > 0 || compounding.length + held.parts.length > 0
        ? null
        : replacementOf(token, text, isName, held, compounds.get(token))
    const spellings = [...held.variants, ...held.relatives, ...termsIn(token)].map((term) => [term])
    const same = withoutRepeats([[token.term], ...spellings, ...names])
    const whole = withoutRepeats([...same, ...(replacement?.alternatives ?? []), ...compounding])
    // The last part alone is searched for, but is less than what was asked for.
    const alternatives = withoutRepeats([...whole, ...held.parts.slice(-1).map((term) => [term])])
    const otherPassages = await Promise.all(whole.slice(1).map((terms) => index.documentFrequencies(terms)))
    const sum = otherPassages.reduce((found, each) => found + Math.min(...each), held.passages)
    const found = Math.min(passages, sum)
    const isAsking = isFraming || (found === 0 && !isName && foreignFunctionWords.has(token.folded))
    const weight = inverseFrequency(found, passages) * (isAsking ? (found === 0 ? 0 : framingShare) : 1)
    const shareOf = (option: readonly string[], at: number): number => {
      if (weight === 0) return 0
      if (held.passages > 0 && (known.get(token.term) ?? []).includes(option)) return knownNameShare / option.length
      return at === 0 ? 1 : (at < same.length ? variantShare : replacementShare) / option.length
    }
    const concept = {
      surface,
      folded: token.folded,
      weight,
      isVerb: verbs.has(token.start),
      isNumber: /^\p{N}/u.test(token.folded),
      alternatives,
      otherNames: names,
      terms: alternatives.flatMap((option, at) => option.map((term) => ({ term, weight: shareOf(option, at) }))),
      isName,
      isReplaced: replacement !== null,
      isUnknown: found === 0 && !isAsking,
    }
    return [concept, replacement]
  }
  const read = await Promise.all(tokens.map(conceptOf))
  const concepts = read.map(([concept]) => concept)
  const isPhrase = isAlone && phrases.length === 0 && concepts.length === 0
  const searched = isPhrase ? stopWordPhrase(text, words) : phrases
  const isShortened = tokens.length < new Set(all.map(({ term }) => term)).size
  const replacements = read.flatMap(([, replacement]) => replacement ?? [])
  return {
    concepts,
    terms: concepts.flatMap(({ terms }) => terms),
    words: words.map(({ folded }) => folded),
    expects: answerTypeOf(text, language),
    labels,
    restrictions: await restrictionsOf({ phrases: searched, excluded }, words, index, analyser),
    dates: { before, after },
    // Two words that are one word in the library are replaced once.
    replacements: [...new Map(replacements.map((each) => [each.typed, each])).values()],
    notes: [
      ...(isShortened ? [msg`The question is long, so only its ${maxTerms} rarest words were searched for.`] : []),
      ...(excluded.length > 0 ? [msg`Passages with ${orList(inMarks(excluded))} were left out.`] : []),
    ],
  }
}

/**
 * Turns a parsed question into what the library can be searched for.
 * @param readIn the languages that all of them are read in
 * @param earlier the texts of the questions that it follows, oldest first
 */
export const interpret = async (
  question: QuestionSyntax,
  index: PassageSearch,
  analyser: Analyser,
  earlier: readonly string[] = [],
  readIn: ReadIn = { language: 'en', others: [] },
): Promise<Query> => {
  const current = await interpretAlone(question, index, analyser, readIn, earlier.length === 0)
  const [oldest, ...later] = await Promise.all(
    earlier.map((text) =>
      interpretAlone({ text, phrases: [], excluded: [], before: null, after: null }, index, analyser, readIn, false),
    ),
  )
  const query = oldest ? [...later, current].reduce((before, next) => following(next, before), oldest) : current
  return {
    ...query,
    question: question.typed,
    language: readIn.language,
    notes: [...(earlier.length > 0 ? [followingNote(earlier)] : []), ...query.notes],
  }
}
