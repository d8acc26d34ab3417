import { ask } from './answering/ask.ts'
import { chooseQuotes } from './answering/choose-quotes.ts'
import { interpret } from './answering/interpret.ts'
import { depth } from './answering/propose.ts'
import { rankSentences } from './answering/rank.ts'
import { citationOf } from './citing/citation.ts'
import type { Hit } from './domain/passage.ts'
import type { Source } from './domain/source.ts'
import type { Engine } from './evaluating/engine.ts'
import { memoryLibrary } from './library/memory.ts'
import { createAnalyser } from './search/analyser.ts'
import { indexedSource } from './search/indexed-source.ts'
import { createLunrIndex } from './search/lunr-index.ts'
import { isKnownWord, lemmaOf } from './text/wink.ts'

/** Passages that a ranking of a hundred documents needs, when a document has a few. */
const rankingDepth = 300

/** The engine over sources that are no folder: what is evaluated and measured is what a host runs. */
export const engineInMemory = async (sources: readonly Source[]): Promise<Engine> => {
  const analyser = createAnalyser(lemmaOf)
  const index = createLunrIndex(analyser, isKnownWord)
  const library = memoryLibrary()
  for (const source of sources) await library.put(source)
  await index.replace(sources.map(indexedSource))
  const byId = new Map(sources.map((source) => [source.id, source]))
  const answering = { library, index, analyser, cite: citationOf }
  return {
    async ask(question) {
      const answer = await ask(question, { quotes: 3 }, answering)
      const query = await interpret(question, index, analyser)
      const hits = await index.search(query.terms, { limit: rankingDepth })
      const top = hits.slice(0, depth)
      const readings = await index.read(top.map(({ passage }) => passage))
      const candidates = rankSentences(query, top, byId, readings, await index.statistics())
      const rescored = new Map<Hit['passage'], Hit>()
      for (const { passage, score } of candidates)
        if (!rescored.has(passage.passage)) rescored.set(passage.passage, { passage: passage.passage, score })
      const [chosen] = chooseQuotes(query, candidates, 1)
      return {
        answer,
        ranking: [...rescored.values(), ...hits.filter(({ passage }) => !rescored.has(passage))],
        first: chosen ? { source: chosen.source.id, start: chosen.span.start, end: chosen.span.end } : null,
      }
    },
  }
}
