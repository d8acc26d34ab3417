import fc from 'fast-check'
import lunr from 'lunr'
import { describe, expect, it } from 'vitest'
import type { IndexedSource } from '../../src/search/port.ts'
import { places } from '../support/asked-in-words.ts'
import { analyser, emptyIndex } from '../support/engine.ts'
import { writtenSource } from '../support/written-source.ts'

const words = ['harbour', 'storm', 'pilot', 'fled', 'lanterns', 'ferry', 'the', 'winter', 'of', '1,000', "O'Brien"]
const phrase = (most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: most }).map((chosen) => chosen.join(' '))
const anySources = fc
  .array(fc.array(fc.record({ text: phrase(8), context: fc.oneof(fc.constant(''), phrase(3)) }), { maxLength: 5 }), {
    maxLength: 5,
  })
  .map((all) => all.map((passages, i) => writtenSource(`s${i}`, passages)))

const termsOf = (text: string): readonly string[] => analyser.analyse(text).map(({ term }) => term)

/** What lunr itself proposes: its own index, its own query, over the same terms. */
const proposedByLunr = (sources: readonly IndexedSource[], terms: readonly string[]): readonly string[] => {
  const builder = new lunr.Builder()
  builder.field('own')
  builder.field('context')
  builder.pipeline.reset()
  const spaced = (text: string): lunr.Token[] =>
    text
      .split(' ')
      .filter(Boolean)
      .map((term) => new lunr.Token(term, {}))
  builder.tokenizer = spaced as unknown as typeof builder.tokenizer
  for (const { source, passages } of sources)
    for (const { passage, sentences } of passages)
      builder.add({
        id: `${source}:${passage.ordinal}`,
        own: sentences.flatMap(({ text }) => termsOf(text)).join(' '),
        context: termsOf(passage.context).join(' '),
      })
  // A query without terms matches everything in lunr, and nothing in Quoth.
  if (terms.length === 0) return []
  return builder
    .build()
    .query((query) => {
      for (const term of terms) query.term(term, { usePipeline: false })
    })
    .map(({ ref }) => ref)
}

describe('the flat lists that lunr’s builder fills', () => {
  it('propose the passages that lunr’s own query does', async () => {
    await fc.assert(
      fc.asyncProperty(anySources, phrase(4), async (sources, question) => {
        const index = emptyIndex()
        await index.replace(sources)
        const terms = termsOf(question)
        const found = await index.search(
          terms.map((term) => ({ term, weight: 1 })),
          { limit: 100 },
        )
        expect(places(found).toSorted()).toEqual(proposedByLunr(sources, terms).toSorted())
      }),
      { numRuns: 100 },
    )
  })
})
