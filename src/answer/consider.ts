import type { Citation } from '../domain/citation.ts'
import { type Message, msg } from '../domain/message.ts'
import type { Hit, Passage, Ranking } from '../domain/passage.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import type { Analyser, PassageReading, PassageSearch, SearchOptions } from '../index/port.ts'
import type { WordVectors } from '../language/word-vectors.ts'
import type { ReadableLibrary } from '../library/port.ts'
import type { Meaning } from '../meaning/port.ts'
import { type Found, type ReadRanking, withMeaning } from './by-meaning.ts'
import { interpret } from './interpret.ts'
import { calibratedFor } from './language-calibration.ts'
import { type Objection, withObjections } from './objections.ts'
import type { Query } from './query.ts'
import { languageNotes, readInOf } from './question-language.ts'
import type { QuestionSyntax } from './question-syntax.ts'
import { type Candidate, type Proposed, type RankedPassage, rank } from './rank.ts'
import { admits, datedSources, holdsPhrases, type Restrictions } from './restrictions.ts'
import { distinctOf, type Twins } from './twins.ts'
import type { Weights } from './weights.ts'

/** The candidates in order, those whose sentence has every phrase before those whose passage has. */
const phrasesFirst = ({ restrictions }: Query, candidates: readonly Candidate[]): readonly Candidate[] => {
  if (restrictions.phrases.length === 0) return candidates
  const holds = ({ passage, at }: Candidate): boolean =>
    holdsPhrases(restrictions, passage.sentences[at]?.facts.match.reading.words ?? [])
  return [...candidates.filter(holds), ...candidates.filter((candidate) => !holds(candidate))]
}

/** Passages taken from the index: more would cost time and change nothing visible. */
export const searchDepth = 20
/** And where passages have twins, which take the place of others. */
const depthWithTwins = 5 * searchDepth
/** How many are read to check phrases, which the index cannot: a few at first, more if these do not suffice. */
const phraseDepths = [4 * searchDepth, 20 * searchDepth]

type Proposal = ReadRanking & {
  /** Those that were kept to. */
  readonly restrictions: Restrictions
  /** What the asker should know, in full sentences. */
  readonly notes: readonly Message[]
}

/** The passages with the longest of the phrases, all of which are stop words, that no index has postings for. */
const searchStopWords = async (
  { phrases }: Restrictions,
  options: SearchOptions,
  index: PassageSearch,
): Promise<Ranking> => {
  const [longest = []] = phrases.toSorted((a, b) => b.length - a.length)
  return (await index.findRun(longest, options)).map((passage) => ({ passage, score: 1 }))
}

/** Whether a question is nothing but a phrase of stop words, and the first of the candidates has it word for word. */
export const isFoundWordForWord = ({ query, candidates: [first] }: Considered): boolean =>
  query.concepts.length === 0 &&
  first !== undefined &&
  holdsPhrases(query.restrictions, first.passage.sentences[first.at]?.facts.match.reading.words ?? [])

/** Searches, and keeps the passages with the phrases that `restrictions` ask for and without those they exclude. */
const searchPhrases = async (
  { terms }: Query,
  restrictions: Restrictions,
  { limit: depth, ...options }: SearchOptions,
  index: PassageSearch,
  analyser: Analyser,
): Promise<ReadRanking> => {
  let admitted: { readonly hit: Hit; readonly reading: PassageReading }[] = []
  for (const limit of phraseDepths) {
    const ranking = await (terms.length > 0
      ? index.search(terms, { ...options, limit })
      : searchStopWords(restrictions, { ...options, limit }, index))
    const readings = await index.read(ranking.map(({ passage }) => passage))
    admitted = ranking.flatMap((hit, at) => {
      const reading = readings[at]
      return reading && admits(restrictions, hit.passage, reading, analyser) ? [{ hit, reading }] : []
    })
    if (admitted.length >= depth || ranking.length < limit) break
  }
  const best = admitted.slice(0, depth)
  return { ranking: best.map(({ hit }) => hit), readings: best.map(({ reading }) => reading) }
}

const search = async (
  query: Query,
  restrictions: Restrictions,
  within: Pick<SearchOptions, 'limit' | 'sources'>,
  index: PassageSearch,
  analyser: Analyser,
): Promise<ReadRanking> => {
  const options = { ...within, all: restrictions.phraseTerms, none: restrictions.excludedTerms }
  if (restrictions.phrases.length + restrictions.excludedPhrases.length > 0)
    return searchPhrases(query, restrictions, options, index, analyser)
  const ranking = await index.search(query.terms, options)
  return { ranking, readings: await index.read(ranking.map(({ passage }) => passage)) }
}

/**
 * Searches with the restrictions of the query. If no passage has its phrases word for word, the words of the phrases
 * are searched for separately, and a note says so.
 * @param within how many passages, and of which sources; of all if not given
 */
const propose = async (
  query: Query,
  within: Pick<SearchOptions, 'limit' | 'sources'>,
  index: PassageSearch,
  analyser: Analyser,
): Promise<Proposal> => {
  const proposed = await search(query, query.restrictions, within, index, analyser)
  if (proposed.ranking.length > 0 || query.restrictions.phrases.length === 0)
    return { ...proposed, restrictions: query.restrictions, notes: [] }
  const restrictions = { ...query.restrictions, phrases: [], phraseTerms: [] }
  const apart = await search(query, restrictions, within, index, analyser)
  const notes =
    apart.ranking.length === 0
      ? []
      : [msg`No passage has the words in quotation marks side by side, so they were searched for separately.`]
  return { ...apart, restrictions, notes }
}

/**
 * Whether a passage that only meaning found keeps to the restrictions, as the index sees to for those that words find.
 */
