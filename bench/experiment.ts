import { withMeaning } from '../src/answer/by-meaning.ts'
import { type QuestionFacts, questionFactsOf } from '../src/answer/confidence.ts'
import { searchDepth } from '../src/answer/consider.ts'
import { interpret } from '../src/answer/interpret.ts'
import { matcherOf } from '../src/answer/match.ts'
import { passageFeatureNames } from '../src/answer/passage-features.ts'
import { parseQuestion } from '../src/answer/question-syntax.ts'
import { type Proposed, proposedIn, rankPassages } from '../src/answer/rank.ts'
import { sentenceFeatureNames, sentenceFeaturesOf } from '../src/answer/sentence-features.ts'
import { learnedWeights } from '../src/answer/weights.ts'
import type { Source } from '../src/domain/source.ts'
import type { Span } from '../src/domain/span.ts'
import { createAnalyser } from '../src/index/analyser.ts'
import { indexedSource } from '../src/index/indexed-source.ts'
import { createMemoryIndex } from '../src/index/memory/memory-index.ts'
import { isKnownWord, lemmaOf } from '../src/language/english/wink.ts'
import type { WordVectors } from '../src/language/word-vectors.ts'
import type { Encoder } from '../src/meaning/encoder.ts'
import { createMeaningIndex } from '../src/meaning/meaning-index.ts'
import type { Collection, CollectionDocument, Question } from '../src/tools/collection.ts'
import { sourceOfDocument } from '../src/tools/source-of-document.ts'
import type { Kind, OwnQuestion, OwnQuestions } from './own-questions.ts'
import { seeded } from './seeded.ts'

/**
 * How a question stands to a library: answered by it, asked of a left-out part of one of its articles, or of another
 * article.
 */
export type Standing = 'here' | 'near' | 'far'

/** What competed for a question: a sentence, in the order of the names of its features. */
export type SentenceRow = { readonly features: Float32Array; readonly right: boolean; readonly length: number }
export type PassageRow = {
  readonly features: Float32Array
  readonly indexShare: number
  readonly right: boolean
  readonly sentences: readonly SentenceRow[]
}

/** A question asked of a library: what the index proposed, with the features of all of it. */
export type Trial = {
  /** How the question is asked; one of a collection is in the documents' words. */
  readonly kind: Kind | 'collection'
  readonly library: 'whole' | 'half' | 'small'
  readonly article: string
  readonly standing: Standing
  readonly asked: QuestionFacts
  readonly proposed: Proposed
  readonly passages: readonly PassageRow[]
}

const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

/** A source made of documents of one article, and where each of them stands in it. */
type Made = { readonly source: Source; readonly offsets: ReadonlyMap<string, number> }

const madeOf = (id: string, documents: readonly CollectionDocument[]): Made => {
  const offsets = new Map<string, number>()
  let text = ''
  for (const document of documents) {
    if (text !== '') text += '\n\n'
    offsets.set(document.id, text.length)
    text += document.text
  }
  return { source: sourceOfDocument({ id, title: documents[0]?.title ?? '', text }), offsets }
}

/** Documents of one article, `step` of them a source. */
const madeInSteps = (documents: readonly CollectionDocument[], step: number): readonly Made[] =>
  Array.from({ length: Math.ceil(documents.length / step) }, (_, i) => {
    const part = documents.slice(i * step, (i + 1) * step)
    return madeOf(part[0]?.id ?? '', part)
  })

/** What a trial is made with: without an encoder, words decide alone. */
export type Means = { readonly vectors: WordVectors; readonly encoder: Encoder | null }

/** A question, and whether a span of a source of the library answers it. */
type Asked = Pick<Trial, 'kind' | 'article' | 'standing'> & {
  readonly text: string
  isRight(source: Source, span: Span): boolean
}

