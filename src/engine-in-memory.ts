import { answerFrom, ask } from './answering/ask.ts'
import { chooseQuotes } from './answering/choose-quotes.ts'
import { consider } from './answering/consider.ts'
import { learnedWeights, type Weights } from './answering/weights.ts'
import { citationOf } from './citing/citation.ts'
import type { Answer } from './domain/answer.ts'
import type { Source } from './domain/source.ts'
import type { Engine } from './evaluating/engine.ts'
import { loadWordVectors } from './load-word-vectors.ts'
import { openSavedLibrary } from './saved-library.ts'
import { createAnalyser } from './search/analyser.ts'
import { indexedSource } from './search/indexed-source.ts'
import type { SnapshotStore } from './snapshot/snapshot-store.ts'
import type { Holdings } from './snapshot/write-snapshot.ts'
import { lemmaOf } from './text/wink.ts'

/** Passages that a ranking of a hundred documents needs, when a document has a few. */
const rankingDepth = 300
/** Quotes of an answer, as `/ask` gives when nothing else is said. */
const quotes = 3
/** Sources that are put together: few enough not to lie about in every form at once. */
const together = 500

/** The engine that a host runs, over sources that stand in no folder: what is evaluated and measured. */
export type EngineInMemory = Engine & {
  /** The answer alone, at the cost that it has for a host: without the ranking of a hundred documents. */
  answer(question: string): Promise<Answer>
  put(sources: Iterable<Source>): Promise<void>
  /** What it holds, to be saved. */
  holdings(): Holdings
  close(): Promise<void>
}

/** An engine that holds what `store` does; nothing without one. */
export const openEngine = async (
  store: SnapshotStore | null = null,
  weights: Weights = learnedWeights,
): Promise<EngineInMemory> => {
  const analyser = createAnalyser(lemmaOf)
  const { library, index, documents } = await openSavedLibrary(store, analyser)
  const answering = { library, index, analyser, vectors: await loadWordVectors(), weights, cite: citationOf }

  const putTogether = async (sources: readonly Source[]): Promise<void> => {
    await index.replace(sources.map(indexedSource))
    for (const source of sources) await library.put(source)
    for (const { id, origin } of sources)
      documents.set(origin.path, { id, fingerprint: '', hash: origin.sha256, refusal: null })
  }

  return {
    answer: (question) => ask(question, { quotes }, answering),
    async ask(question) {
      const begun = performance.now()
      const considered = await consider(question, {}, answering)
      const answer = answerFrom(considered, quotes, answering)
      const milliseconds = performance.now() - begun
      const rescored = considered.passages.map(({ passage, score }) => ({ passage, score }))
      const places = new Set(rescored.map(({ passage: { source, ordinal } }) => `${source} ${ordinal}`))
      const hits = await index.search(considered.query.terms, { limit: rankingDepth })
      const rest = hits.filter(({ passage: { source, ordinal } }) => !places.has(`${source} ${ordinal}`))
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
        if (waiting.length < together) continue
        await putTogether(waiting)
        waiting = []
      }
      await putTogether(waiting)
    },
    holdings: () => ({ sources: library.kept(), documents, index: index.snapshot() }),
    close: () => index.close(),
  }
}