const isAllowed = (
  restrictions: Restrictions,
  passage: Passage,
  reading: PassageReading,
  analyser: Analyser,
): boolean =>
  admits(restrictions, passage, reading, analyser) &&
  !reading.sentences.some(({ terms }) =>
    terms.some((term) => term !== null && restrictions.excludedTerms.includes(term)),
  )

/** What a question means: its words without operators, after the question that it follows. */
const meantBy = ({ text }: QuestionSyntax, earlier: readonly string[] = []): string =>
  [...earlier.slice(-1), text].join(' ')

/** The same without twins: at most `searchDepth` of those that words found, and of those that only meaning found. */
const withoutTwins = ({ ranking, readings, likenesses }: Found, byWords: number): Found & { readonly twins: Twins } => {
  const { kept, twins } = distinctOf(ranking, readings)
  const positions = [
    ...kept.filter((at) => at < byWords).slice(0, searchDepth),
    ...kept.filter((at) => at >= byWords).slice(0, searchDepth),
  ]
  const of = <T>(list: readonly T[]): readonly T[] => positions.map((at) => list[at] as T)
  return { ranking: of(ranking), readings: of(readings), likenesses: likenesses && of(likenesses), twins }
}

/** What answering depends on. */
export type Answering = {
  readonly library: ReadableLibrary
  readonly index: PassageSearch
  readonly analyser: Analyser
  readonly vectors: WordVectors
  readonly weights: Weights
  /** How to go by meaning as well, and the weights for that; words alone if not given. */
  readonly byMeaning?: { readonly meaning: Meaning; readonly weights: Weights } | undefined
  /** Makes the citation of a span. */
  readonly cite: (source: Source, span: Span) => Citation
}

/** Where to search, and which questions to read with this one. */
export type Asking = {
  /** The one source to search; all if not given. */
  readonly source?: SourceId | undefined
  /** The texts of the earlier questions, oldest first. */
  readonly earlier?: readonly string[] | undefined
}

/** Everything that may answer a question, before quotes are chosen. */
export type Considered = {
  readonly query: Query
  /** Those that ranked it. */
  readonly weights: Weights
  /** Whether meaning counted as well; words alone if not. */
  readonly isByMeaning: boolean
  /** What the index found, of twins one. */
  readonly ranking: Ranking
  /** What says the same in other sources. */
  readonly twins: Twins
  readonly sources: ReadonlyMap<SourceId, Source>
  /** The passages of the ranking, rescored, best first. */
  readonly passages: readonly RankedPassage[]
  /** The sentences of the best passages, best first. */
  readonly candidates: readonly Candidate[]
  /** What speaks against the first of them. */
  readonly objection: Objection | null
  /** What the passages of the ranking have in common. */
  readonly proposed: Proposed
  /** How many passages the library has. */
  readonly size: number
  /** How many sources were searched. */
  readonly searched: number
  /** What the asker should know about the search, in full sentences. */
  readonly notes: readonly Message[]
  /** And what else if nothing answers. */
  readonly notesIfSilent: readonly Message[]
}

/** Interprets a question and ranks what may answer it. */
export const consider = async (
  question: QuestionSyntax,
  { source, earlier }: Asking,
  answering: Answering,
): Promise<Considered> => {
  const { library, index, byMeaning } = answering
  const languages = await index.languages()
  const readIn = readInOf(question.text, languages)
  const query = await interpret(question, index, answering.analyser, earlier, readIn)
  const analyser = answering.analyser.in(readIn.language)
  const asked = await datedSources(query.dates, source, library)
  const proposeWithin = (limit: number) => propose(query, { limit, sources: asked.sources }, index, analyser)
  const first = await proposeWithin(searchDepth)
  const limit = distinctOf(first.ranking, first.readings).twins.size === 0 ? searchDepth : depthWithTwins
  const proposal = limit === searchDepth ? first : await proposeWithin(limit)
  const { restrictions, notes } = proposal
  const options = { limit, sources: asked.sources }
  // Small words alone mean nothing in particular; and the encoder knows English alone: in other languages it takes
  // names and spellings in common for meaning.
  const isEncoded = query.concepts.length > 0 && readIn.language === 'en'
  const comparison = isEncoded
    ? ((await byMeaning?.meaning.compare(meantBy(question, earlier), options)) ?? null)
    : null
  const found = await withMeaning(
    proposal,
    comparison,
    { terms: query.terms, allows: (passage, reading) => isAllowed(restrictions, passage, reading, analyser) },
    index,
  )
  const { ranking, readings, likenesses, twins } = withoutTwins(found, proposal.ranking.length)
  const weights = calibratedFor((likenesses && byMeaning?.weights) ?? answering.weights, readIn.language)
  const emptyNote =
    query.concepts.length === 0 && ranking.length === 0
      ? [msg`The question has no words to search for; please say what it is about.`]
      : []
  const ids = [...new Set(ranking.map(({ passage }) => passage.source))]
  const loaded = await Promise.all(ids.map(async (id) => library.get(id)))
  const sources = new Map(loaded.flatMap((each) => (each ? [[each.id, each] as const] : [])))
  const {
    passages,
    candidates: ranked,
    proposed,
  } = rank(query, { ranking, readings, likenesses }, sources, {
    vectors: answering.vectors,
    weights,
  })
  const { candidates, objection } = withObjections(query, phrasesFirst(query, ranked), answering)
  return {
    query,
    weights,
    isByMeaning: likenesses !== null,
    ranking,
    twins,
    sources,
    passages,
    candidates,
    objection,
    proposed,
    size: (await index.statistics()).passages,
    searched: asked.count,
    notes: [...emptyNote, ...query.notes, ...asked.notes, ...notes, ...(objection ? [objection.note] : [])],
    notesIfSilent: languageNotes(question.text, languages),
  }
}
