import { answerFrom } from './answering/ask.ts'
import { chooseQuotes } from './answering/choose-quotes.ts'
import { consider } from './answering/consider.ts'
import { learnedWeights, type Weights } from './answering/weights.ts'
import { citationOf } from './citing/citation.ts'
import type { Source } from './domain/source.ts'
import type { Engine } from './evaluating/engine.ts'
import { memoryLibrary } from './library/memory.ts'
import { loadWordVectors } from './load-word-vectors.ts'
import { createAnalyser } from './search/analyser.ts'
import { indexedSource } from './search/indexed-source.ts'
import { createLunrIndex } from './search/lunr-index.ts'
import { isKnownWord, lemmaOf } from './text/wink.ts'

/** Passages that a ranking of a hundred documents needs, when a document has a few. */
const rankingDepth = 300
/** Quotes of an answer, as `/ask` gives when nothing else is said. */
const quotes = 3

/** The engine over sources that are no folder: what is evaluated and measured is what a host runs. */
export const engineInMemory = async (
  sources: readonly Source[],
  weights: Weights = learnedWeights,
): Promise<Engine> => {
  const analyser = createAnalyser(lemmaOf)
  const index = createLunrIndex(analyser, isKnownWord)
  const library = memoryLibrary()
  for (const source of sources) await library.put(source)
  await index.replace(sources.map(indexedSource))
  const answering = { library, index, analyser, vectors: await loadWordVectors(), weights, cite: citationOf }
  return {
    async ask(question) {
      const begun = performance.now()
      const considered = await consider(question, {}, answering)
      const answer = answerFrom(considered, quotes, answering)
      const milliseconds = performance.now() - begun
      const rescored = considered.passages.map(({ passage, score }) => ({ passage, score }))
      const places = new Set(rescored.map(({ passage: { source, ordinal } }) => `${source} ${ordinal}`))
      const hits = await index.search(considered.query.terms, { limit: rankingDepth })
      const rest = hits.filter(({ passage: { source, ordinal } }) => !places.has(`${source} ${ordinal}`))
      const [chosen] = chooseQuotes(considered.candidates, 1)
      return {
        answer,
        milliseconds,
        ranking: [...rescored, ...rest],
        first: chosen ? { source: chosen.source.id, start: chosen.span.start, end: chosen.span.end } : null,
      }
    },
  }
}
