import { QuothError } from '../domain/error.ts'
import { inverseFrequency } from '../search/bm25.ts'
import type { AnalysedAcronym, Analyser, PassageIndex, TermKnowledge, Token } from '../search/port.ts'
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

type Draft = { readonly token: Token; readonly knowledge: TermKnowledge }

const isCapitalised = (question: string, { start, end }: Token): boolean => /^\p{Lu}/u.test(question.slice(start, end))

/** Where the terms of `long` stand one after the other in `tokens`, or -1. */
const indexOfRun = (tokens: readonly Token[], long: readonly string[]): number =>
  tokens.findIndex((_, at) => long.every((term, i) => tokens[at + i]?.term === term))

/** The other ways in which the library writes what stands at each token, from the acronyms that it spells out itself. */
const otherNames = (
  tokens: readonly Token[],
  acronyms: readonly AnalysedAcronym[],
): readonly (readonly (readonly string[])[])[] => {
  const names: (readonly string[])[][] = tokens.map(() => [])
  for (const { short, long } of acronyms) {
    for (const [at, token] of tokens.entries()) if (token.term === short) names[at]?.push(long)
    const run = indexOfRun(tokens, long)
    if (run >= 0) for (let i = 0; i < long.length; i++) names[run + i]?.push([short])
  }
  // What one short name stands for, another may stand for too: `IS` and `ISIS` of the same long name.
  for (const [at, token] of tokens.entries())
    for (const { long } of acronyms.filter(({ short }) => short === token.term))
      for (const { short } of acronyms.filter((other) => other.long.join(' ') === long.join(' ')))
        if (short !== token.term) names[at]?.push([short])
  return names
}

const withoutRepeats = (alternatives: readonly (readonly string[])[]): readonly (readonly string[])[] => [
  ...new Map(alternatives.map((terms) => [terms.join(' '), terms])).values(),
]

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
  const words = analyser.tokenise(question).map(({ folded }) => folded)

  const all = analyser.analyse(question)
  const tokens = all.filter((token, at) => all.findIndex(({ term }) => term === token.term) === at)
  const [knowledge, acronyms, { passages }] = await Promise.all([
    index.lookUp(tokens),
    index.acronyms(tokens.map(({ term }) => term)),
    index.statistics(),
  ])
  const names = otherNames(tokens, acronyms)
  const drafts = tokens.map(
    (token, at): Draft => ({ token, knowledge: knowledge[at] ?? { passages: 0, variants: [], relatives: [] } }),
  )

  const verbs = new Set(
    analyseTokens(question)
      .filter(({ pos }) => pos === 'VERB')
      .map(({ start }) => start),
  )

  const concepts = await Promise.all(
    drafts.map(async ({ token, knowledge: { passages: own, variants, relatives } }, at): Promise<Concept> => {
      const alternatives = withoutRepeats([
        [token.term],
        ...[...variants, ...relatives].map((term) => [term]),
        ...(names[at] ?? []),
      ])
      const others = await Promise.all(alternatives.slice(1).map((terms) => index.frequencies(terms)))
      const found = Math.min(
        passages,
        others.reduce((sum, each) => sum + Math.min(...each), own),
      )
      const isFraming = framing.has(token.folded)
      return {
        surface: question.slice(token.start, token.end),
        weight: inverseFrequency(found, passages) * (isFraming ? (found === 0 ? 0 : framingShare) : 1),
        isVerb: verbs.has(token.start),
        alternatives,
        isName: token.start > 0 && isCapitalised(question, token),
        isUnknown: found === 0 && !isFraming,
      }
    }),
  )
  const used = concepts.length <= mostTerms ? concepts : rarest(concepts)
  const terms = used.flatMap(({ alternatives, weight }) => {
    const share = weight > 0 ? 1 : 0
    return alternatives.flatMap((option, at) =>
      option.map((term) => ({ term, weight: share * (at === 0 ? 1 : variantShare / option.length) })),
    )
  })
  return {
    question,
    concepts: used,
    terms,
    words,
    expects: answerTypeOf(question),
    notes: [
      ...(concepts.length === 0 ? ['The question has no word to search for; please name what it is about.'] : []),
      ...(used.length < concepts.length
        ? [`The question is long, so its ${mostTerms} rarest words were searched for.`]
        : []),
    ],
  }
}

/** The `mostTerms` concepts that tell most, in the question's order. Unknown ones find nothing, so known ones come first. */
const rarest = (concepts: readonly Concept[]): readonly Concept[] => {
  const kept = new Set(
    [...concepts].sort((a, b) => Number(a.isUnknown) - Number(b.isUnknown) || b.weight - a.weight).slice(0, mostTerms),
  )
  return concepts.filter((concept) => kept.has(concept))
}
