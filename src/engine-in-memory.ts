import { ask } from './answering/ask.ts'
import { chooseQuotes } from './answering/choose-quotes.ts'
import { interpret } from './answering/interpret.ts'
import { depth } from './answering/propose.ts'
import { rankSentences } from './answering/rank.ts'
import { citationOf } from './citing/citation.ts'
import type { Answer } from './domain/answer.ts'
import type { Hit } from './domain/passage.ts'
import type { Source } from './domain/source.ts'
import type { Engine } from './evaluating/engine.ts'
import { openSavedLibrary } from './saved-library.ts'
import { createAnalyser } from './search/analyser.ts'
import { indexedSource } from './search/indexed-source.ts'
import type { SnapshotStore } from './snapshot/snapshot-store.ts'
import type { Holdings } from './snapshot/write-snapshot.ts'
import { lemmaOf } from './text/wink.ts'

/** Passages that a ranking of a hundred documents needs, when a document has a few. */
const rankingDepth = 300
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
export const openEngine = async (store: SnapshotStore | null = null): Promise<EngineInMemory> => {
  const analyser = createAnalyser(lemmaOf)
  const { library, index, documents } = await openSavedLibrary(store, analyser, () => {})

  const putTogether = async (sources: readonly Source[]): Promise<void> => {
    await index.replace(sources.map(indexedSource))
    for (const source of sources) await library.put(source)
    for (const { id, origin } of sources)
      documents.set(origin.path, { id, fingerprint: '', hash: origin.sha256, refusal: null })
  }

  const answer = (question: string): Promise<Answer> =>
    ask(question, { quotes: 3 }, { library, index, analyser, cite: citationOf })

  return {
    answer,
    async ask(question) {
      const query = await interpret(question, index, analyser)
      const hits = await index.search(query.terms, { limit: rankingDepth })
      const top = hits.slice(0, depth)
      const readings = await index.read(top.map(({ passage }) => passage))
      const found = await Promise.all(top.map(({ passage }) => library.get(passage.source)))
      const sources = new Map(found.flatMap((source) => (source ? [[source.id, source] as const] : [])))
      const candidates = rankSentences(query, top, sources, readings, await index.statistics())
      const rescored = new Map<Hit['passage'], Hit>()
      for (const { passage, score } of candidates)
        if (!rescored.has(passage.passage)) rescored.set(passage.passage, { passage: passage.passage, score })
      const [chosen] = chooseQuotes(query, candidates, 1)
      return {
        answer: await answer(question),
        ranking: [...rescored.values(), ...hits.filter(({ passage }) => !rescored.has(passage))],
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