/** Asks questions of a library of `list`. */
async function* asked(
  library: Trial['library'],
  list: readonly Source[],
  questions: readonly Asked[],
  { vectors, encoder }: Means,
): AsyncGenerator<Trial> {
  const analyser = createAnalyser(lemmaOf)
  const index = createMemoryIndex(analyser, isKnownWord)
  await index.replace(list.map(indexedSource))
  const sources = new Map(list.map((source) => [source.id, source]))
  const meaning = encoder && createMeaningIndex(encoder, async (id) => sources.get(id), null)
  for (const { id } of list) meaning?.put(id)
  await meaning?.settled()
  const { passages: size } = await index.statistics()
  for (const { text, kind, article, standing, isRight } of questions) {
    const query = await interpret(parseQuestion(text), index, analyser)
    const ranking = await index.search(query.terms, { limit: searchDepth })
    const readings = await index.read(ranking.map(({ passage }) => passage))
    const comparison = (await meaning?.compare(text, { limit: searchDepth })) ?? null
    const found = await withMeaning(
      { ranking, readings },
      comparison,
      { terms: query.terms, allows: () => true },
      index,
    )
    const matcher = matcherOf(query, vectors)
    const passages = rankPassages(matcher, found, sources, learnedWeights).map(
      ({ source, passage, sentences, likeness, features, indexShare }): PassageRow => {
        const facts = sentences.map((sentence) => sentence.facts)
        return {
          features: Float32Array.from(passageFeatureNames, (name) => features[name]),
          indexShare,
          right: isRight(source, passage),
          sentences: sentences.map(({ span, text }, at) => {
            const own = sentenceFeaturesOf(matcher, facts, at, text, 0, likeness)
            return {
              features: Float32Array.from(sentenceFeatureNames, (name) => own[name]),
              right: isRight(source, span),
              length: text.length,
            }
          }),
        }
      },
    )
    yield {
      kind,
      library,
      article,
      standing,
      asked: questionFactsOf(query, size),
      proposed: proposedIn(found.ranking, sources),
      passages,
    }
  }
  await index.close()
}

const sourcesOf = (made: readonly Made[]): readonly Source[] => made.map(({ source }) => source)

/** Questions of a collection as asked of a library made of its documents. */
const askedOf = (made: readonly Made[]) => {
  const places = new Map(made.flatMap(({ source, offsets }) => [...offsets].map(([id, at]) => [id, { source, at }])))
  return ({
    question: { text, gold },
    article,
    standing,
  }: {
    readonly question: Question
    readonly article: string
    readonly standing: Standing
  }): Asked => {
    const place = gold ? places.get(gold.document) : undefined
    const isRight: Asked['isRight'] = (source, { start, end }) =>
      gold !== null && place?.source === source && start <= gold.start + place.at && gold.end + place.at <= end
    return { text, kind: 'collection', article, standing, isRight }
  }
}

const every = <T>(items: readonly T[], step: number): readonly T[] => items.filter((_, i) => i % step === 0)

/** Paragraphs of an article that make a source in a small library. */
const paragraphsASource = 8
/** How many small libraries of how many articles. */
const small = [...Array.from({ length: 200 }, () => 2), ...Array.from({ length: 16 }, () => 12)]
/** Questions asked of each article of a small library, by standing. */
const asks = { here: 10, near: 5, far: 5 } as const

/**
 * Asks a collection's questions of three kinds of libraries: the whole, each document a source; the whole without half
 * of its articles, three times; and small ones, with half of the paragraphs of a few articles. One question in `step`
 * of the first two. Yields the trials of one library after the other.
 */
