import type { Ranking } from '../../src/domain/passage.ts'
import { sourceId } from '../../src/domain/source.ts'
import type { Analyser, PassageIndex, TermKnowledge, WeightedTerm } from '../../src/index/port.ts'

/** An empty index and the analyser that it was made with. */
export type OpenedIndex = { readonly index: PassageIndex; readonly analyser: Analyser }

/** Hits as `source:ordinal`. */
export const places = (ranking: Ranking): readonly string[] =>
  ranking.map(({ passage }) => `${passage.source}:${passage.ordinal}`)

/** An index that is asked in words. */
export const askedInWords = ({ index, analyser }: OpenedIndex) => {
  const termsOf = (text: string): readonly WeightedTerm[] =>
    analyser.analyse(text).map(({ term }) => ({ term, weight: 1 }))
  return {
    index,
    analyser,
    termsOf,
    /** The places that hold any word of `text`, best first. */
    found: async (text: string, limit = 10, source?: string): Promise<readonly string[]> =>
      places(
        await index.search(termsOf(text), {
          limit,
          sources: source === undefined ? undefined : new Set([sourceId(source)]),
        }),
      ),
    knowledgeOf: async (word: string): Promise<TermKnowledge> => {
      const [known] = await index.lookUp(analyser.analyse(word))
      if (known === undefined) throw new Error(`${word} is a stop word`)
      return known
    },
  }
}
