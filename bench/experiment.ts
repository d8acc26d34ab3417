import { interpret } from '../src/answering/interpret.ts'
import { depth } from '../src/answering/propose.ts'
import type { Query } from '../src/answering/query.ts'
import { type Candidate, rankSentences } from '../src/answering/rank.ts'
import { type Source, sourceId } from '../src/domain/source.ts'
import type { Collection } from '../src/evaluating/collection.ts'
import { createAnalyser } from '../src/search/analyser.ts'
import { indexedSource } from '../src/search/indexed-source.ts'
import { createLunrIndex } from '../src/search/lunr-index.ts'
import { sentencesIn } from '../src/text/sentences.ts'
import { isKnownWord, lemmaOf } from '../src/text/wink.ts'

/** How a question stands to a library: answered by it, asked of a left-out part of one of its articles, or of another article. */
export type Standing = 'here' | 'near' | 'far'

/** A question asked of a library: what was ranked, and which candidates hold the gold answer. */
export type Trial = {
  readonly article: string
  readonly standing: Standing
  readonly query: Query
  readonly candidates: readonly Candidate[]
  readonly right: readonly boolean[]
}

/** A generator of numbers from 0 to 1 that gives the same ones every time (Park and Miller's). */
const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] =>
  items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)

type Document = Collection['documents'][number]
type Place = { readonly source: string; readonly offset: number }

/** Paragraphs of one article as one source. */
const sourceOf = (
  id: string,
  documents: readonly Document[],
): { readonly source: Source; readonly places: ReadonlyMap<string, Place> } => {
  const text = documents.map((document) => document.text).join('\n\n')
  const places = new Map<string, Place>()
  let offset = 0
  const paragraphs = documents.map((document, i) => {
    const start = offset
    places.set(document.id, { source: id, offset: start })
    offset += document.text.length + 2
    return {
      start,
      end: start + document.text.length,
      number: i + 1,
      section: [],
      role: 'prose' as const,
      speaker: null,
      answers: null,
      sentences: sentencesIn(document.text).map((span) => ({ start: start + span.start, end: start + span.end })),
    }
  })
  const title = documents[0]?.title ?? ''
  const record = { title, author: [], publisher: null, issued: null, issuedKind: null, URL: null }
  const origin = { path: id, bytes: text.length, sha256: '', encoding: 'utf-8', warnings: [] }
  return {
    source: {
      id: sourceId(id),
      text,
      version: '0'.repeat(12),
      record,
      titleShown: title,
      titleIsDerived: false,
      dateline: null,
      paragraphs,
      runs: [],
      origin,
    },
    places,
  }
}

/** Paragraphs of an article that make a source, and libraries of how many articles; one in three has a paragraph a source. */
const paragraphsASource = 8
const libraries = [...Array.from({ length: 110 }, () => 2), ...Array.from({ length: 4 }, () => 12)]
/** Questions asked of each article of a library, by standing. */
const asked = { here: 8, near: 4, far: 4 } as const

/**
 * Asks a collection's questions of libraries made from its articles: half of an article's paragraphs are in, the other
 * half are what the library lacks. Yields the trials of one library after the other.
 */
export async function* trialsOf({ documents, questions }: Collection): AsyncGenerator<Trial> {
  const random = seeded(20_261_122)
  const analyser = createAnalyser(lemmaOf)
  const titleOf = new Map(documents.map(({ id, title }) => [id, title]))
  const articles = [...new Set(titleOf.values())]
  const questionsOf = new Map<string, Collection['questions'][number][]>()
  for (const question of questions)
    if (question.gold)
      questionsOf.set(question.gold.document, [...(questionsOf.get(question.gold.document) ?? []), question])

  for (const [n, size] of libraries.entries()) {
    const chosen = shuffled(articles, random).slice(0, size)
    const split = chosen.map((article) => {
      const all = shuffled(
        documents.filter(({ title }) => title === article),
        random,
      )
      const half = Math.min(20, Math.ceil(all.length / 2))
      return { article, inside: all.slice(0, half), outside: all.slice(half) }
    })
    const step = n % 3 === 0 ? 1 : paragraphsASource
    const made = split.flatMap(({ article, inside }) =>
      Array.from({ length: Math.ceil(inside.length / step) }, (_, i) =>
        sourceOf(`${article}-${i}`, inside.slice(i * step, (i + 1) * step)),
      ),
    )
    const sources = new Map(made.map(({ source }) => [source.id, source]))
    const places = new Map(made.flatMap((each) => [...each.places]))
    const index = createLunrIndex(analyser, isKnownWord)
    await index.replace(made.map(({ source }) => indexedSource(source)))
    const statistics = await index.statistics()
    const pick = (from: readonly Document[], count: number) =>
      shuffled(
        from.flatMap(({ id }) => questionsOf.get(id) ?? []),
        random,
      ).slice(0, count)
    for (const { article, inside, outside } of split) {
      const elsewhere = documents.filter(({ title }) => !chosen.includes(title))
      const round: readonly (readonly [Standing, readonly Document[]])[] = [
        ['here', inside],
        ['near', outside],
        ['far', shuffled(elsewhere, random).slice(0, 10)],
      ]
      for (const [standing, from] of round)
        for (const { text, gold } of pick(from, asked[standing])) {
          const query = await interpret(text, index, analyser)
          const ranking = await index.search(query.terms, { limit: depth })
          const readings = await index.read(ranking.map(({ passage }) => passage))
          const candidates = rankSentences(query, ranking, sources, readings, statistics)
          const place = gold && places.get(gold.document)
          const right = candidates.map(
            ({ source, span }) =>
              place !== null &&
              place !== undefined &&
              source.id === place.source &&
              gold !== null &&
              span.start <= gold.start + place.offset &&
              gold.end + place.offset <= span.end,
          )
          yield { article, standing, query, candidates, right }
        }
    }
  }
}