export async function* trialsOf(
  { documents, questions }: Collection,
  means: Means,
  step: number,
): AsyncGenerator<Trial> {
  const random = seeded(20_261_122)
  const titleOf = new Map(documents.map(({ id, title }) => [id, title]))
  const articles = [...new Set(titleOf.values())]
  const withGold = questions.flatMap((question) => {
    const article = question.gold ? titleOf.get(question.gold.document) : undefined
    return article === undefined ? [] : [{ question, article }]
  })
  const single = documents.map((document) => madeOf(document.id, [document]))
  const here = withGold.map((each) => ({ ...each, standing: 'here' as const }))
  yield* asked('whole', sourcesOf(single), every(here, step).map(askedOf(single)), means)

  for (let round = 0; round < 3; round++) {
    const left = new Set(shuffled(articles, random).slice(0, Math.floor(articles.length / 2)))
    const kept = single.filter(({ source }) => !left.has(titleOf.get(source.id) ?? ''))
    const all = withGold.map((each) => ({
      ...each,
      standing: left.has(each.article) ? ('far' as const) : ('here' as const),
    }))
    const some = every(shuffled(all, random), 3 * step)
    yield* asked('half', sourcesOf(kept), some.map(askedOf(kept)), means)
  }

  for (const [n, size] of small.entries()) {
    const chosen = shuffled(articles, random).slice(0, size)
    const split = chosen.map((article) => {
      const own = shuffled(
        documents.filter(({ title }) => title === article),
        random,
      )
      const half = Math.min(20, Math.ceil(own.length / 2))
      return { article, inside: own.slice(0, half), outside: own.slice(half) }
    })
    const made = split.flatMap(({ inside }) => madeInSteps(inside, n % 3 === 0 ? 1 : paragraphsASource))
    const pick = (from: readonly CollectionDocument[], count: number) => {
      const ids = new Set(from.map(({ id }) => id))
      return shuffled(
        withGold.filter(({ question }) => ids.has(question.gold?.document ?? '')),
        random,
      ).slice(0, count)
    }
    const elsewhere = documents.filter(({ title }) => !chosen.includes(title))
    const round = split.flatMap(({ inside, outside }) => [
      ...pick(inside, asks.here).map((each) => ({ ...each, standing: 'here' as const })),
      ...pick(outside, asks.near).map((each) => ({ ...each, standing: 'near' as const })),
      ...pick(shuffled(elsewhere, random).slice(0, 10), asks.far).map((each) => ({
        ...each,
        standing: 'far' as const,
      })),
    ])
    yield* asked('small', sourcesOf(made), round.map(askedOf(made)), means)
  }
}

/** Share of the evidence that a span must cover to be right: a quote may end at a comma before it does. */
const minCovered = 0.75

/** How a question of one's own stands to a library without some of the documents. */
const standingOf = ({ kind, evidence }: OwnQuestion, sources: ReadonlySet<string>): Standing => {
  if (kind === 'near-miss') return 'near'
  return evidence.some(({ source }) => sources.has(source)) ? 'here' : 'far'
}

/** How many libraries of how many documents, besides the whole. */
const ownLibraries = [...Array.from({ length: 6 }, () => 16), ...Array.from({ length: 12 }, () => 8)]

/** Asks questions of one's own of the whole library, and of parts of it. */
export async function* ownTrialsOf({ sources, questions }: OwnQuestions, means: Means): AsyncGenerator<Trial> {
  const random = seeded(20_261_130)
  const askedIn = (list: readonly Source[]): readonly Asked[] => {
    const ids = new Set<string>(list.map(({ id }) => id))
    return questions.map((question) => ({
      text: question.text,
      kind: question.kind,
      // What nothing answers belongs to no document; its own name spreads such questions over the parts.
      article: question.evidence[0]?.source ?? question.id,
      standing: standingOf(question, ids),
      isRight: ({ id }, span) =>
        question.evidence.some(({ source, start, end }) => {
          const shared = Math.min(span.end, end) - Math.max(span.start, start)
          return source === id && shared >= minCovered * (end - start)
        }),
    }))
  }
  yield* asked('whole', sources, askedIn(sources), means)
  for (const size of ownLibraries) {
    const list = shuffled(sources, random).slice(0, size)
    const all = askedIn(list)
    const here = all.filter(({ standing }) => standing === 'here')
    const others = shuffled(
      all.filter(({ standing }) => standing !== 'here'),
      random,
    )
    const library = size > 10 ? 'half' : 'small'
    yield* asked(library, list, [...here, ...others.slice(0, here.length)], means)
  }
}
