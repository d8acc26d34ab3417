import { answerFrom, ask } from '../answer/ask.ts'
import { chooseQuotes } from '../answer/choose-quotes.ts'
import { consider } from '../answer/consider.ts'
import { parseQuestion } from '../answer/question-syntax.ts'
import { composeLibrary, type LibraryOptions } from '../app/compose.ts'
import type { Answer } from '../domain/answer.ts'
import type { Ranking } from '../domain/passage.ts'
import type { Source, SourceId } from '../domain/source.ts'
import type { Span } from '../domain/span.ts'
import { indexedSource } from '../index/indexed-source.ts'
import type { SnapshotStore } from '../snapshot/snapshot-store.ts'
import type { Holdings } from '../snapshot/write-snapshot.ts'

/** The result of a question: the answer that a person would get, and what it was chosen from. */
export type Response = {
  readonly answer: Answer
  /** How long the answer took, without the work done only for the evaluation. */
  readonly milliseconds: number
  /** Passages as the second stage ranks them, best first; enough for a hundred documents. */
  readonly ranking: Ranking
  /** The first quote of the answer, or the one that silence holds back; null if nothing was found. */
  readonly first: ({ readonly source: SourceId } & Span) | null
}

/** What is evaluated: a loaded library that answers questions. */
export type Engine = { ask(question: string): Promise<Response> }

/** Passages needed to rank a hundred documents of a few passages each. */
const rankingDepth = 300
/** Quotes of an answer: the default of `/ask`. */
const quotes = 3
/** Sources added in one batch, to limit how many are in memory in every form at once. */
const batchSize = 500

/** The engine that a host runs, over sources that are in no folder. */
export type EngineInMemory = Engine & {
  /** The answer alone, at the cost it has for a host: without ranking a hundred documents. */
  answer(question: string): Promise<Answer>
  put(sources: Iterable<Source>): Promise<void>
  /** Its contents, to be saved. */
  holdings(): Holdings
  close(): Promise<void>
}

/**
 * Opens an engine with the contents of `store`, or empty without one.
 * @param options
 * - `weights`, `weightsWithMeaning`: others than those that ship
 * - `encoding`: how to go by meaning as well; words alone if not given
 */
export const openEngine = async (
  store: SnapshotStore | null = null,
  options: Pick<LibraryOptions, 'weights' | 'weightsWithMeaning' | 'encoding'> = {},
): Promise<EngineInMemory> => {
  const { saved, answering, meaning } = await composeLibrary(store, options)
  const { library, index, documents } = saved
  for (const id of library.kept().keys()) meaning?.put(id)

  const putBatch = async (sources: readonly Source[]): Promise<void> => {
    await index.replace(sources.map(indexedSource))
    for (const source of sources) await library.put(source)
    for (const { id } of sources) meaning?.put(id)
    for (const { id, origin } of sources)
      documents.set(origin.path, { id, fingerprint: '', hash: origin.sha256, refusal: null })
  }

  return {
    answer: (question) => ask(parseQuestion(question), { quotes }, answering),
    async ask(question) {
      const begun = performance.now()
      const considered = await consider(parseQuestion(question), {}, answering)
      const answer = answerFrom(considered, quotes, answering)
      const milliseconds = performance.now() - begun
      const rescored = considered.passages.map(({ passage, score }) => ({ passage, score }))
      const rescoredKeys = new Set(rescored.map(({ passage: { source, ordinal } }) => `${source} ${ordinal}`))
      const hits = await index.search(considered.query.terms, { limit: rankingDepth })
      const rest = hits.filter(({ passage: { source, ordinal } }) => !rescoredKeys.has(`${source} ${ordinal}`))
      const [chosen] = chooseQuotes(considered.candidates)
      return {
        answer,
        milliseconds,
        ranking: [...rescored, ...rest],
        first: chosen ? { source: chosen.source.id, start: chosen.span.start, end: chosen.span.end } : null,
      }
    },
    async put(sources) {
      let waiting: Source[] = []
      for (const source of sources) {
        waiting.push(source)
        if (waiting.length < batchSize) continue
        await putBatch(waiting)
        waiting = []
      }
      await putBatch(waiting)
    },
    holdings: () => ({ sources: library.kept(), documents, index: index.snapshot() }),
    close: async () => {
      await meaning?.close()
      await index.close()
    },
  }
}
