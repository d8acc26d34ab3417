import { QuothError } from '../domain/error.ts'
import { inverseFrequency } from '../search/bm25.ts'
import type { AnalysedAcronym, Analyser, PassageIndex, Token } from '../search/port.ts'
import { analyseTokens } from '../text/wink.ts'
import { answerTypeOf } from './answer-type.ts'
import type { Concept, Query } from './query.ts'

/** Characters that a question may have; a chat may take fewer. */
const longestQuestion = 6000
/** Terms of a question that are looked up at most: the rarest. */
const mostTerms = 32

/**
 * Words that frame a question and seldom stand in its answer. They count a little where the library has them, nothing
 * where it does not, and are never reported as unknown.
 */
const framing = new Set(
  `many much kind kinds type types sort sorts tell please mention mentioned describe explain document source article text
  according name do does doing done give gives given gave make makes made take takes taken took happen happens happened
  occur occurs occurred involve involved stand stands mean means meaning definition`.split(/\s+/),
)
const framingShare = 0.3
/** What a spelling variant or a spelt-out acronym counts against the word as asked. */
const variantShare = 0.9

const isCapitalised = (question: string, { start, end }: Token): boolean => /^\p{Lu}/u.test(question.slice(start, end))

/**
 * Where the verbs of a question stand, and the words that only ask: function words, the adjective of `how long`, and
 * single letters, which are what a mark leaves of a word.
 */
const grammarOf = (question: string): { readonly verbs: ReadonlySet<number>; readonly asking: ReadonlySet<number> } => {
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

/** The places in `tokens` where the terms of `long` stand one after the other. */
const runsOf = (tokens: readonly Token[], long: readonly string[]): readonly number[] =>
  tokens.flatMap((_, at) => (long.every((term, i) => tokens[at + i]?.term === term) ? [at] : []))

type Alternatives = readonly (readonly string[])[]

/** The other ways, by term, in which the library writes what `tokens` name, from the acronyms that it spells out itself. */
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
      // What one short name stands for, another may stand for too: `IS` and `ISIS` of the same long name.
      for (const other of acronyms)
        if (other.short !== short && other.long.join(' ') === long.join(' ')) add(short, [other.short])
    }
    if (runsOf(tokens, long).length > 0) for (const term of long) add(term, [short])
  }
  return (term) => names.get(term) ?? []
}

const withoutRepeats = (alternatives: Alternatives): Alternatives => [
  ...new Map(alternatives.map((terms) => [terms.join(' '), terms])).values(),
]

/** The tokens of different terms, in order: of very many, the rarest that the library has come before those it lacks. */
const mostTelling = async (all: readonly Token[], index: PassageIndex): Promise<readonly Token[]> => {
  const distinct = [...new Map([...all].reverse().map((token) => [token.term, token])).values()].reverse()
  if (distinct.length <= mostTerms) return distinct
  const frequencies = await index.frequencies(distinct.map(({ term }) => term))
  const rarity = (at: number): number => frequencies[at] || Number.POSITIVE_INFINITY
  const kept = distinct
    .map((_, at) => at)
    .sort((a, b) => rarity(a) - rarity(b) || a - b)
    .slice(0, mostTerms)
  return distinct.filter((_, at) => kept.includes(at))
}

/**
 * A question as the library can be asked it.
 * @throws QuothError `bad-argument` when it is longer than 6,000 characters
 */
export const interpret = async (question: string, index: PassageIndex, analyser: Analyser): Promise<Query> => {
  if (question.length > longestQuestion)
    throw new QuothError(
      'bad-argument',
      `A question takes at most ${longestQuestion} characters, and this has ${question.length}; please shorten it.`,
    )
  const all = analyser.analyse(question)
  const tokens = await mostTelling(all, index)
  const [knowledge, acronyms, { passages }] = await Promise.all([
    index.lookUp(tokens),
    index.acronyms(all.map(({ term }) => term)),
    index.statistics(),
  ])
  const namesOf = otherNames(all, acronyms)
  const { verbs, asking } = grammarOf(question)

  const conceptOf = async (token: Token, at: number): Promise<Concept> => {
    const { passages: own = 0, variants = [], relatives = [] } = knowledge[at] ?? {}
    const spellings = [...variants, ...relatives].map((term) => [term])
    const alternatives = withoutRepeats([[token.term], ...spellings, ...namesOf(token.term)])
    const others = await Promise.all(alternatives.slice(1).map((terms) => index.frequencies(terms)))
    const sum = others.reduce((found, each) => found + Math.min(...each), own)
    const found = Math.min(passages, sum)
    const isFraming =
      framing.has(token.folded) || (asking.has(token.start) && token.folded === token.folded.toLowerCase())
    return {
      surface: question.slice(token.start, token.end),
      weight: inverseFrequency(found, passages) * (isFraming ? (found === 0 ? 0 : framingShare) : 1),
      isVerb: verbs.has(token.start),
      isNumber: /^\p{N}/u.test(token.folded),
      alternatives,
      isName: token.start > 0 && isCapitalised(question, token),
      isUnknown: found === 0 && !isFraming,
    }
  }
  const concepts = await Promise.all(tokens.map(conceptOf))
  const isShortened = tokens.length < new Set(all.map(({ term }) => term)).size
  return {
    question,
    concepts,
    terms: concepts.flatMap(({ alternatives, weight }) =>
      alternatives.flatMap((option, at) =>
        option.map((term) => ({ term, weight: weight === 0 ? 0 : at === 0 ? 1 : variantShare / option.length })),
      ),
    ),
    words: analyser.tokenise(question).map(({ folded }) => folded),
    expects: answerTypeOf(question),
    notes: [
      ...(concepts.length === 0 ? ['The question has no word to search for; please name what it is about.'] : []),
      ...(isShortened ? [`The question is long, so its ${mostTerms} rarest words were searched for.`] : []),
    ],
  }
}
