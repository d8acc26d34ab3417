import type { Answer, OtherPlace, RankedQuote } from '../domain/answer.ts'
import type { CitedQuote } from '../domain/citation.ts'
import { type Message, msg } from '../domain/message.ts'
import { quoteFrom } from '../domain/quote.ts'
import { readable } from '../domain/readable.ts'
import { contains } from '../domain/span.ts'
import type { Analyser } from '../index/port.ts'
import { type Chosen, chooseQuotes } from './choose-quotes.ts'
import { confidenceOf, evidenceOf, maxConfidence } from './confidence.ts'
import { type Answering, type Asking, type Considered, consider, isFoundWordForWord } from './consider.ts'
import { explanationOf, rounded } from './explain.ts'
import { permittingFirst } from './permission.ts'
import type { Query } from './query.ts'
import type { QuestionSyntax } from './question-syntax.ts'
import { replacementNotes } from './replacement.ts'
import { silenceThreshold, weakThreshold } from './silence.ts'
import { placeInTwin } from './twins.ts'

/** The maximum number of quotes that a silent answer shows as the closest. */
const maxNearest = 3
/** The maximum number of other places that a quote names. */
const maxOtherPlaces = 8

/** Whether a text has a keyword of the question, in any form. */
const hasKeyword = ({ concepts }: Query, text: string, analyser: Analyser): boolean => {
  const terms = new Set(analyser.analyse(text).map(({ term }) => term))
  return concepts.some(({ alternatives }) => alternatives.some((way) => way.every((term) => terms.has(term))))
}

/** Which of the quotes rest on meaning alone, counted from 1. */
const foundByMeaning = (chosen: readonly Chosen[], query: Query, analyser: Analyser): readonly number[] =>
  chosen.flatMap(({ source, span, best }, at) =>
    best.passage.likeness === null || hasKeyword(query, readable(source, span), analyser.in(source.language))
      ? []
      : [at + 1],
  )

/** Less like the question in meaning, a sentence is on another matter. Of the sentences that answer, 2 % are below. */
const minLikeness = 0.25

/** Whether a quote is near enough to be shown where nothing answers: it has a keyword, or means something alike. */
const isNear = ({ source, span, best }: Chosen, query: Query, analyser: Analyser): boolean =>
  best.passage.likeness === null ||
  best.features.meaning >= minLikeness ||
  hasKeyword(query, readable(source, span), analyser.in(source.language))

const byMeaningNotes = (ranks: readonly number[]): readonly Message[] =>
  ranks.length === 0
    ? []
    : [msg`Found by meaning, with none of your keywords: ${ranks.map((rank) => `[${rank}]`).join(', ')}.`]

const weakNote = msg`The match is weak: these are the closest quotes, and they may not answer your question.`

/** `quotes` is the maximum number of quotes; `explain` adds why this is the answer. */
export type AskOptions = Asking & { readonly quotes: number; readonly explain?: boolean }

/**
 * The library's words on `question`, or silence. The same library, vectors and question give the same Answer, byte for
 * byte.
 */
export const ask = async (question: QuestionSyntax, options: AskOptions, answering: Answering): Promise<Answer> => {
  const considered = await consider(question, options, answering)
  const { answer: bare, chosen } = chosenFrom(considered, options.quotes, answering)
  const answer = await withOtherPlaces(bare, chosen, considered, answering)
  return options.explain ? { ...answer, explanation: explanationOf(considered, answer, answering) } : answer
}

/** Where the twins of the passage of a quote say the same. */
const otherPlacesOf = async (
  { span, best: { passage, at } }: Chosen,
  { twins }: Considered,
  { library, cite }: Answering,
): Promise<readonly OtherPlace[]> => {
  const quoted = [...passage.sentences.entries()].filter(([, sentence]) => contains(span, sentence.span))
  const words = quoted.map(([, { facts }]) => facts.match.reading.words)
  const main = quoted.findIndex(([position]) => position === at)
  // A quote may reach beyond its passage, where the twin was not compared.
  const isWhole = quoted[0]?.[1].span.start === span.start && quoted.at(-1)?.[1].span.end === span.end
  const places: OtherPlace[] = []
  for (const twin of twins.get(passage.passage) ?? []) {
    const place = main < 0 || places.length >= maxOtherPlaces ? null : placeInTwin(words, main, twin)
    const source = place && (await library.get(twin.passage.source))
    if (!place || source?.version !== twin.passage.version) continue
    places.push({
      quote: quoteFrom(source, place.span),
      citation: cite(source, place.span),
      isSame: isWhole && place.isSame,
    })
  }
  return places
}

/** The answer whose quotes name where else the library says them. */
const withOtherPlaces = async (
  answer: Answer,
  chosen: readonly Chosen[],
  considered: Considered,
  answering: Answering,
): Promise<Answer> => {
  if (answer.kind === 'silent' || considered.twins.size === 0) return answer
  const places = await Promise.all(chosen.map((each) => otherPlacesOf(each, considered, answering)))
  const quotes = answer.quotes.map((quote, at) => {
    const alsoIn = places[at] ?? []
    return alsoIn.length === 0 ? quote : { ...quote, alsoIn }
  })
  return { ...answer, quotes }
}

/** The answer that follows from `considered`, with at most `quotes` quotes. */
export const answerFrom = (considered: Considered, quotes: number, answering: Answering): Answer =>
  chosenFrom(considered, quotes, answering).answer

/** The same, with what its quotes, or the closest ones, were chosen for. */
const chosenFrom = (
  considered: Considered,
  quotes: number,
  { analyser, cite }: Answering,
): { readonly answer: Answer; readonly chosen: readonly Chosen[] } => {
  const { query, weights, candidates, searched } = considered
  const evidence = evidenceOf(query, { ...considered, passages: considered.size })
  const confidence = isFoundWordForWord(considered) ? maxConfidence : rounded(confidenceOf(evidence, weights))
  const common = {
    question: query.question,
    confidence,
    unknownTerms: query.concepts.filter(({ isUnknown }) => isUnknown).map(({ surface }) => surface),
    searched,
  }
  const quotable = chooseQuotes(permittingFirst(query, candidates))
  const isSilent = quotable.length === 0 || confidence < silenceThreshold(considered.size, considered.isByMeaning)
  const chosen = isSilent
    ? quotable.filter((each) => isNear(each, query, analyser)).slice(0, maxNearest)
    : quotable.slice(0, quotes)
  const citedOf = ({ source, span }: Chosen): CitedQuote => ({
    quote: quoteFrom(source, span),
    citation: cite(source, span),
  })
  const ranks = foundByMeaning(chosen, query, analyser)
  const byMeaning = ranks[0] === 1 ? ({ byMeaning: true } as const) : {}
  const notes = [
    ...byMeaningNotes(ranks),
    ...replacementNotes(query.replacements, candidates, analyser.in(query.language)),
    ...considered.notes,
  ]
  if (isSilent) {
    const all = [...considered.notesIfSilent, ...notes]
    const nearest = chosen.map(citedOf)
    return { answer: { kind: 'silent', ...common, ...byMeaning, notes: all, quotes: [], nearest }, chosen }
  }
  const isWeak = confidence < weakThreshold
  const answer: Answer = {
    kind: 'quoted',
    ...common,
    ...(isWeak ? { isWeak } : {}),
    ...byMeaning,
    notes: isWeak ? [weakNote, ...notes] : notes,
    quotes: chosen.map(
      (each, at): RankedQuote => ({ rank: at + 1, score: rounded(each.best.score), ...citedOf(each) }),
    ),
    more: quotable.length - chosen.length,
    nearest: [],
  }
  return { answer, chosen }
}
